export { CallJournal } from './call-journal';
export type { CallFilter, CallRecord, CallState, Journal, PrintedLine, SdkRequest } from './journal';

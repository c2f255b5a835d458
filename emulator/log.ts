/** One line of what happened inside the local cloud; `fn` names the function whose output or failure it is, `requestId` its call. */
export interface LogEntry {
  level: 'info' | 'warn' | 'error';
  text: string;
  fn?: string;
  requestId?: string;
}

export type Log = (entry: LogEntry) => void;

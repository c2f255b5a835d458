const MINUTE_MS = 60_000;
/** Before the start the door is open. */
const BEFORE_MS = 30 * MINUTE_MS;
/** Announced with every shift: what is finished after the end still counts. */
const GRACE_MS = 30 * MINUTE_MS;
const STATED_MS = 7 * 24 * 60 * MINUTE_MS;

export const EARLIER_MAX = 20;
export const DISPUTES_MAX = 2;
export const LOG_MAX = 200;

interface Span {
  startsAt: number;
  endsAt: number;
}

export const opensAt = ({ startsAt }: Span) => startsAt - BEFORE_MS;
export const closesAt = ({ endsAt }: Span) => endsAt + GRACE_MS;
/** Until when a person can state times of their own. */
export const statedUntil = ({ endsAt }: Span) => endsAt + STATED_MS;

/** Whole minutes between in and out inside the shift and its grace, rounded down (HOURS-2). */
export function minutesOf(span: Span, inAt: number, outAt: number): number {
  const from = Math.max(inAt, span.startsAt);
  const until = Math.min(outAt, closesAt(span));
  return Math.max(0, Math.floor((until - from) / MINUTE_MS));
}

/** Whether times can be of this shift: in the door's time, out after in, neither in the future (HOURS-3). */
export function timesFit(span: Span, inAt: number, outAt: number | null, now: number): boolean {
  const within = (at: number) => opensAt(span) <= at && at <= closesAt(span) && at <= now;
  return within(inAt) && (outAt === null || (within(outAt) && outAt > inAt));
}

/** '2小时30分钟', '45分钟', '3小时' */
export function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}分钟`;
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分钟`;
}

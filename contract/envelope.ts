import type { ErrorCode } from './errors';

/** What every call answers. `now` is the server's clock (epoch ms): phones' clocks are wrong. */
export type Envelope<T> = { ok: true; data: T; now: number } | { ok: false; error: CallFailure; now: number };

export interface CallFailure {
  code: ErrorCode;
  /** For INVALID_INPUT: path of a field ('agenda.0.title') → a short Chinese sentence. */
  fields?: Record<string, string>;
  /** For TOO_OFTEN: the instant (epoch ms) from which the call may be made again. */
  until?: number;
  /** What the person can tell whoever looks into the log. */
  requestId: string;
}

/** A denial code for each thing that could be done, null where it may be: filled by the same policy that enforces. */
export type Can<K extends string> = Record<K, ErrorCode | null>;

/** One page of a list: pass `next` back as `cursor`; null at the end. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

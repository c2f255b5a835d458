/** How a function call stands or ended. `unknown`: there is no such function. */
export type CallState = 'running' | 'done' | 'failed' | 'timeout' | 'unknown';

/** One line that a function printed: `info` on stdout, `warn` on stderr. */
export interface PrintedLine {
  level: 'info' | 'warn';
  text: string;
}

/** One request that the SDK made for a function call. */
export interface SdkRequest {
  /** As in faults: `database.getDocument`, `functions.invokeFunction`, `openapi.<name>`. */
  action: string;
  collection?: string;
  /** The function that was called, when `action` is `functions.invokeFunction`. */
  fn?: string;
  /** Until it was answered, faults and waiting included; real time. */
  ms: number;
  /** The server's code, or an openapi errcode, when it failed. */
  code?: string;
  /** Documents that the database looked at, where it says so. */
  scanned?: number;
  /** The effect of the fault that struck it; `delay` for one that held it back. */
  fault?: string;
}

/** One function call. It changes while the call runs, and when work that outlived it prints or asks for something. */
export interface CallRecord {
  readonly requestId: string;
  /** The call that made this one; absent for phones and timers. */
  readonly parent?: string;
  readonly fn: string;
  /** `wx_client`, `wx_trigger`, or a chain such as `wx_client,scf`. */
  readonly source: string;
  readonly openid?: string;
  /** What the event says it wants, when a field of a usual name does: see titleOf. */
  readonly action?: string;
  /**
   * JSON text of what it was called with, and of what it answered: 4,096 characters of each, the cut said; without tokens of calls,
   * secrets of the cloud and runs of 512 and more signs as contents of files are written.
   */
  readonly event: string;
  result?: string;
  /** Epoch ms, by the cloud's clock. */
  readonly startedAt: number;
  /** Real ms from the request to its end, waiting for an instance included; absent while it runs. */
  ms?: number;
  state: CallState;
  /** Why it failed, with the stack, for the reader of the journal only: a phone never sees it. */
  reason?: string;
  readonly lines: PrintedLine[];
  /** Lines that were printed and not kept. */
  linesCut: number;
  readonly requests: SdkRequest[];
  /** Requests that were made and not kept. */
  requestsCut: number;
}

export interface CallFilter {
  fn?: string;
  openid?: string;
  /** Only calls that did not end well. */
  failed?: boolean;
  /** At most so many. */
  limit?: number;
}

/** The last function calls, for the console and for claims such as "this call made at most 4 database requests". */
export interface Journal {
  /** Newest first. */
  calls(filter?: CallFilter): CallRecord[];
  /** Undefined when the call was never made or is no longer kept. */
  call(requestId: string): CallRecord | undefined;
}

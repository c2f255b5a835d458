import type { CallFilter, CallRecord, CallState, Journal, PrintedLine, SdkRequest } from './journal';
import { titleOf } from './title-of';

/** Calls kept; the oldest go first. */
const CALLS = 1000;
/** Characters of printed text kept of one call, and of the reason for its failure. */
const CALL_TEXT = 32 * 1024;
const CALL_LINES = 1000;
const CALL_REQUESTS = 500;
const CUT = ' … (cut)';

export interface CallStart {
  requestId: string;
  parent?: string;
  fn: string;
  source: string;
  openid?: string;
  /** JSON text. */
  event: string;
  startedAt: number;
}

interface Kept {
  record: CallRecord;
  startedMs: number;
  /** Characters that may still be kept. */
  room: number;
}

/** The side of the journal that the local cloud writes to. What belongs to a call that is no longer kept is dropped. */
export class CallJournal implements Journal {
  /** Oldest first. */
  private readonly kept = new Map<string, Kept>();

  begin({ event, ...start }: CallStart): void {
    const record: CallRecord = {
      ...start,
      action: titleOf(event),
      state: 'running',
      lines: [],
      linesCut: 0,
      requests: [],
      requestsCut: 0,
    };
    this.kept.set(start.requestId, { record, startedMs: performance.now(), room: CALL_TEXT });
    const [oldest] = this.kept.keys();
    if (this.kept.size > CALLS && oldest !== undefined) this.kept.delete(oldest);
  }

  end(requestId: string, state: CallState, reason?: string): void {
    const kept = this.kept.get(requestId);
    if (!kept) return;
    kept.record.ms = performance.now() - kept.startedMs;
    kept.record.state = state;
    if (reason !== undefined) kept.record.reason = shortened(reason, CALL_TEXT);
  }

  printed(requestId: string, line: PrintedLine): void {
    const kept = this.kept.get(requestId);
    if (!kept) return;
    const { record } = kept;
    if (kept.room <= 0 || record.lines.length >= CALL_LINES) {
      record.linesCut += 1;
      return;
    }
    record.lines.push({ level: line.level, text: shortened(line.text, kept.room) });
    kept.room -= line.text.length;
  }

  /** Serves one request of the SDK and notes it under the call that made it; without a known one it is not noted. */
  async around<T>(
    requestId: string | undefined,
    about: Pick<SdkRequest, 'action' | 'collection' | 'fn' | 'scanned'>,
    perform: () => Promise<T>,
    codeOf: (answer: T) => string | undefined,
  ): Promise<T> {
    const startedMs = performance.now();
    const note = (code?: string) => {
      const request: SdkRequest = { ...about, ms: performance.now() - startedMs };
      if (code !== undefined) request.code = code;
      if (requestId !== undefined) this.requested(requestId, request);
    };
    try {
      const answer = await perform();
      note(codeOf(answer));
      return answer;
    } catch (error) {
      note(error instanceof Error ? error.name : 'Error');
      throw error;
    }
  }

  calls({ fn, openid, failed, limit = CALLS }: CallFilter = {}): CallRecord[] {
    return [...this.kept.values()]
      .map(({ record }) => record)
      .reverse()
      .filter(
        (record) =>
          (fn === undefined || record.fn === fn) &&
          (openid === undefined || record.openid === openid) &&
          (!failed || hasFailed(record)),
      )
      .slice(0, limit);
  }

  call(requestId: string): CallRecord | undefined {
    return this.kept.get(requestId)?.record;
  }

  private requested(requestId: string, request: SdkRequest): void {
    const record = this.kept.get(requestId)?.record;
    if (!record) return;
    if (record.requests.length < CALL_REQUESTS) record.requests.push(request);
    else record.requestsCut += 1;
  }
}

function hasFailed({ state }: CallRecord): boolean {
  return state !== 'done' && state !== 'running';
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length) + CUT;
}

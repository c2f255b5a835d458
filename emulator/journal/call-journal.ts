import type { CallFilter, CallRecord, CallState, Journal, PrintedLine, SdkRequest } from './journal';
import { HIDDEN, hiding, keptJson, shortened, withoutSecrets, type Hiding } from './kept-text';
import { titleOf } from './title-of';

/** Calls kept; the oldest go first. */
const CALLS = 1000;
/** Characters of printed text kept of one call, and of the reason for its failure. */
const CALL_TEXT = 32 * 1024;
const CALL_LINES = 1000;
const CALL_REQUESTS = 500;
/** Characters kept of the event, and of the result. */
const CALL_DATA = 4096;

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
  private readonly secrets: Hiding[] = [];

  /** From now on the journal keeps no text with this in it. */
  hide(secret: string): void {
    this.secrets.push(hiding(secret));
  }

  /** From now on the journal keeps no token of any call: they pass from call to call, in events, results and documents. */
  hideTokens({ replacedIn }: { replacedIn: (text: string, instead: string) => string }): void {
    this.secrets.push((text) => replacedIn(text, HIDDEN));
  }

  begin({ event, ...start }: CallStart): void {
    const record: CallRecord = {
      ...start,
      action: titleOf(event, (title) => withoutSecrets(title, this.secrets)),
      event: keptJson(event, CALL_DATA, this.secrets),
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

  /** The call has ended, with the JSON text of its result or with the reason why it has none. */
  end(requestId: string, state: CallState, outcome: { result?: string; reason?: string } = {}): void {
    const kept = this.kept.get(requestId);
    if (!kept) return;
    const { record } = kept;
    const { result, reason } = outcome;
    record.ms = performance.now() - kept.startedMs;
    record.state = state;
    if (result !== undefined) record.result = keptJson(result, CALL_DATA, this.secrets);
    if (reason !== undefined) record.reason = shortened(withoutSecrets(reason, this.secrets), CALL_TEXT);
  }

  printed(requestId: string, line: PrintedLine): void {
    const kept = this.kept.get(requestId);
    if (!kept) return;
    const { record } = kept;
    if (kept.room <= 0 || record.lines.length >= CALL_LINES) {
      record.linesCut += 1;
      return;
    }
    const text = withoutSecrets(line.text, this.secrets);
    record.lines.push({ level: line.level, text: shortened(text, kept.room) });
    kept.room -= text.length;
  }

  /** Lines that were printed and came to nobody. */
  unprinted(requestId: string, lines: number): void {
    const kept = this.kept.get(requestId);
    if (kept) kept.record.linesCut += lines;
  }

  /** Serves one request of the SDK and notes it under the call that made it; without a known one it is not noted. */
  async around<T>(
    requestId: string | undefined,
    about: Pick<SdkRequest, 'action' | 'collection' | 'fn' | 'scanned' | 'fault'>,
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

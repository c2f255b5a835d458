import { randomUUID } from 'node:crypto';
import type { FaultBoard } from '../faults';
import type { Invocation, Invoker } from '../functions/invoker';
import { CALL_BODY_BYTES, PHONE_RESULT_BYTES } from '../limits';
import { SOURCE } from '../platform';
import { REFUSED, Refusal } from './exchange';

/** What wx.cloud.callFunction gives: the result, or an error. */
export type CallAnswer =
  | { result: unknown; requestID: string }
  | { errCode: number; errMsg: string; requestID?: string };

/** What a phone shows when the connection breaks before the answer; the code is in the SDK's table [S]. */
export const CONNECTION_LOST: CallAnswer = {
  errCode: -601003,
  errMsg: 'cloud.callFunction:fail system network error',
};

export interface PhoneCallContext {
  appId: string;
  invoker: Invoker;
  faults: FaultBoard;
  /** Told of each call, for what depends on a person's last visit. */
  noteVisit: (openid: string) => void;
}

/** errCodes that a phone sees [F]: [code, text]. */
const FAILURES = {
  unknown: [-501000, 'FunctionName parameter could not be found'],
  failed: [-504002, 'functions execute fail'],
  timeout: [-504003, 'Invoking task timed out'],
  tooLarge: [-604001, 'cloudfunction result size exceed limit (1MB)'],
  injected: [REFUSED.system, 'resource system error'],
} as const;

/**
 * One wx.cloud.callFunction of a person's phone; gives the JSON text of a CallAnswer. `body` is the JSON text of `data`.
 * Throws a Refusal when the body is too long or no object. What a function threw stays in the log: the phone sees one code.
 */
export async function callFromPhone(
  context: PhoneCallContext,
  fn: string,
  body: string,
  openid: string,
): Promise<string> {
  if (Buffer.byteLength(body) > CALL_BODY_BYTES) {
    throw new Refusal(413, REFUSED.parameters, `data exceeds ${CALL_BODY_BYTES} bytes`);
  }
  const data = parseData(body);
  context.noteVisit(openid);
  const event = JSON.stringify({ ...data, userInfo: { appId: context.appId, openId: openid } });
  return context.faults.around(
    { action: `call.${fn}` },
    async () => answerOf(await context.invoker.invoke(fn, event, { openid, source: SOURCE.phone })),
    (_, message) => failure('injected', randomUUID(), message),
  );
}

function parseData(body: string): object {
  try {
    const data: unknown = body === '' ? {} : JSON.parse(body);
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data;
  } catch {
    // Not JSON: refused like any other wrong type.
  }
  throw new Refusal(400, REFUSED.parameters, 'data must be a JSON object');
}

/** The answer to an invocation as JSON text, the result passed on without parsing it. */
export function answerOf(invocation: Invocation): string {
  const { requestId } = invocation;
  if (invocation.kind === 'unknown') return failure('unknown', requestId);
  if (invocation.kind === 'failed') return failure('failed', requestId);
  if (invocation.kind === 'timeout')
    return failure('timeout', requestId, `after ${invocation.seconds} seconds`);
  if (Buffer.byteLength(invocation.json) > PHONE_RESULT_BYTES) return failure('tooLarge', requestId);
  return `{"result":${invocation.json},"requestID":${JSON.stringify(requestId)}}`;
}

function failure(kind: keyof typeof FAILURES, requestID: string, detail = ''): string {
  const [errCode, text] = FAILURES[kind];
  const errMsg = `cloud.callFunction:fail Error: errCode: ${errCode} | errMsg: requestID ${requestID}, ${text} ${detail}`;
  return JSON.stringify({ errCode, errMsg: errMsg.trimEnd(), requestID });
}

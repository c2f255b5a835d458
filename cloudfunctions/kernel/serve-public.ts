import { type PublicAnswers, type PublicInput, type PublicName, publicCalls } from '@contract/public';
import type { Context } from './context';
import { identity } from './cloud';
import { enveloped, parsed } from './envelope';
import { hashOf, idOf } from './ids';
import { Refusal } from './refusal';

/** Whoever asks here has typed six digits: nothing longer has any business here. */
const MAX_CHARACTERS = 1_000;

export type PublicRoutes = {
  [N in PublicName]: (
    context: Context,
    input: PublicInput<N>,
    /** Where the call came from, as the platform says it: an address, or a phone; '' where it does not. */
    source: string,
  ) => Promise<PublicAnswers[N]>;
};

/** What HTTP access makes of a request (CloudBase, «integrated request»). */
interface HttpEvent {
  httpMethod: string;
  headers?: Record<string, unknown>;
  body?: unknown;
  isBase64Encoded?: unknown;
}

const isHttp = (event: unknown): event is HttpEvent =>
  typeof event === 'object' &&
  event !== null &&
  typeof (event as { httpMethod?: unknown }).httpMethod === 'string';

/**
 * The gateway in front of the function names the client first; where it does not, all share one limit. A phone calls the function
 * itself and can put any header into its event: there the platform's own word for who calls is taken.
 */
function sourceOf(event: unknown): string {
  const { openid, clientIp } = identity();
  if (openid !== null) return `phone:${openid}`;
  const headers = isHttp(event) ? (event.headers ?? {}) : {};
  const named = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-real-ip')?.[1];
  return typeof named === 'string' ? named.slice(0, 64) : clientIp;
}

function askedOf(event: unknown): { action?: unknown; input?: unknown } {
  if (!isHttp(event)) return event ?? {};
  const { httpMethod, body, isBase64Encoded } = event;
  if (httpMethod !== 'POST' || typeof body !== 'string') throw new Refusal('UNKNOWN_ACTION');
  if (body.length > 2 * MAX_CHARACTERS) throw new Refusal('INPUT_TOO_LARGE');
  try {
    const text = isBase64Encoded === true ? Buffer.from(body, 'base64').toString('utf8') : body;
    return (JSON.parse(text) ?? {}) as { action?: unknown; input?: unknown };
  } catch {
    throw new Refusal('INVALID_INPUT', { _: '请刷新页面再试' });
  }
}

async function answer<N extends PublicName>(
  routes: PublicRoutes,
  event: unknown,
  requestId: string,
  now: number,
): Promise<unknown> {
  const { action, input } = askedOf(event);
  if (typeof action !== 'string' || !Object.hasOwn(publicCalls, action)) throw new Refusal('UNKNOWN_ACTION');
  const name = action as N;
  const given = parsed(publicCalls[name], input, MAX_CHARACTERS) as PublicInput<N>;
  const context: Context = {
    action: `public.${name}`,
    actor: { openid: '', personId: 'public', person: null },
    now,
    requestId,
    // The same projector that sends the same again is the same command.
    commandId: idOf('public', name, given.secret),
    inputHash: hashOf(given),
  };
  return routes[name](context, given, sourceOf(event));
}

/**
 * The way through for callers without a WeChat identity, whatever they claim: two questions, each with a small input. Called over
 * HTTP it answers as HTTP does; called like any function, with the envelope itself.
 */
export async function servePublic(routes: PublicRoutes, event: unknown): Promise<unknown> {
  const envelope = await enveloped((requestId, now) => answer(routes, event, requestId, now));
  if (!isHttp(event)) return envelope;
  return {
    statusCode: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
    body: JSON.stringify(envelope),
  };
}

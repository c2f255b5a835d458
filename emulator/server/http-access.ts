import { randomUUID } from 'node:crypto';
import { CALL_BODY_BYTES } from '../limits';
import { SOURCE } from '../platform';
import { type Exchange, readBody, send, sendJson } from './exchange';
import { CONNECTION_LOST, type PhoneCallContext } from './phone-call';

/** What a function gives back to be an HTTP answer of its own; anything else is answered as JSON [D]. */
interface IntegratedResponse {
  statusCode: number;
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
}

const isIntegrated = (result: unknown): result is IntegratedResponse =>
  typeof result === 'object' &&
  result !== null &&
  typeof (result as IntegratedResponse).statusCode === 'number';

/** Headers that are this server's business, or that only its own pages may have. */
const KEPT_BACK = new Set(['x-local-token', 'x-local-openid', 'cookie', 'authorization']);

async function eventOf({ request, url }: Exchange, path: string): Promise<string> {
  const body = (await readBody(request, CALL_BODY_BYTES)).toString();
  const named = Object.entries(request.headers).filter(([name]) => !KEPT_BACK.has(name));
  return JSON.stringify({
    path,
    httpMethod: request.method,
    headers: { ...Object.fromEntries(named), 'x-real-ip': request.socket.remoteAddress ?? '' },
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: { requestId: randomUUID() },
    body,
    isBase64Encoded: false,
  });
}

/** HTTP access to a function: `/http/<function>`, with the request as its event and nobody as its caller. */
export async function httpAccess(context: PhoneCallContext, exchange: Exchange): Promise<void> {
  const { response, url } = exchange;
  const [fn = '', ...rest] = url.pathname.slice('/http/'.length).split('/');
  const event = await eventOf(exchange, `/${rest.join('/')}`);
  const answer = await context.faults.around(
    { action: `call.${fn}` },
    () => context.invoker.invoke(fn, event, { source: SOURCE.http }),
    () => null,
  );
  if (answer?.kind === 'unknown') return sendJson(response, 404, JSON.stringify({ code: 'INVALID_PATH' }));
  if (answer?.kind !== 'done') return sendJson(response, 500, JSON.stringify(CONNECTION_LOST));
  const result: unknown = JSON.parse(answer.json);
  if (!isIntegrated(result)) return sendJson(response, 200, answer.json);
  const encoding = result.isBase64Encoded ? 'base64' : 'utf8';
  send(response, result.statusCode, result.headers ?? {}, Buffer.from(result.body ?? '', encoding));
}

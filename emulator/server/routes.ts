import type { Console } from '../console';
import { ADMIN_BODY_BYTES, CALL_BODY_BYTES, TEMPLATES_PER_REQUEST } from '../limits';
import type { Outbox } from '../openapi/outbox';
import type { WireRequest } from '../wire';
import { answerJson, answerOpenApi, type AdminContext } from './admin';
import { header, readBody, REFUSED, Refusal, send, sendJson, type Exchange, type Route } from './exchange';
import { download, putObject, uploadFromPhone, type FilesContext } from './files';
import { requireOpenid, requireSdk, requireToken } from './guard';
import { httpAccess } from './http-access';
import { parseMultipart } from './multipart';
import { callFromPhone, type PhoneCallContext } from './phone-call';
import { serveStatic } from './static';

export interface RouteContext {
  admin: AdminContext;
  files: FilesContext;
  phone: PhoneCallContext;
  outbox: Outbox;
  console: Console;
  token: string;
  secretId: string;
  webRoot?: string;
}

/** The route of a request, or a Refusal when there is none. */
export function routeOf(context: RouteContext, method: string, pathname: string): Route {
  const at = (wanted: string, start: string) => method === wanted && pathname.startsWith(start);
  const reading = method === 'GET' || method === 'HEAD';
  if (method === 'POST' && pathname === '/admin') return (exchange) => admin(context, exchange);
  if (at('POST', '/call/')) return (exchange) => call(context, exchange);
  if (pathname.startsWith('/http/') && method !== 'OPTIONS') return (exchange) => http(context, exchange);
  if (method === 'POST' && pathname === '/upload') return (exchange) => upload(context, exchange);
  if (method === 'POST' && pathname === '/accept-subscription')
    return (exchange) => accept(context, exchange);
  if (at('PUT', '/cos/')) return (exchange) => putObject(context.files, exchange);
  if (reading && pathname.startsWith('/storage/')) return (exchange) => download(context.files, exchange);
  const console = context.console.routeOf(method, pathname);
  if (console) return console;
  const { webRoot } = context;
  if (reading && webRoot) return (exchange) => serveStatic(webRoot, exchange);
  // No CORS headers: a preflight from elsewhere finds no permission here.
  if (method === 'OPTIONS')
    return async ({ response }) => send(response, 204, { allow: 'GET, HEAD, POST, PUT, OPTIONS' });
  throw new Refusal(404, REFUSED.parameters, 'not found');
}

async function admin(context: RouteContext, { request, response }: Exchange): Promise<void> {
  requireSdk(request, context.secretId);
  const body = await readBody(request, ADMIN_BODY_BYTES);
  const fields = parseMultipart(header(request, 'content-type'), body);
  if (!fields)
    return sendJson(response, 200, JSON.stringify(await answerJson(context.admin, parseRequest(body))));
  const answer = await answerOpenApi(context.admin, fields);
  if (Buffer.isBuffer(answer)) send(response, 200, { 'content-type': 'application/octet-stream' }, answer);
  else sendJson(response, 200, JSON.stringify(answer));
}

function parseRequest(body: Buffer): WireRequest {
  const request = JSON.parse(body.toString()) as WireRequest;
  if (typeof request.action !== 'string') throw new Refusal(400, REFUSED.parameters, 'no action');
  return request;
}

async function call(context: RouteContext, { request, response, url }: Exchange): Promise<void> {
  requireToken(request, context.token);
  const openid = requireOpenid(request);
  const body = await readBody(request, CALL_BODY_BYTES);
  const fn = url.pathname.slice('/call/'.length);
  sendJson(response, 200, await callFromPhone(context.phone, fn, body.toString(), openid));
}

async function http(context: RouteContext, exchange: Exchange): Promise<void> {
  requireToken(exchange.request, context.token);
  await httpAccess(context.phone, exchange);
}

async function upload(context: RouteContext, exchange: Exchange): Promise<void> {
  requireToken(exchange.request, context.token);
  await uploadFromPhone(context.files, exchange, requireOpenid(exchange.request));
}

/** The phone's requestSubscribeMessage with every box ticked; `{templateIds: []}`. */
async function accept(context: RouteContext, { request, response }: Exchange): Promise<void> {
  requireToken(request, context.token);
  const openid = requireOpenid(request);
  const { templateIds } = JSON.parse((await readBody(request, CALL_BODY_BYTES)).toString()) as {
    templateIds?: unknown;
  };
  const known = Array.isArray(templateIds) && templateIds.every((id) => typeof id === 'string' && id !== '');
  if (!known || templateIds.length < 1 || templateIds.length > TEMPLATES_PER_REQUEST) {
    throw new Refusal(400, 20003, `templateIds takes 1 to ${TEMPLATES_PER_REQUEST} ids`);
  }
  for (const id of templateIds as string[]) context.outbox.accept(openid, id);
  const ticked = Object.fromEntries((templateIds as string[]).map((id) => [id, 'accept']));
  sendJson(response, 200, JSON.stringify({ errMsg: 'requestSubscribeMessage:ok', ...ticked }));
}

import { REFUSED, readBody, Refusal, send, sendJson, type Exchange, type Route } from '../server/exchange';
import { requireToken } from '../server/guard';
import { createApi } from './api';
import type { Answer } from './api/asked';
import { pageFile } from './page-files';
import type { ConsoleParts } from './parts';

export type { ConsolePerson, ConsoleParts, PersonsSource } from './parts';

const HOME = '/console/';
const API = '/console/api/';
const BODY_BYTES = 100 * 1024;

/** The console's door: a page without data for anybody on this machine, and an API for who has the token. */
export interface Console {
  /** Undefined for what is not the console's. */
  routeOf(method: string, pathname: string): Route | undefined;
}

export function createConsole(parts: ConsoleParts, token: string): Console {
  const api = createApi(parts);
  return {
    routeOf(method, pathname) {
      if (pathname === '/console') return async ({ response }) => send(response, 307, { location: HOME });
      if (pathname.startsWith(API)) {
        const answer = api.get(`${method} ${pathname.slice(API.length)}`);
        return (exchange) => serveApi(answer, exchange, token);
      }
      const reading = method === 'GET' || method === 'HEAD';
      if (!reading || !pathname.startsWith(HOME)) return undefined;
      return (exchange) => servePage(pathname.slice(HOME.length), exchange);
    },
  };
}

async function serveApi(
  answer: Answer | undefined,
  { request, response, url }: Exchange,
  token: string,
): Promise<void> {
  // First: who has no token does not even learn which names there are.
  requireToken(request, token);
  if (!answer) throw new Refusal(404, REFUSED.parameters, '控制台没有这个接口');
  const body = request.method === 'POST' ? objectIn(await readBody(request, BODY_BYTES)) : {};
  const answered = await answer({ query: url.searchParams, body });
  sendJson(response, 200, JSON.stringify(answered));
}

function objectIn(body: Buffer): Record<string, unknown> {
  const value: unknown = body.length > 0 ? JSON.parse(body.toString()) : {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(400, REFUSED.parameters, '请求体必须是 JSON 对象');
  }
  return value as Record<string, unknown>;
}

async function servePage(name: string, { response }: Exchange): Promise<void> {
  const file = await pageFile(name === '' ? 'index.html' : name);
  if (!file) throw new Refusal(404, REFUSED.parameters, '没有这个文件');
  send(response, 200, { 'cache-control': 'no-cache', ...file.headers }, file.content);
}

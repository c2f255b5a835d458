import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { header, REFUSED, Refusal } from './exchange';

/** Throws unless the request names this server as its host, and comes from no other page. A rebound DNS name fails here. */
export function requireOwnOrigin(request: IncomingMessage, port: number): void {
  const host = header(request, 'host');
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    throw new Refusal(403, REFUSED.source, 'the local cloud answers only as 127.0.0.1 or localhost');
  }
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new Refusal(403, REFUSED.source, 'the local cloud does not answer pages of other origins');
  }
}

/** Throws unless the request carries the token that was printed at start. */
export function requireToken(request: IncomingMessage, token: string): void {
  if (!equalSecrets(header(request, 'x-local-token'), token)) {
    throw new Refusal(403, REFUSED.source, 'X-Local-Token is missing or wrong');
  }
}

/**
 * The openid that the request speaks for. All digits are refused: the SDK would turn them into a number and lose digits [R].
 */
export function requireOpenid(request: IncomingMessage): string {
  const openid = header(request, 'x-local-openid');
  if (!isOpenid(openid)) {
    throw new Refusal(400, REFUSED.parameters, `X-Local-Openid takes ${OPENID_FORM}`);
  }
  return openid;
}

/** What an openid is made of here, in words. */
export const OPENID_FORM = '1 to 64 of A-Z a-z 0-9 _ -, not digits only';

export function isOpenid(openid: string): boolean {
  return /^[\w-]{1,64}$/.test(openid) && !/^-?\d+$/.test(openid);
}

/**
 * Throws unless the SDK of one of our own functions sent the request: it signs with the id that only they are given, and no
 * page in a browser can leave out Origin on a POST.
 */
export function requireSdk(request: IncomingMessage, secretId: string): void {
  const given = /Credential=([^/,\s]+)\//.exec(header(request, 'authorization'))?.[1] ?? '';
  if (request.headers.origin !== undefined || !equalSecrets(given, secretId)) {
    throw new Refusal(403, REFUSED.source, 'only functions of the local cloud reach /admin');
  }
}

/** Compares in constant time; hashing makes the lengths equal. */
function equalSecrets(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

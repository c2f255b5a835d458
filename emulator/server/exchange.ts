import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request with its address, parsed, and the response to write. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

export type Route = (exchange: Exchange) => Promise<void>;

/** A refusal with the HTTP status to answer. `errCode` is what a phone's SDK would report. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly errCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** errCodes of refusals that never reach a function [S]. */
export const REFUSED = {
  parameters: -501007,
  source: -501008,
  permission: -503002,
  system: -501001,
} as const;

/** A client that is told to stop only after its last byte; beyond this many times the limit it is cut off. */
const PATIENCE = 8;

/** Reads a body of at most `limit` bytes; a longer one is read to its end unkept, so that the client gets to see the refusal. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    if (size > limit * PATIENCE) request.destroy();
  }
  if (size > limit) throw new Refusal(413, REFUSED.parameters, `the body exceeds ${limit} bytes`);
  return Buffer.concat(chunks);
}

/** One header, or '' when it is absent or repeated. */
export function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

/** The SDK tells a JSON error from bytes by exactly this type [S]. */
const JSON_TYPE = 'application/json; charset=utf-8';

export function sendJson(response: ServerResponse, status: number, json: string): void {
  send(response, status, { 'content-type': JSON_TYPE, 'cache-control': 'no-store' }, Buffer.from(json));
}

export function send(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: Buffer = Buffer.alloc(0),
): void {
  response.writeHead(status, {
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'content-length': String(body.length),
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

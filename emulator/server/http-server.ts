import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectionDropped } from '../faults';
import type { Log } from '../log';
import { REFUSED, Refusal, sendJson, type Route } from './exchange';
import { requireOwnOrigin } from './guard';

/** Loopback only: the local cloud is nobody else's. */
const HOST = '127.0.0.1';
/** Ports tried one after the other when the first is busy. */
const PORTS_TRIED = 50;

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface HttpOptions {
  /** 0 or absent: any free one. */
  port?: number;
  /** Takes the next free port when `port` is busy. */
  portSearch?: boolean;
  route: (method: string, pathname: string) => Route;
  log: Log;
}

/** Starts listening on 127.0.0.1; rejects when the port is busy and no other may be taken. */
export async function startHttpServer(options: HttpOptions): Promise<HttpServer> {
  const server = createServer((request, response) => void serve(options, request, response));
  // Longer than any client keeps an idle connection (5 s in Node): else a request may meet a connection that just closes.
  server.keepAliveTimeout = 65_000;
  const first = options.port ?? 0;
  await listen(server, first, options.portSearch && first > 0 ? first + PORTS_TRIED : first);
  return {
    port: portOf(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, last: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE' && port < last) resolve(listen(server, port + 1, last));
      else reject(error);
    };
    const onListening = () => {
      server.off('error', onError);
      resolve();
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, HOST);
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function serve(
  options: HttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    // The port on which the request came in: known even while the server is starting.
    requireOwnOrigin(request, request.socket.localPort ?? 0);
    const target = request.url ?? '';
    if (!target.startsWith('/')) throw new Refusal(400, REFUSED.parameters, 'not a path');
    const url = new URL(`http://${HOST}${target}`);
    await options.route(request.method ?? '', url.pathname)({ request, response, url });
  } catch (error) {
    if (response.headersSent || error instanceof ConnectionDropped) response.destroy();
    else answerError(options.log, request, response, error);
  }
}

function answerError(log: Log, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const refusal = error instanceof Refusal ? error : asRefusal(error);
  const text = `${request.method} ${request.url?.split('?')[0]}: ${refusal.message}`;
  log({ level: refusal.status >= 500 ? 'error' : 'warn', text });
  const errMsg = refusal.status >= 500 ? 'resource system error' : refusal.message;
  // What is still being sent is not read: the connection cannot be used again.
  if (!request.complete) response.setHeader('connection', 'close');
  sendJson(response, refusal.status, JSON.stringify({ errCode: refusal.errCode, errMsg }));
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof SyntaxError) return new Refusal(400, REFUSED.parameters, 'the body is not JSON');
  return new Refusal(
    500,
    REFUSED.system,
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
}

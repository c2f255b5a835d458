import { request, type IncomingHttpHeaders } from 'node:http';

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The body as JSON. */
  json: () => unknown;
}

export interface RawRequest {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** One request to 127.0.0.1 with exactly these headers: fetch would not let a test forge Host or Origin. */
export function rawRequest(port: number, options: RawRequest = {}): Promise<RawAnswer> {
  const { method = 'GET', path = '/', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const content = Buffer.concat(chunks);
        const json = () => JSON.parse(content.toString()) as unknown;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: content, json });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

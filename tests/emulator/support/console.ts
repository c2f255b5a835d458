import { rawRequest, type RawAnswer } from './http';

/** The console's API of one cloud, asked as its page asks. */
export interface ConsoleClient {
  get<T>(name: string): Promise<T>;
  post<T>(name: string, body?: object): Promise<T>;
  /** The answer as it came, refused or not. */
  raw(method: string, name: string, body?: object, headers?: Record<string, string>): Promise<RawAnswer>;
}

export function consoleClient({ port, token }: { port: number; token: string }): ConsoleClient {
  const raw: ConsoleClient['raw'] = (method, name, body, headers = {}) =>
    rawRequest(port, {
      method,
      path: `/console/api/${name}`,
      headers: { 'x-local-token': token, ...headers },
      body: body && JSON.stringify(body),
    });
  const answered = async <T>(answer: Promise<RawAnswer>): Promise<T> => {
    const { status, json } = await answer;
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(json())}`);
    return json() as T;
  };
  return {
    get: (name) => answered(raw('GET', name)),
    post: (name, body = {}) => answered(raw('POST', name, body)),
    raw,
  };
}

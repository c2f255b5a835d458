/** A refusal of the server, in its own words; `lost` when it could not be reached at all. */
export class ApiError extends Error {
  constructor(
    readonly kind: 'token' | 'lost' | 'refused',
    message: string,
  ) {
    super(message);
  }
}

/** The console's API. Methods reject with an ApiError. */
export class Api {
  constructor(private readonly token: string) {}

  get<T>(name: string, query: Record<string, string> = {}): Promise<T> {
    const search = new URLSearchParams(query).toString();
    return this.ask(search ? `${name}?${search}` : name, { method: 'GET' });
  }

  post<T>(name: string, body: object = {}): Promise<T> {
    return this.ask(name, { method: 'POST', body: JSON.stringify(body) });
  }

  private async ask<T>(name: string, init: RequestInit): Promise<T> {
    const headers = { 'X-Local-Token': this.token };
    const response = await fetch(`api/${name}`, { ...init, headers }).catch(() => null);
    if (!response) throw new ApiError('lost', '连接不到本地云');
    const answer = (await response.json()) as { errMsg?: string };
    if (response.ok) return answer as T;
    throw new ApiError(
      response.status === 403 ? 'token' : 'refused',
      answer.errMsg ?? String(response.status),
    );
  }
}

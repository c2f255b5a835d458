type Listener = (event: { type: 'abort' }) => void;

/** The part of AbortSignal that react-query reads. */
class Signal {
  aborted = false;
  reason: unknown = undefined;
  onabort: Listener | null = null;
  private listeners: Listener[] = [];

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.push(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners = this.listeners.filter((other) => other !== listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  end(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason ?? Object.assign(new Error('aborted'), { name: 'AbortError' });
    this.onabort?.({ type: 'abort' });
    for (const listener of [...this.listeners]) listener({ type: 'abort' });
  }
}

class Controller {
  readonly signal = new Signal();
  abort(reason?: unknown): void {
    this.signal.end(reason);
  }
}

/** WeChat's engine has no AbortController: webpack provides this one there (config/index.ts). */
export { Controller as AbortController };

import type { CallName, CallOutput, CallRequest } from '../../contract/calls';
import type { Envelope } from '../../contract/envelope';
import type { LocalCloud } from '../../emulator';

/** Calls under way at once: the cloud and its functions keep two cores busy with three; more only wait. */
const AT_ONCE = 2;

/** Runs `work` for every item, a few at a time, in the order given. */
export async function forAll<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** The phone of one person: calls of the gateway as the mini-program makes them. */
export class Phone {
  private sent = 0;

  constructor(
    private readonly cloud: LocalCloud,
    readonly openid: string,
  ) {}

  /** A query. @throws Error that names the call and the code when it is refused */
  async ask<N extends CallName>(action: N, input: CallRequest<N>): Promise<CallOutput<N>> {
    const answer = await this.cloud.call('api', { action, input }, this.openid);
    if (!('result' in answer)) throw new Error(`${action} by ${this.openid}: ${answer.errMsg}`);
    const envelope = answer.result as Envelope<CallOutput<N>>;
    if (envelope.ok) return envelope.data;
    const { code, fields } = envelope.error;
    throw new Error(`${action} by ${this.openid}: ${code} ${JSON.stringify(fields ?? {})}`);
  }

  /** A command; its client id is the count of this phone's commands, so that the same seed makes the same ids. */
  async tell<N extends CallName>(action: N, input: Omit<CallRequest<N>, 'clientId'>): Promise<CallOutput<N>> {
    this.sent += 1;
    const clientId = `seed-${String(this.sent).padStart(6, '0')}`;
    return this.ask(action, { ...input, clientId } as unknown as CallRequest<N>);
  }

  /** Uploads a picture as `wx.cloud.uploadFile` does; gives its file id. */
  async upload(picture: Buffer): Promise<string> {
    this.sent += 1;
    const path = `photos/${this.openid}-${this.sent}.png`;
    const answer = await fetch(`${this.cloud.url}/upload?path=${encodeURIComponent(path)}`, {
      method: 'POST',
      headers: {
        'X-Local-Token': this.cloud.token,
        'X-Local-Openid': this.openid,
        'Content-Type': 'application/octet-stream',
      },
      body: new Uint8Array(picture),
    });
    const { fileID } = (await answer.json()) as { fileID?: string };
    if (!fileID) throw new Error(`the picture ${path} was not taken: ${answer.status}`);
    return fileID;
  }
}

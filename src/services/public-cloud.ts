import type { Envelope } from '@contract/envelope';
import type { PublicAnswers, PublicInput, PublicName } from '@contract/public';
import { CallError } from './call-error';
import { localToken } from './local-identity';
import { noteServerNow } from './server-clock';

/** The projector asks again by itself: a lost answer is not waited for. */
const TIMEOUT_MS = 8_000;

async function sent(body: string): Promise<Envelope<unknown> | null> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const response = await fetch('./http/public', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Local-Token': localToken() },
      body,
      signal: stop.signal,
    });
    return response.ok ? ((await response.json()) as Envelope<unknown>) : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * One question to the function `public`, from a page without a WeChat identity: over HTTP, on the page's own origin
 * (docs/decisions/0013). H5 only.
 * @throws CallError with the contract's code, or NO_ANSWER
 */
export async function askPublic<N extends PublicName>(
  action: N,
  input: PublicInput<N>,
): Promise<PublicAnswers[N]> {
  const envelope = await sent(JSON.stringify({ action, input }));
  if (!envelope || typeof envelope.ok !== 'boolean') throw new CallError('NO_ANSWER');
  noteServerNow(envelope.now);
  if (envelope.ok) return envelope.data as PublicAnswers[N];
  throw new CallError(envelope.error.code, envelope.error.requestId, envelope.error.fields);
}

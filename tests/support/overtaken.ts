import type { Envelope } from '@contract/envelope';
import type { TestCloud } from './local-cloud';
import { until } from './until';

/** Longer than any call takes to meet what is held back. */
const HELD_MS = 300_000;
/** On a machine with much other work. */
const PATIENCE_MS = 60_000;
/** What a phone sends again, with the same client id, until it is answered. */
const AGAIN = ['BUSY', 'INTERNAL'];

type Send = () => Promise<Envelope<unknown>>;

export interface Pair {
  /** The one that is held back. */
  slow: Send;
  /** The one that comes after it and is done meanwhile. */
  quick: Send;
  /** Envelopes of both, and what stands. */
  check: (slow: Envelope<unknown>, quick: Envelope<unknown>) => Promise<void>;
}

async function answered(send: Send): Promise<Envelope<unknown>> {
  const answer = await send();
  return !answer.ok && AGAIN.includes(answer.error.code) ? send() : answer;
}

/**
 * Holds a call back before each of its database requests in turn, until another call is over or has met it and begun again: every place
 * at which the one can be overtaken by the whole of the other. Gives how many there were.
 */
export async function overtakenAnywhere(
  { cloud: { faults } }: TestCloud,
  prepare: () => Promise<Pair>,
): Promise<number> {
  for (let nth = 1; ; nth += 1) {
    const { slow, quick, check } = await prepare();
    faults.reset();
    const held = faults.on({ action: /^database\./, nth, then: { delay: HELD_MS } });
    const done = { slow: false, quick: false };
    const one = answered(slow).finally(() => (done.slow = true));
    const said = (what: string) => () => `request ${nth}: ${what}, ${JSON.stringify(done)}`;
    await until(() => held.hits === 1 || done.slow, said('the slow call'), PATIENCE_MS);
    const overtaken = held.hits === 1;
    const before = faults.requests()['database.startTransaction'] ?? 0;
    const two = answered(quick).finally(() => (done.quick = true));
    const met = () => (faults.requests()['database.startTransaction'] ?? 0) > before + 1;
    await until(() => done.quick || met(), said('the quick call'), PATIENCE_MS);
    faults.reset();
    await check(await one, await two);
    if (!overtaken) return nth;
  }
}

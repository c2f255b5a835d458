import type { TestCloud } from './local-cloud';
import { until } from './until';

/** Longer than the other call can take to meet what is held back. */
const HELD_MS = 20_000;

/**
 * Two calls at once: all that the first one writes is written and not committed while the second one's transaction runs, until
 * that is over or has met the first one and begun again.
 */
export async function overlapping(
  { cloud: { faults } }: TestCloud,
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
) {
  faults.reset();
  const held = faults.on({ action: 'database.commitTransaction', then: { delay: HELD_MS } });
  const one = first();
  await until(() => held.hits === 1);
  let over = false;
  const two = second().finally(() => {
    over = true;
  });
  const both = Promise.allSettled([one, two]);
  await until(() => over || (faults.requests()['database.startTransaction'] ?? 0) > 2);
  faults.reset();
  return both;
}

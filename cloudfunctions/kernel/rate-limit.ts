import { _ } from './cloud';
import { store } from './database';
import { isDuplicateKey } from './failures';
import { idOf } from './ids';
import type { Job } from './job';
import { Refusal } from './refusal';

const WINDOW_MS = 10 * 60 * 1000;

interface RateLimitDocument {
  _id: string;
  count: number;
  endsAt: number;
}

const tooOften = (endsAt: number) => new Refusal('TOO_OFTEN', undefined, endsAt);

// Reads cost nothing that must be fair between instances: a count in this instance is enough and costs no request.
const reads = new Map<string, { count: number; endsAt: number }>();
const READS_KEPT = 5000;

/** Counts a read of this person; throws TOO_OFTEN over the limit. */
export function limitRead(personId: string, action: string, limit: number, now: number): void {
  const key = `${personId} ${action}`;
  const seen = reads.get(key);
  if (!seen || seen.endsAt <= now) {
    if (reads.size >= READS_KEPT) reads.clear();
    reads.set(key, { count: 1, endsAt: now + WINDOW_MS });
    return;
  }
  seen.count += 1;
  if (seen.count > limit) throw tooOften(seen.endsAt);
}

/** Counts a command of this person in the database, so that all instances agree; throws TOO_OFTEN over the limit. */
export async function limitCommand(
  personId: string,
  action: string,
  limit: number,
  now: number,
): Promise<void> {
  const window = Math.floor(now / WINDOW_MS);
  const _id = idOf('rate', personId, action, String(window));
  const endsAt = (window + 1) * WINDOW_MS;
  // Counted before it is compared: a limit reached stays reached, however many calls come at once.
  if (await store.updateWhere('rate_limits', { _id, count: _.lt(limit) }, { count: _.inc(1) })) return;
  try {
    await store.insert<RateLimitDocument>('rate_limits', { _id, count: 1, endsAt });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // Either somebody was first a moment ago, or the limit is reached: the same question again tells which.
    if (await store.updateWhere('rate_limits', { _id, count: _.lt(limit) }, { count: _.inc(1) })) return;
    throw tooOften(endsAt);
  }
}

/** Counts removed in one request, and requests in one run of the timer: it has other things to do in its minute. */
const SWEPT_AT_ONCE = 500;
const SWEEPS = 4;

async function sweep(now: number): Promise<void> {
  const over = { endsAt: _.lte(now - WINDOW_MS) };
  for (let round = 1; round <= SWEEPS; round += 1) {
    const rows = await store.find<RateLimitDocument>('rate_limits', over, {
      order: [['endsAt', 'asc']],
      limit: SWEPT_AT_ONCE,
    });
    const ids = rows.map(({ _id }) => _id);
    await store.removeAll('rate_limits', ids);
    if (ids.length < SWEPT_AT_ONCE) return;
  }
}

/**
 * Removes the counts whose window has been over for as long again, so that a call on its way at the end of one still meets it
 * (SEC-7). What is left over is removed by the next run.
 */
export const sweepRateLimits: Job = { name: 'kernel.sweep-rate-limits', run: sweep };

import { identity } from './cloud';
import { serverNow } from './clock';
import { store } from './database';
import { isDuplicateKey } from './failures';
import { randomId } from './ids';
import { describe, log } from './log';

/** Something that the timer does when it is due; run twice it must change nothing the second time. */
export interface Job {
  name: string;
  run(now: number, requestId: string): Promise<void>;
}

const LEASE_MS = 55_000;

interface LeaseDocument {
  _id: string;
  until: number;
}

/** Takes the timer's lease: triggers come at least once, and two instances must not sweep at the same time. */
async function takeLease(now: number): Promise<boolean> {
  const held = await store.get<LeaseDocument>('settings', 'timer-lease');
  if (!held) {
    try {
      await store.insert<LeaseDocument>('settings', { _id: 'timer-lease', until: now + LEASE_MS });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
  if (held.until > now) return false;
  return store.updateWhere('settings', { _id: 'timer-lease', until: held.until }, { until: now + LEASE_MS });
}

async function runJob(job: Job, now: number, requestId: string): Promise<boolean> {
  try {
    await job.run(now, requestId);
    return true;
  } catch (error) {
    log('error', 'job failed', { job: job.name, requestId, ...describe(error) });
    return false;
  }
}

/**
 * Runs every job once; one that fails harms no other and is tried again the next minute.
 * Only the platform's own trigger may call: a missing OPENID is no proof, SOURCE must be exactly `wx_trigger` (platform.md).
 */
export async function runJobs(jobs: readonly Job[]): Promise<{ ran: number; failed: number }> {
  const now = serverNow();
  const { source, openid } = identity();
  if (source !== 'wx_trigger' || openid) return { ran: 0, failed: 0 };
  if (!(await takeLease(now))) return { ran: 0, failed: 0 };
  const requestId = randomId().slice(0, 12);
  let failed = 0;
  for (const job of jobs) if (!(await runJob(job, now, requestId))) failed += 1;
  // Given back at once, so that the next trigger finds it free even when the clock was moved by hand.
  await store.updateWhere('settings', { _id: 'timer-lease' }, { until: 0 });
  return { ran: jobs.length, failed };
}

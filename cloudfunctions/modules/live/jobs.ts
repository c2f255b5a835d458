import { inTurn } from '../../kernel/in-turn';
import type { Job } from '../../kernel/job';
import { asks, lives } from './repository';

/** A day after it ended by itself nobody looks at who asked to speak any more. */
const KEPT_MS = 24 * 60 * 60 * 1000;

async function sweep(now: number, requestId: string): Promise<void> {
  await inTurn('live.clear', requestId, await lives.left(now - KEPT_MS), async (live) => {
    // Asks first: broken off here, the meeting is found again.
    if (await asks.remove(live._id)) await lives.clear(live);
  });
}

/** Removes who asked to speak, with their names, and the projectors of meetings that are over (LIVE-9). */
export const clearLiveMeetings: Job = { name: 'live.clear', run: sweep };

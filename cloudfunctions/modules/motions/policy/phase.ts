import type { MotionPhase } from '@contract/meetings';
import type { MotionDocument } from '../documents';

type Timed = Pick<MotionDocument, 'state' | 'opensAt' | 'closesAt'>;

/** What an announced motion is at an instant: the clock alone opens and closes it (CLK-1, CLK-3). */
export function phaseOf({ state, opensAt, closesAt }: Timed, now: number): MotionPhase {
  if (state !== 'announced') return state;
  if (now < opensAt) return 'announced';
  return now <= closesAt ? 'open' : 'counting';
}

import type { DecideOptions } from '@contract/decision';
import type { MotionDocument } from '../documents';
import { termsOf } from '../rules/rule-book';

type Ruled = Pick<MotionDocument, 'rule' | 'membership' | 'base' | 'turnout' | 'options'>;

/** What a motion's own choices are to the rule engine. */
export function decideOptionsOf({ membership, base, turnout, options }: Ruled): DecideOptions {
  return {
    membership: membership ?? undefined,
    base: base ?? undefined,
    turnout: turnout ?? undefined,
    optionCount: options.length || undefined,
  };
}

export function weighsArea(motion: Ruled): boolean {
  return termsOf(motion.rule, decideOptionsOf(motion)).weighsArea;
}

/** Whether those present are counted: an assembly that meets (ASM-7); in writing, whoever casts a ballot is there. */
export function countsPresent(motion: Ruled & Pick<MotionDocument, 'meetingId'>): boolean {
  return motion.meetingId !== null && termsOf(motion.rule, decideOptionsOf(motion)).base === 'present';
}

/** Whether a voter has to check in before the ballot counts (ASM-9). */
export function needsPresence(motion: Ruled & Pick<MotionDocument, 'meetingId' | 'phonePresence'>): boolean {
  return countsPresent(motion) && !motion.phonePresence;
}

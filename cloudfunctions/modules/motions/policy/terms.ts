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

/**
 * Why a motion cannot announce an extension, as a sentence, or null: it follows from the taking part that its rule asks for, and
 * those present are counted in the yard, which is over when the meeting is (EXT-1).
 */
export function extensionRefusal(
  motion: Ruled & Pick<MotionDocument, 'meetingId' | 'worth' | 'extension'>,
): string | null {
  if (!motion.extension) return null;
  if (countsPresent(motion)) return '会上表决看的是到会的人，散会以后不能延长';
  const quorum = motion.worth !== 'opinion' && termsOf(motion.rule, decideOptionsOf(motion)).turnout;
  return quorum ? null : '这次表决不要求多少人参加，不用约定延长';
}

/** Whether a voter has to check in before the ballot counts (ASM-9). */
export function needsPresence(motion: Ruled & Pick<MotionDocument, 'meetingId' | 'phonePresence'>): boolean {
  return countsPresent(motion) && !motion.phonePresence;
}

import type { Choice } from '@contract/decision';

/** A ballot paper with more is not read any more; the statutes name no limit. */
export const MAX_OPTIONS = 20;

const PLAIN: readonly Choice[] = ['yes', 'no', 'abstain'];

/**
 * The choices of a motion in the order of its ballot paper: 同意 / 反对 / 弃权, or the options with 都不同意
 * and 弃权 (MOT-2). Throws RangeError for fewer than two options or too many.
 */
export function offeredChoices(optionCount?: number): readonly Choice[] {
  if (optionCount === undefined) return PLAIN;
  return [...optionChoices(optionCount), 'none-of-them', 'abstain'];
}

function optionChoices(optionCount: number): Choice[] {
  if (!Number.isSafeInteger(optionCount) || optionCount < 2 || optionCount > MAX_OPTIONS) {
    throw new RangeError(`a motion has 2 to ${MAX_OPTIONS} options, not ${optionCount}`);
  }
  return Array.from({ length: optionCount }, (_, index): Choice => `option:${index + 1}`);
}

/** Whether a ballot may name this choice (BAL-1). */
export function choiceRefusal(choice: string, optionCount?: number): 'CHOICE_UNKNOWN' | null {
  return offeredChoices(optionCount).some((offered) => offered === choice) ? null : 'CHOICE_UNKNOWN';
}

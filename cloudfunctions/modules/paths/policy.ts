import type { ErrorCode } from '@contract/errors';
import type { RecordedStep } from '@contract/paths';
import { type Actor, holds } from '../../kernel/person';
import type { PathRecord } from './documents';
import { isFollowed, standing, unrecordedBefore } from './rules/standing';
import { recordersOf } from './rules/steps';

/** What recording on a board depends on. */
export interface PathState {
  path: readonly string[];
  records: readonly PathRecord[];
  /** Steps that an announced or counted vote of the matter rests on. */
  inUse: readonly RecordedStep[];
  /** The day on which the first vote that rests on a step opened. */
  opensOn: Partial<Record<RecordedStep, string>>;
  /** The day on which its charter was voted; null: it was not. */
  votedOn: string | null;
}

function byOffice(actor: Actor, now: number, step: RecordedStep, { path }: PathState): ErrorCode | null {
  return holds(actor, now, recordersOf(step), path) ? null : 'NOT_ALLOWED';
}

/** Once, and after the steps before it (PATH-14). */
export function mayRecord(actor: Actor, now: number, step: RecordedStep, state: PathState): ErrorCode | null {
  const denial = byOffice(actor, now, step, state);
  if (denial) return denial;
  if (standing(state.records, step)) return 'PATH_STEP_RECORDED';
  if (step === 'filing' && state.votedOn === null) return 'RESULT_PENDING';
  return unrecordedBefore(step, state.records) ? 'PATH_STEP_MISSING' : null;
}

/** At any time: the old entry stays visible with the reason (PATH-15). */
export function mayCorrect(
  actor: Actor,
  now: number,
  step: RecordedStep,
  state: PathState,
): ErrorCode | null {
  return byOffice(actor, now, step, state) ?? (standing(state.records, step) ? null : 'STALE');
}

/** Neither while a vote rests on it (PATH-16) nor while a later step does. */
export function mayWithdraw(
  actor: Actor,
  now: number,
  step: RecordedStep,
  state: PathState,
): ErrorCode | null {
  const denial = mayCorrect(actor, now, step, state);
  if (denial) return denial;
  if (state.inUse.includes(step)) return 'PATH_STEP_IN_USE';
  return isFollowed(step, state.records) ? 'PATH_STEP_FOLLOWED' : null;
}

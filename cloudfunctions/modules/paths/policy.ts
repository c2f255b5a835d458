import type { ErrorCode } from '@contract/errors';
import type { RecordedStep } from '@contract/paths';
import { type Actor, holds } from '../../kernel/person';
import type { PathRecord } from './documents';
import { isFollowed, RECORDS_MAX, standing, unrecordedBefore } from './rules/standing';
import { GOOD_FOR, recordersOf } from './rules/steps';

/** What recording on a board depends on. */
export interface PathState {
  path: readonly string[];
  records: readonly PathRecord[];
  /** What a step of a meeting or of a vote is recorded for now; null: there is none (PATH-20). */
  here: { meeting: string | null; vote: string | null };
  /** Steps that an announced or counted vote of the matter rests on. */
  inUse: readonly RecordedStep[];
  /** The day on which the first vote that rests on a step opened. */
  opensOn: Partial<Record<RecordedStep, string>>;
  /** The day on which its charter was voted; null: it was not. */
  votedOn: string | null;
}

/** What a record of this step would be good for: null of one of the matter. */
export function hereFor(step: RecordedStep, { here }: Pick<PathState, 'here'>): string | null {
  const good = GOOD_FOR[step];
  return good === 'matter' ? null : here[good];
}

/** The record of a step that stands here, or null. */
export const recordHere = (step: RecordedStep, state: Pick<PathState, 'records' | 'here'>) =>
  standing(state.records, step, hereFor(step, state));

function byOffice(actor: Actor, now: number, step: RecordedStep, { path }: PathState): ErrorCode | null {
  return holds(actor, now, recordersOf(step), path) ? null : 'NOT_ALLOWED';
}

/** One entry more (PATH-21). */
const room = ({ records }: PathState): ErrorCode | null =>
  records.length < RECORDS_MAX ? null : 'PATH_FULL';

function onStanding(actor: Actor, now: number, step: RecordedStep, state: PathState): ErrorCode | null {
  return byOffice(actor, now, step, state) ?? (recordHere(step, state) ? null : 'STALE');
}

/** Once, and after the steps before it (PATH-14). */
export function mayRecord(actor: Actor, now: number, step: RecordedStep, state: PathState): ErrorCode | null {
  const denial = byOffice(actor, now, step, state);
  if (denial) return denial;
  if (GOOD_FOR[step] === 'meeting' && state.here.meeting === null) return 'PATH_NO_MEETING';
  if (recordHere(step, state)) return 'PATH_STEP_RECORDED';
  if (step === 'filing' && state.votedOn === null) return 'RESULT_PENDING';
  return unrecordedBefore(step, state.records) ? 'PATH_STEP_MISSING' : room(state);
}

/** At any time: the old entry stays visible with the reason (PATH-15). */
export function mayCorrect(
  actor: Actor,
  now: number,
  step: RecordedStep,
  state: PathState,
): ErrorCode | null {
  return onStanding(actor, now, step, state) ?? room(state);
}

/** Neither while a vote rests on it (PATH-16) nor while a later step does. */
export function mayWithdraw(
  actor: Actor,
  now: number,
  step: RecordedStep,
  state: PathState,
): ErrorCode | null {
  const denial = onStanding(actor, now, step, state);
  if (denial) return denial;
  if (state.inUse.includes(step)) return 'PATH_STEP_IN_USE';
  return isFollowed(step, state.records) ? 'PATH_STEP_FOLLOWED' : null;
}

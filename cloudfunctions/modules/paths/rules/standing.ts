import type { Body, Subject, Worth } from '@contract/decision';
import type { RecordedStep } from '@contract/paths';
import { demandedBefore, GOOD_FOR, IN_ORDER, type StepRule } from './steps';

interface Recorded {
  id: string;
  step: RecordedStep;
  doneOn: string;
  setAside: object | null;
  forId?: string | null;
}

/** Whether a record of a step is good for a meeting or vote; of a step of the matter it is for all of them (PATH-20). */
export function isGoodFor({ step, forId }: Pick<Recorded, 'step' | 'forId'>, here: string | null): boolean {
  return GOOD_FOR[step] === 'matter' || forId === undefined || forId === here;
}

/** The record of a step that stands for a meeting or vote, or null. */
export function standing<R extends Recorded>(
  records: readonly R[],
  step: RecordedStep,
  here: string | null = null,
): R | null {
  const stands = (record: R) => record.step === step && record.setAside === null && isGoodFor(record, here);
  return records.find(stands) ?? null;
}

/** A vote as the path looks at it. */
export interface PathVote {
  body: Body;
  subject: Subject;
  worth: Worth;
  meetingId: string | null;
}

/** The first step that the law asks for before this vote and that nobody recorded, or null (PATH-17). */
export function missingBefore(
  vote: PathVote,
  records: readonly Recorded[],
  committeeTold: boolean,
): StepRule | null {
  const question = { body: vote.body, subject: vote.subject, onMeeting: vote.meetingId !== null };
  const demanded = demandedBefore(question, vote.worth);
  const there = (step: RecordedStep) =>
    standing(records, step, vote.meetingId) !== null || (step === 'committee-told' && committeeTold);
  return demanded.find(({ step }) => !there(step as RecordedStep)) ?? null;
}

/** Steps of the order that come before and after one; none for a step that stands by itself. */
function around(step: RecordedStep): { before: readonly RecordedStep[]; after: readonly RecordedStep[] } {
  const at = IN_ORDER.indexOf(step);
  return at < 0
    ? { before: [], after: [] }
    : { before: IN_ORDER.slice(0, at), after: IN_ORDER.slice(at + 1) };
}

/** The step of the order that has to be recorded first, or null (PATH-14). */
export function unrecordedBefore(step: RecordedStep, records: readonly Recorded[]): RecordedStep | null {
  return around(step).before.find((one) => !standing(records, one)) ?? null;
}

/** Whether a later step of the order rests on this one. */
export function isFollowed(step: RecordedStep, records: readonly Recorded[]): boolean {
  return around(step).after.some((one) => standing(records, one) !== null);
}

/** Entries on one board, those that were set aside among them: a document does not grow without end (PATH-21). */
export const RECORDS_MAX = 100;

export interface DayLimits {
  today: string;
  /** The day on which the first statutory vote of the matter opened; null: none was announced. */
  opensOn: string | null;
  /** The day on which its charter was voted; null: it was not. */
  votedOn: string | null;
}

/** Why a step cannot have been done on this day, as a sentence, or null: not in the future, and in the order of the steps (PATH-14). */
export function dayProblem(
  step: RecordedStep,
  doneOn: string,
  records: readonly Recorded[],
  { today, opensOn, votedOn }: DayLimits,
): string | null {
  if (doneOn > today) return '日期不能晚于今天';
  if (step === 'filing') {
    return votedOn !== null && doneOn < votedOn ? '备案要在表决以后，请核对日期' : null;
  }
  if (opensOn !== null && doneOn > opensOn) return '这一步要在表决开始以前，请核对日期';
  const { before, after } = around(step);
  const on = (one: RecordedStep) => standing(records, one)?.doneOn;
  if (before.some((one) => (on(one) ?? doneOn) > doneOn)) return '日期不能早于前面的步骤';
  return after.some((one) => (on(one) ?? doneOn) < doneOn) ? '日期不能晚于后面的步骤' : null;
}

import type { PathRecordView, PathStep, PathStepView, RecordedStep } from '@contract/paths';
import type { Actor } from '../../kernel/person';
import type { PathRecord } from './documents';
import { mayCorrect, mayRecord, mayWithdraw, type PathState, recordHere } from './policy';
import { isRecorded, type StepRule } from './rules/steps';

/** What the data prove of a step: the day, how, and where it is shown. */
export interface Evidence {
  doneOn: string;
  words: string;
  link: string | null;
}
export type Proved = Partial<Record<PathStep, Evidence>>;

export function recordView(record: PathRecord): PathRecordView {
  const { id, doneOn, responsible, text, photos, by, at, setAside } = record;
  return { id, doneOn, responsible, text, photos, by, at, setAside };
}

function canOf(actor: Actor, now: number, step: RecordedStep, state: PathState): PathStepView['can'] {
  return {
    record: mayRecord(actor, now, step, state),
    correct: mayCorrect(actor, now, step, state),
    withdraw: mayWithdraw(actor, now, step, state),
  };
}

/** Nobody records what the data prove. */
const DERIVED: PathStepView['can'] = {
  record: 'NOT_ALLOWED',
  correct: 'NOT_ALLOWED',
  withdraw: 'NOT_ALLOWED',
};

interface Standing {
  actor: Actor;
  now: number;
  state: PathState;
  proved: Proved;
  /** Whether missing steps stop the vote (PATH-17). */
  enforced: boolean;
}

function recordOf(step: PathStep, state: PathState): PathRecord | null {
  return isRecorded(step) ? recordHere(step, state) : null;
}

type Marked = PathStepView['state'];

/** Whether a step can be late: a filing once its charter passed, and the word to the committee once the notice went out without it. */
function isDue({ step }: StepRule, { state, proved }: Standing): boolean {
  if (step === 'filing') return state.votedOn !== null;
  return step !== 'committee-told' || proved.notice !== undefined;
}

/** ✓ done, ! missing and asked for by law, ● the one that is due, ○ later. */
function markOf(rule: StepRule, done: boolean, first: boolean, around: Standing): Marked {
  if (done) return 'done';
  if (!rule.asked) return 'optional';
  if (isRecorded(rule.step) && around.enforced && isDue(rule, around)) return 'missing';
  return first ? 'now' : 'later';
}

/** The steps in their order, each with its day, proof and what to do (PATH-12). */
export function stepViews(rules: readonly StepRule[], around: Standing): PathStepView[] {
  const { actor, now, state, proved } = around;
  const isDone = ({ step }: StepRule) => Boolean(proved[step] ?? recordOf(step, state));
  const first = rules.find((rule) => rule.asked && !isDone(rule));
  return rules.map((rule) => {
    const { step, title, article, whose, todo } = rule;
    const record = recordOf(step, state);
    const evidence = proved[step];
    const earlier = state.records.filter((one) => one.step === step && one !== record);
    return {
      ...{ step, title, article, whose },
      state: markOf(rule, isDone(rule), rule === first, around),
      doneOn: record?.doneOn ?? evidence?.doneOn ?? null,
      words: evidence?.words ?? record?.text ?? todo,
      link: evidence?.link ?? null,
      record: record && recordView(record),
      earlier: earlier.map(recordView),
      can: isRecorded(step) ? canOf(actor, now, step, state) : DERIVED,
    };
  });
}

import {
  type BillView,
  CORRECTED_STEPS,
  type CorrectedStep,
  type EarlierStepView,
  type ObjectionView,
  type RepairStepView,
  type RepairSummary,
} from '@contract/repairs';
import type { Office } from '@contract/roles';
import { OFFICE_WORDS } from '../../kernel/offices';
import type { Actor } from '../../kernel/person';
import { chinaDay } from '../../kernel/wording';
import { dayOf } from '../motions/rules/days';
import type { Bill, Objection, RepairDocument, StepRecord } from './documents';
import { mayAnswer, mayCorrect, mayOpen } from './policy';
import { STAGE_WORDS, stepStates, STEPS, yuanWords } from './rules';

export function summaryView(repair: RepairDocument): RepairSummary {
  const { _id: id, title, where, placeName, stage, estimate, createdAt, found } = repair;
  const words = { stageWords: STAGE_WORDS[stage], estimateWords: yuanWords(estimate) };
  return { id, title, where, placeName, stage, ...words, createdAt, photo: found.photos[0] ?? null };
}

export function billView(bill: Bill): BillView {
  const { amount, contractor, acceptance, photos, publishedAt, untilOn, by, reason } = bill;
  const said = { contractor, acceptance, photos, publishedAt, untilOn, by, reason };
  return { amount, amountWords: yuanWords(amount), ...said };
}

/** Whoever complains about a bill is not shown to the whole estate (SEC-9). */
export function objectionView(
  actor: Actor,
  now: number,
  repair: RepairDocument,
  objection: Objection,
): ObjectionView {
  const { id, personId, personName, text, at, answer } = objection;
  const mine = personId === actor.personId;
  const named = mine || mayOpen(actor, now, repair.path) === null;
  const can = { answer: mayAnswer(actor, now, repair, objection) };
  return { id, by: named ? personName : '一位邻居', mine, text, at, answer, can };
}

type Evidence = Pick<RepairStepView, 'doneOn' | 'responsible' | 'words' | 'photos'>;

const ofRecord = (record: StepRecord | null): Evidence | null =>
  record && {
    doneOn: record.doneOn,
    responsible: record.responsible,
    words: record.text,
    photos: record.photos,
  };

function ofBill(bill: Bill | undefined): Evidence | null {
  if (!bill) return null;
  const words = `${bill.contractor}，共${yuanWords(bill.amount)}，公示到${chinaDay(bill.untilOn)}。${bill.acceptance}`;
  return { doneOn: dayOf(bill.publishedAt), responsible: bill.by, words, photos: bill.photos };
}

/** What is known of each step that is behind the case. */
function evidenceOf(repair: RepairDocument): Record<RepairStepView['step'], Evidence | null> {
  const { toldAt, closed, placeName } = repair;
  const bare = { responsible: null, photos: [] };
  return {
    found: ofRecord(repair.found),
    applied: ofRecord(repair.applied),
    told:
      toldAt === null ? null : { ...bare, doneOn: dayOf(toldAt), words: `${placeName}所有人都收到了消息` },
    working: ofRecord(repair.begun),
    published: ofBill(repair.bills.at(-1)),
    closed: closed && {
      ...bare,
      doneOn: dayOf(closed.at),
      responsible: closed.by,
      words: '异议都答复了，办结',
    },
  };
}

const isCorrected = (step: RepairStepView['step']): step is CorrectedStep =>
  (CORRECTED_STEPS as readonly string[]).includes(step);

function earlierOf(repair: RepairDocument, step: RepairStepView['step']): EarlierStepView[] {
  const kept = (repair.corrections ?? []).filter((one) => one.step === step);
  return kept.map(({ record, at, by, reason }) => ({ ...record, corrected: { at, by, reason } }));
}

interface Looking {
  actor: Actor;
  now: number;
  applicants: readonly Office[];
}

export function stepsView(repair: RepairDocument, { actor, now, applicants }: Looking): RepairStepView[] {
  const evidence = evidenceOf(repair);
  const behind = STEPS.filter(({ step }) => evidence[step] !== null).length;
  const states = stepStates(repair.stage, behind);
  return STEPS.map(({ step, title, article, todo }, n) => {
    const known = evidence[step] ?? { doneOn: null, responsible: null, words: todo, photos: [] };
    const correct = isCorrected(step) ? mayCorrect(actor, now, step, repair, applicants) : 'NOT_ALLOWED';
    const earlier = earlierOf(repair, step);
    return { step, title, article, state: states[n] ?? 'later', ...known, earlier, can: { correct } };
  });
}

export const officeLabels = (offices: readonly (keyof typeof OFFICE_WORDS)[]) =>
  offices.map((office) => OFFICE_WORDS[office]);

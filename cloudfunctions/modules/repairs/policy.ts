import type { ErrorCode } from '@contract/errors';
import type { CorrectedStep, RepairStage } from '@contract/repairs';
import type { Office } from '@contract/roles';
import { type Actor, belongsTo, holds, livesIn } from '../../kernel/person';
import type { Objection, RepairDocument } from './documents';
import { BILLS_MAX, CORRECTIONS_MAX, OBJECTIONS_MAX } from './rules';

/** Who sees the danger first: whoever works for the place. */
const FINDERS: readonly Office[] = [
  'secretary',
  'residents-committee',
  'owners-committee',
  'grid-worker',
  'property-manager',
  'building-head',
];
/** Who has the work done and shows the bill. */
const WORKERS: readonly Office[] = [
  'owners-committee',
  'property-manager',
  'residents-committee',
  'secretary',
];
/** A person asks three times at most about one bill: then it has been heard. */
const OBJECTIONS_EACH = 3;

/** The people of the place and the offices over it (SEC-11). */
export function maySee(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  return belongsTo(actor, now, path) ? null : 'NOT_FOUND';
}

export function mayOpen(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  return holds(actor, now, FINDERS, path) ? null : 'NOT_ALLOWED';
}

function at(repair: RepairDocument, ...stages: RepairStage[]): ErrorCode | null {
  return stages.includes(repair.stage) ? null : 'REPAIR_STAGE';
}

/** The owners' committee, or who stands in for it by the local profile (URG-2). */
export function mayApply(
  actor: Actor,
  now: number,
  repair: RepairDocument,
  applicants: readonly Office[],
): ErrorCode | null {
  return (holds(actor, now, applicants, repair.path) ? null : 'REPAIR_APPLICANT') ?? at(repair, 'found');
}

const byWorker = (actor: Actor, now: number, { path }: RepairDocument): ErrorCode | null =>
  holds(actor, now, WORKERS, path) ? null : 'NOT_ALLOWED';

export function mayBegin(actor: Actor, now: number, repair: RepairDocument): ErrorCode | null {
  return byWorker(actor, now, repair) ?? at(repair, 'applied');
}

/** Once the work has begun; a wrong bill is published anew, with a reason (URG-5). */
export function mayPublish(actor: Actor, now: number, repair: RepairDocument): ErrorCode | null {
  const denial = byWorker(actor, now, repair) ?? at(repair, 'working', 'published');
  return denial ?? (repair.bills.length < BILLS_MAX ? null : 'REPAIR_FULL');
}

function byRecorder(
  actor: Actor,
  now: number,
  step: CorrectedStep,
  repair: RepairDocument,
  applicants: readonly Office[],
): ErrorCode | null {
  if (step === 'found') return mayOpen(actor, now, repair.path);
  if (step === 'working') return byWorker(actor, now, repair);
  return holds(actor, now, applicants, repair.path) ? null : 'REPAIR_APPLICANT';
}

/** Whoever records a step puts it right, until the case is closed (URG-7). */
export function mayCorrect(
  actor: Actor,
  now: number,
  step: CorrectedStep,
  repair: RepairDocument,
  applicants: readonly Office[],
): ErrorCode | null {
  const denial =
    byRecorder(actor, now, step, repair, applicants) ??
    at(repair, 'found', 'applied', 'working', 'published');
  if (denial) return denial;
  const record = { found: repair.found, applied: repair.applied, working: repair.begun }[step];
  if (!record) return 'REPAIR_STAGE';
  return (repair.corrections ?? []).length < CORRECTIONS_MAX ? null : 'REPAIR_FULL';
}

/** Neighbours of the place, while the bill is in public; one objection of a person waits at a time (URG-5). */
export function mayObject(actor: Actor, repair: RepairDocument, today: string): ErrorCode | null {
  if (!livesIn(actor, repair.placeId)) return 'NOT_IN_SCOPE';
  const bill = repair.bills.at(-1);
  if (repair.stage !== 'published' || !bill || today > bill.untilOn) return 'REPAIR_STAGE';
  const own = repair.objections.filter(({ personId }) => personId === actor.personId);
  if (own.some(({ answer }) => answer === null)) return 'OBJECTION_OPEN';
  const ofBill = own.filter(({ at: askedAt }) => askedAt >= bill.publishedAt);
  if (ofBill.length >= OBJECTIONS_EACH) return 'OBJECTION_ANSWERED';
  return repair.objections.length < OBJECTIONS_MAX ? null : 'REPAIR_FULL';
}

/** Never by whoever raised it. */
export function mayAnswer(
  actor: Actor,
  now: number,
  repair: RepairDocument,
  objection: Objection,
): ErrorCode | null {
  const denial = byWorker(actor, now, repair) ?? at(repair, 'published');
  if (denial) return denial;
  if (objection.personId === actor.personId) return 'OWN_OBJECTION';
  return objection.answer ? 'OBJECTION_ANSWERED' : null;
}

/** After the last day of the publication, with every objection answered (URG-5). */
export function mayClose(actor: Actor, now: number, repair: RepairDocument, today: string): ErrorCode | null {
  const denial = byWorker(actor, now, repair) ?? at(repair, 'published');
  if (denial) return denial;
  const until = repair.bills.at(-1)?.untilOn ?? today;
  if (today <= until) return 'REPAIR_PUBLISHING';
  return repair.objections.some(({ answer }) => answer === null) ? 'OBJECTION_OPEN' : null;
}

/**
 * As long as no work was begun: afterwards there is a bill to show. What was applied for is taken back by whoever applies, and by
 * nobody else (URG-2).
 */
export function mayWithdraw(
  actor: Actor,
  now: number,
  repair: RepairDocument,
  applicants: readonly Office[],
): ErrorCode | null {
  if (repair.applied && holds(actor, now, applicants, repair.path)) return at(repair, 'applied');
  const denial = mayOpen(actor, now, repair.path) ?? at(repair, 'found', 'applied');
  return denial ?? (repair.stage === 'applied' ? 'REPAIR_APPLICANT' : null);
}

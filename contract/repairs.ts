import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import { clientId, cursor, day, id, optionalText, photos, revision, text } from './fields';
import { type Office, OFFICES } from './roles';

export const REPAIR_KINDS = ['roof', 'lift', 'wall', 'drains', 'fire', 'other'] as const;
/** What of the common parts is in danger. */
export type RepairKind = (typeof REPAIR_KINDS)[number];

export const REPAIR_STAGES = ['found', 'applied', 'working', 'published', 'closed', 'withdrawn'] as const;
export type RepairStage = (typeof REPAIR_STAGES)[number];

/** Steps that an office records, and puts right with a reason until the case is closed (URG-7). */
export const CORRECTED_STEPS = ['found', 'applied', 'working'] as const;
export type CorrectedStep = (typeof CORRECTED_STEPS)[number];

/** What a step said before it was put right. */
export interface EarlierStepView {
  doneOn: string;
  responsible: string;
  text: string;
  photos: string[];
  by: string;
  at: number;
  corrected: { at: number; by: string; reason: string };
}

/** One step of the path of 民法典 281 with its proof (URG-3). */
export interface RepairStepView {
  step: 'found' | 'applied' | 'told' | 'working' | 'published' | 'closed';
  title: string;
  article: string;
  state: 'done' | 'now' | 'later';
  /** 'YYYY-MM-DD' once it is done. */
  doneOn: string | null;
  responsible: string | null;
  words: string;
  photos: string[];
  /** Oldest first. */
  earlier: EarlierStepView[];
  can: Can<'correct'>;
}

export interface ObjectionView {
  id: string;
  /** The name for the offices and for whoever raised it; '一位邻居' for all others. */
  by: string;
  mine: boolean;
  text: string;
  at: number;
  answer: { text: string; by: string; at: number } | null;
  can: Can<'answer'>;
}

export interface BillView {
  amount: number;
  /** '46,200.00元' */
  amountWords: string;
  contractor: string;
  /** What was accepted: '蓄水24小时不漏'. */
  acceptance: string;
  photos: string[];
  publishedAt: number;
  /** Last day of its publication. */
  untilOn: string;
  by: string;
  /** Why it took the place of the one before; null of the first. */
  reason: string | null;
}

export interface RepairSummary {
  id: string;
  title: string;
  where: string;
  placeName: string;
  stage: RepairStage;
  stageWords: string;
  estimateWords: string;
  createdAt: number;
  /** The first photo of the emergency. */
  photo: string | null;
}

export interface RepairDetail extends RepairSummary {
  placeId: string;
  kind: RepairKind;
  danger: string;
  /** Fen, a whole number. */
  estimate: number;
  proposal: { id: string; title: string } | null;
  /** Why nobody votes on it, and by which article (URG-1). */
  noVoteWords: string;
  article: string;
  /** '业委会': who may apply for the fund here. */
  applicants: string[];
  steps: RepairStepView[];
  bill: BillView | null;
  earlierBills: BillView[];
  objections: ObjectionView[];
  withdrawn: { at: number; by: string; reason: string } | null;
  /** The first day on which a bill that is published today may end its publication. */
  earliestUntilOn: string;
  revision: number;
  can: Can<'apply' | 'begin' | 'publish' | 'object' | 'close' | 'withdraw'>;
}

const FINDERS: Office[] = [
  'secretary',
  'residents-committee',
  'owners-committee',
  'grid-worker',
  'property-manager',
  'building-head',
];
const finders = { roles: FINDERS, relation: 'office-place' } as const;
const officers = {
  roles: ['secretary', 'residents-committee', 'owners-committee', 'property-manager', 'building-head'],
  relation: 'office-place',
} as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;

/** Yuan are written by people; fen are what is kept: at most a hundred million yuan. */
const fen = z.int('请填写金额，最多两位小数').min(1, '金额要大于0').max(10_000_000_000, '金额太大，请核对');
const proof = photos.refine((given) => given.length > 0, '请拍照片作证明');
const one = { clientId, id, revision };
const done = { doneOn: day, responsible: text(40, '负责人'), text: text(500, '说明'), photos: proof };

export const repairCalls = {
  'repairs.open': command(
    { ...finders, perTenMinutes: 10 },
    z.strictObject({
      clientId,
      placeId: id,
      proposalId: id.nullable().default(null),
      title: text(40, '哪里坏了'),
      kind: z.enum(REPAIR_KINDS, '请选择是什么坏了'),
      where: text(60, '位置'),
      danger: text(500, '有什么危险'),
      foundOn: day,
      estimate: fen,
      photos: proof,
    }),
  ).returns<RepairDetail>(),
  /** Whoever convenes the owners there: the local profile may name any office. */
  'repairs.apply': command(
    { roles: [...OFFICES], relation: 'office-place' },
    z.strictObject({ ...one, ...done }),
  ).returns<RepairDetail>(),
  'repairs.begin': command(officers, z.strictObject({ ...one, ...done })).returns<RepairDetail>(),
  'repairs.publish': command(
    officers,
    z.strictObject({
      ...one,
      amount: fen,
      contractor: text(40, '施工单位'),
      acceptance: text(500, '验收情况'),
      doneOn: day,
      untilOn: day,
      photos: proof,
      /** Needed where a bill is published already. */
      reason: optionalText(200, '更正的理由'),
    }),
  ).returns<RepairDetail>(),
  /** By whoever records that step: of the application whoever applies, whom the local profile may name. */
  'repairs.correct': command(
    { roles: [...OFFICES], relation: 'office-place' },
    z.strictObject({
      ...one,
      step: z.enum(CORRECTED_STEPS, '请选择是哪一步'),
      ...done,
      reason: text(200, '更正的理由'),
    }),
  ).returns<RepairDetail>(),
  'repairs.object': command(
    { roles: ['resident'], relation: 'same-place', perTenMinutes: 10 },
    z.strictObject({ clientId, id, text: text(300, '您的异议') }),
  ).returns<RepairDetail>(),
  'repairs.answer': command(
    officers,
    z.strictObject({ clientId, id, objectionId: id, text: text(500, '答复') }),
  ).returns<RepairDetail>(),
  'repairs.close': command(officers, z.strictObject(one)).returns<RepairDetail>(),
  /** Whoever found it, and once it is applied for whoever applies. */
  'repairs.withdraw': command(
    { roles: [...OFFICES], relation: 'office-place' },
    z.strictObject({ ...one, reason: text(200, '撤回的理由') }),
  ).returns<RepairDetail>(),
  'repairs.list': query(visible, z.strictObject({ placeId: id, cursor })).returns<
    Page<RepairSummary> & { can: Can<'open'> }
  >(),
  'repairs.detail': query(visible, z.strictObject({ id })).returns<RepairDetail>(),
};

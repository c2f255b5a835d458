import { z } from 'zod';
import { command, query } from './call';
import type { Body, BodyKind } from './decision';
import type { Can, Page } from './envelope';
import { clientId, cursor, id, optionalText, photos, revision, text } from './fields';
import type { TimelineLine } from './timeline';

export const PROPOSAL_STAGES = [
  'collecting', // 征集: open for co-signing, not triaged or triaged as 共事
  'returned', // 退回: with a reason; may be appealed once or written anew
  'handling', // 公事 or 家事: with an office, no vote
  'to-meet', // 待开会: on an agenda
  'voting', // 表决中
  'publishing', // 公示中
  'doing', // 办理中
  'done', // 办结, waiting for the author's confirmation
  'closed', // 已办结
  'rejected', // voted on and not passed
  'merged',
  'withdrawn',
] as const;
export type ProposalStage = (typeof PROPOSAL_STAGES)[number];

export const PROPOSAL_KINDS = [
  'lift', // 加装电梯
  'parking', // 停车
  'charging', // 充电桩
  'roof', // 屋顶防水
  'pipes', // 水管下水
  'lighting', // 照明
  'noise', // 噪声、广场舞
  'greening', // 绿化
  'sanitation', // 环境卫生
  'safety', // 安全、消防
  'property', // 物业服务
  'other',
] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** 公事 is the government's, 家事 is between neighbours or the property manager's, 共事 is for a vote (PRO-2). */
export const PROPOSAL_ROUTES = ['public', 'private', 'shared'] as const;
export type ProposalRoute = (typeof PROPOSAL_ROUTES)[number];

/** One way in which the supporters can have their body called, and how many are missing (PATH-7, PRO-4). */
export interface CallingLine {
  body: Body;
  by: BodyKind;
  supporters: number;
  all: number;
  needed: number;
  /** 0 when reached. */
  missing: number;
  /** 《物业管理条例》第十三条 */
  article: string;
}

/** Authors count among their supporters; nobody counts twice (PRO-3, PRO-5). */
export interface SupportView {
  persons: number;
  homes: number;
  /** Owner groups (ROLL-1). */
  heads: number;
  /** The place whose register is counted: the estate of a building, else the proposal's own place. */
  ofPlaceName: string;
  /** Empty where no rule lets supporters call a body (a village group, a yard). */
  calling: CallingLine[];
  /** The first names, in the order of time, at most 12. */
  names: string[];
}

export interface ProposalListItem {
  id: string;
  title: string;
  kind: ProposalKind;
  placeId: string;
  placeName: string;
  /** All authors in words: '王秀英、李建国'. */
  authorName: string;
  stage: ProposalStage;
  route: ProposalRoute | null;
  holder: { label: string; since: number };
  /** Persons who support it, authors included. */
  supporters: number;
  supportedByMe: boolean;
  /** The caller is an author. */
  mine: boolean;
  /** The content check has not passed it yet: only its author and officers see it. */
  held: boolean;
  appealPending: boolean;
  /** The first photo, or null. */
  photo: string | null;
  createdAt: number;
  updatedAt: number;
}

export type ProposalAction =
  | 'support'
  | 'unsupport'
  | 'revise'
  | 'appeal'
  | 'withdraw'
  | 'triage'
  | 'returnToAuthor'
  | 'decideAppeal'
  | 'merge'
  | 'closeHandled'
  | 'confirm'
  | 'reopen';

export interface ProposalDetail extends Omit<ProposalListItem, 'photo' | 'supporters'> {
  text: string;
  photos: string[];
  routeReason: string | null;
  returned: { reason: string; by: string; at: number } | null;
  appeal: {
    reason: string;
    at: number;
    decision: 'pending' | 'upheld' | 'refused';
    decidedReason: string | null;
  } | null;
  /** What the office of a 公事 or 家事 reported when it had done it. */
  handled: { text: string; photos: string[]; by: string; at: number } | null;
  /** Each time that the author was not satisfied, oldest first. */
  reopened: { at: number; reason: string }[];
  mergedInto: { id: string; title: string } | null;
  mergedFrom: { id: string; title: string; authorName: string }[];
  meetingId: string | null;
  motionIds: string[];
  resolutionId: string | null;
  support: SupportView;
  timeline: TimelineLine[];
  can: Can<ProposalAction>;
  revision: number;
}

const residents = { roles: ['resident'], relation: 'same-place' } as const;
const readers = { roles: ['person'], relation: 'visible' } as const;
const author = { roles: ['person'], relation: 'author' } as const;

/** Offices that sort, return, merge and decide on proposals of their place (PRO-2). */
export const DESK_OFFICES = [
  'street-officer',
  'secretary',
  'residents-committee',
  'villagers-committee',
  'grid-worker',
] as const;
const desk = { roles: DESK_OFFICES, relation: 'office-place' } as const;

/** Offices in a place that a 公事 or 家事 can be given to, beside whoever is named in words. */
export const HOLDER_OFFICES = [
  ...DESK_OFFICES,
  'owners-committee',
  'property-manager',
  'building-head',
] as const;
const holders = { roles: HOLDER_OFFICES, relation: 'office-place' } as const;

const one = { clientId, id };
const reason = text(300, '理由');

export const proposalCalls = {
  'proposals.submit': command(
    { roles: ['person'], relation: 'same-place', perTenMinutes: 10 },
    z.strictObject({
      clientId,
      text: text(1000, '您的提议'),
      title: optionalText(40, '标题'),
      kind: z.enum(PROPOSAL_KINDS, '请选择类别').default('other'),
      placeId: id.optional(),
      photos,
    }),
  ).returns<ProposalDetail>(),
  'proposals.list': query(
    readers,
    z.strictObject({
      placeId: id,
      stages: z.array(z.enum(PROPOSAL_STAGES)).min(1).max(PROPOSAL_STAGES.length).optional(),
      cursor,
    }),
  ).returns<Page<ProposalListItem>>(),
  'proposals.mine': query(author, z.strictObject({ cursor })).returns<Page<ProposalListItem>>(),
  'proposals.detail': query(readers, z.strictObject({ id })).returns<ProposalDetail>(),
  'proposals.timeline': query(readers, z.strictObject({ id })).returns<TimelineLine[]>(),
  'proposals.support': command(residents, z.strictObject(one)).returns<ProposalDetail>(),
  'proposals.unsupport': command(residents, z.strictObject(one)).returns<ProposalDetail>(),
  'proposals.triage': command(
    desk,
    z
      .strictObject({
        ...one,
        revision,
        route: z.enum(PROPOSAL_ROUTES, '请选择公事、家事或共事'),
        reason,
        /** Who takes it on, in words: '街道城管科'. Needed for 公事 and 家事. */
        holderLabel: optionalText(20, '承办单位'),
        /** The office in the place that may report it done, beside the desk. */
        holderOffice: z.enum(HOLDER_OFFICES).optional(),
      })
      .refine((given) => given.route === 'shared' || Boolean(given.holderLabel), {
        path: ['holderLabel'],
        message: '请填写由谁承办',
      }),
  ).returns<ProposalDetail>(),
  'proposals.returnToAuthor': command(
    desk,
    z.strictObject({ ...one, revision, reason }),
  ).returns<ProposalDetail>(),
  'proposals.revise': command(
    author,
    z.strictObject({ ...one, revision, title: text(40, '标题'), text: text(1000, '您的提议'), photos }),
  ).returns<ProposalDetail>(),
  'proposals.appeal': command(author, z.strictObject({ ...one, reason })).returns<ProposalDetail>(),
  'proposals.decideAppeal': command(
    { roles: DESK_OFFICES, relation: 'not-self' },
    z.strictObject({ ...one, revision, uphold: z.boolean('请选择'), reason }),
  ).returns<ProposalDetail>(),
  /** Answers with the proposal that goes on. */
  'proposals.merge': command(
    desk,
    z.strictObject({ ...one, intoId: id, revision, reason }),
  ).returns<ProposalDetail>(),
  'proposals.withdraw': command(
    author,
    z.strictObject({ ...one, revision, reason: optionalText(300, '理由') }),
  ).returns<ProposalDetail>(),
  'proposals.closeHandled': command(
    holders,
    z.strictObject({ ...one, revision, text: text(500, '办理结果'), photos }),
  ).returns<ProposalDetail>(),
  'proposals.confirm': command(author, z.strictObject({ ...one, revision })).returns<ProposalDetail>(),
  'proposals.reopen': command(author, z.strictObject({ ...one, revision, reason })).returns<ProposalDetail>(),
};

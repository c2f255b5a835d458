import { z } from 'zod';
import { query } from './call';
import type { Page } from './envelope';
import { cursor, id } from './fields';
import type { MotionPhase } from './meetings';
import type { PlaceKind } from './places';
import type { ProposalListItem } from './proposals';
import { OFFICES } from './roles';

/** A place that the caller can look at: where they have a home, or where they hold an office. */
export interface PlaceChoice {
  id: string;
  name: string;
  kind: PlaceKind;
  /** Name of the community that it lies in; its own name for a community. */
  communityName: string;
  /** Whether the caller has a home there, or only an office. */
  by: 'home' | 'office';
}

/** Something that waits for the caller, in 待我参与. */
export interface TodoCard {
  kind:
    | 'vote'
    | 'meeting'
    | 'check-in'
    | 'confirm'
    | 'returned'
    | 'action-item'
    | 'claim'
    | 'shift'
    | 'offer'
    | 'surge'
    | 'booking'
    | 'booking-offer';
  /** Of what it is about: a motion, meeting, resolution, proposal, claim, shift, surge call or booking. */
  id: string;
  title: string;
  /** A short plain sentence: '还没有投票', '2月3日 19:30，2栋前坝子'. */
  detail: string;
  placeName: string;
  /** When it is too late, or null where nothing runs out; cards come in this order. */
  dueAt: number | null;
  /** Page of the mini-program. */
  link: string;
}

/** What was announced in the place lately, newest first. */
export interface NoticeCard {
  kind: 'meeting' | 'motion' | 'resolution';
  id: string;
  title: string;
  detail: string;
  placeName: string;
  at: number;
  link: string;
}

/** A finished matter for 说了算数. */
export interface FinishedMatter {
  id: string;
  title: string;
  placeName: string;
  /** What was done, in the words of whoever did it; may be empty. */
  detail: string;
  closedAt: number;
  /** The first photo of the proposal, and the last of the finished work; null where there is none. */
  before: string | null;
  after: string | null;
  link: string;
}

export interface HomeView {
  /** Null for whoever has neither a home nor an office yet: then only `todo` may hold something. */
  place: PlaceChoice | null;
  /** All places to choose from, the shown one among them. */
  places: PlaceChoice[];
  todo: TodoCard[];
  notices: NoticeCard[];
  finished: FinishedMatter[];
  /** Unread messages. */
  unread: number;
  /** False for a visitor who has not signed in. */
  signedIn: boolean;
  /** Whether 工作台 has an entry for the caller. */
  desk: boolean;
}

export const MATTER_GROUPS = ['collecting', 'to-meet', 'voting', 'publishing', 'doing', 'closed'] as const;
/** 征集 · 待开会 · 表决中 · 公示中 · 办理中 · 已办结 */
export type MatterGroup = (typeof MATTER_GROUPS)[number];

/** A proposal in its list, with what comes next for it. */
export interface MatterItem extends ProposalListItem {
  meeting: { id: string; title: string; startsAt: number } | null;
  vote: { id: string; phase: MotionPhase; closesAt: number } | null;
  /** Last day of the publication, 'YYYY-MM-DD', or null. */
  publishedUntilOn: string | null;
  link: string;
}

export interface MattersView extends Page<MatterItem> {
  /** How many stand in each group, in the place and all that lies in it. */
  counts: Record<MatterGroup, number>;
}

export const DESK_TASKS = [
  'triage', // 待分类
  'appeal', // 申诉
  'held-text', // 待审文字
  'claim', // 认领房屋
  'handling', // 公事、家事 with an office
  'schedule', // 共事 that no meeting has taken up
  'give-notice', // meeting drafts whose notice has to go out
  'minutes', // meetings that are over, without minutes
  'announce', // motion drafts
  'publish', // counted, not published
  'called', // demands of co-signers that a body be called
  'roll-challenge', // objections to a roll, the vote that opens first before the others
  'nomination', // nominees who agreed and wait for the office's check
  'action-item', // action items, the overdue ones first
  'live', // meetings that are held now, to be led
  'paper-check', // papers that another officer entered
  'repair', // urgent repairs whose next step is due
  'repair-objection', // objections to their bills
  'booking-request', // requests for a room, whose slot is held until they are answered
] as const;
export type DeskTask = (typeof DESK_TASKS)[number];

export interface DeskItem {
  /** Of what it is about: proposal, opinion, claim, meeting, motion, resolution. */
  id: string;
  title: string;
  detail: string;
  placeName: string;
  /** Since when it waits. */
  since: number;
  /** When it has to be done, or null where nothing runs out. */
  dueAt: number | null;
  overdue: boolean;
  link: string;
}

export interface DeskGroup {
  task: DeskTask;
  /** 待分类的提议 */
  label: string;
  /** How many there are; more than `items` shows where there are many, and at most 100. */
  count: number;
  /** The most urgent ones, at most 20. */
  items: DeskItem[];
}

/** What an office can begin or look through for a place. */
export const DESK_ENTRIES = [
  'plan-meeting',
  'draft-motion',
  'claims',
  'offices',
  'held-texts',
  'audit',
  'register',
  'series',
  'meeting-forms',
  'organisations',
  'venues',
  'volunteers',
  'local-profile',
] as const;
export type DeskEntry = (typeof DESK_ENTRIES)[number];

export interface DeskPlace extends PlaceChoice {
  /** What the caller's offices can do there, in the order of DESK_ENTRIES. */
  may: DeskEntry[];
}

export interface DeskView {
  /** The caller's offices now, in words: '蓝田社区 社区书记'. */
  offices: string[];
  /** Places of these offices and what lies directly in them: where something can be planned. */
  places: DeskPlace[];
  /** Only groups that have something, the earliest deadline first. */
  groups: DeskGroup[];
  /** Everything that is due or overdue within three days, earliest first, at most 20. */
  urgent: DeskItem[];
}

export const overviewCalls = {
  'overview.home': query(
    { roles: ['visitor'], relation: 'self' },
    z.strictObject({ placeId: id.optional() }),
  ).returns<HomeView>(),
  'overview.matters': query(
    { roles: ['person'], relation: 'visible' },
    z.strictObject({ placeId: id, group: z.enum(MATTER_GROUPS, '请选择阶段'), cursor }),
  ).returns<MattersView>(),
  'overview.desk': query(
    { roles: [...OFFICES], relation: 'office-place' },
    z.strictObject({}),
  ).returns<DeskView>(),
};

import { z } from 'zod';
import { command, query } from './call';
import {
  BODIES,
  type Body,
  type BodyKind,
  type Choice,
  type Figures,
  type HouseholdsBase,
  type Membership,
  RULE_IDS,
  type RuleId,
  SUBJECTS,
  type Subject,
  type Threshold,
  type Verdict,
  type VerdictLine,
  WORTHS,
  type Worth,
} from './decision';
import type { Can, Page } from './envelope';
import type { ErrorCode } from './errors';
import { clientId, cursor, id, instant, revision, text } from './fields';
import type { MotionPhase } from './meetings';
import { OFFICES, type Office } from './roles';

/** One field of the ballot paper, in its order. */
export interface ChoiceView {
  choice: Choice;
  /** '同意', '都不同意', or the option as the motion words it. */
  label: string;
}

/** A rule in plain words, each sentence with the article that it comes from. */
export interface RuleView {
  id: RuleId;
  /** '参加表决的业主达到全体业主的三分之二'; none for 意见征询. */
  lines: { words: string; article: string }[];
  weighsArea: boolean;
}

/** What a vote is worth: '预表决', and '不替代法定表决' beside it. */
export interface WorthView {
  id: Worth;
  label: string;
  words: string;
}

/** How far the caller is with one motion: voters they may cast for, and how many of these have a ballot. */
export interface MyPart {
  voters: number;
  cast: number;
}

export interface MotionSummary {
  id: string;
  title: string;
  placeName: string;
  body: Body;
  worth: WorthView;
  phase: MotionPhase;
  opensAt: number;
  closesAt: number;
  /** From here on the result is counted (CLK-3). */
  resultAt: number;
  outcome: Verdict['outcome'] | null;
  mine: MyPart;
  meetingId: string | null;
  proposalId: string | null;
}

/** A counted ballot's receipt (BAL-7). */
export interface Receipt {
  /** Twelve letters and digits, new with each change. */
  receipt: string;
  choice: Choice;
  choiceLabel: string;
  revision: number;
  castAt: number;
}

/** A voter that the caller is, or that stands for one of their homes (BAL-6). */
export interface MyVoter {
  entryId: string;
  /** '3栋2单元501 等2套' */
  label: string;
  /** Labels of the homes that vote together, at most 20. */
  homes: string[];
  homesTotal: number;
  /** 0.01 m²; 0 where the rule does not weigh by area. */
  area: number;
  /** Whether the caller is entitled to this voter's ballot at all, whatever the clock says. */
  may: ErrorCode | null;
  /** `may` in a plain sentence with its ground; null where they may. */
  reason: string | null;
  /** The caller's own ballot. */
  ballot: Receipt | null;
  /** Somebody else of the group or home voted: who, when, and who can settle it; never what (BAL-9, BAL-13). */
  otherCast: { name: string; castAt: number; settle: string } | null;
}

/** What is known of the ballots so far, or for good once counted. */
export interface MotionFigures {
  /** Instant of the snapshot, at most a few seconds old. */
  asOfAt: number;
  final: boolean;
  /** Everybody on the roll. */
  all: Figures;
  /** Those who cast a ballot; at an assembly `present` are those who count as there. */
  part: Figures;
  present: number | null;
  /** By choice, in the order of the ballot paper; null while hidden (MOT-6). */
  cast: (ChoiceView & Figures)[] | null;
  /** Comparisons with what is missing; those about agreement only where `cast` is shown. */
  lines: VerdictLine[];
}

export interface RollView {
  heads: number;
  area: number;
  frozenAt: number;
  /** sha256 of the roll's canonical text, hex. */
  hash: string;
  /** '业主（同一业主的几套房算一人）' */
  headWords: string;
}

/** What only a drafting screen needs, filled in again when a draft is opened. */
export interface MotionTerms {
  placeId: string;
  subject: Subject;
  membership: Membership | null;
  base: HouseholdsBase | null;
  turnout: Threshold | null;
  options: string[];
  interim: 'shown' | 'hidden';
  applicantHomeId: string | null;
  provenHomeIds: string[];
  agendaItemId: string | null;
}

export interface MotionDetail extends Omit<MotionSummary, 'mine'> {
  text: string;
  terms: MotionTerms;
  bodyLabel: string;
  bodyKind: BodyKind;
  subjectLabel: string;
  rule: RuleView;
  choices: ChoiceView[];
  interim: 'shown' | 'hidden';
  proposalTitle: string | null;
  meeting: { id: string; title: string; startsAt: number; checkedIn: boolean; needsPresence: boolean } | null;
  closingChanges: { at: number; from: number; to: number; reason: string }[];
  cancelled: { at: number; reason: string } | null;
  /** Null before the roll is frozen. */
  roll: RollView | null;
  /** Null before announcing. */
  figures: MotionFigures | null;
  verdict: Verdict | null;
  countedAt: number | null;
  resolutionId: string | null;
  mine: MyVoter[];
  revision: number;
  can: Can<'vote' | 'edit' | 'announce' | 'changeClosing' | 'cancel' | 'publish'>;
}

/** The answer to a ballot. `applied` is false where another revision stands: then this is its receipt (CLK-5). */
export interface BallotAnswer extends Receipt {
  applied: boolean;
  closesAt: number;
  resultAt: number;
}

/** A receipt as a page of its own. */
export interface ReceiptView extends BallotAnswer {
  motionId: string;
  motionTitle: string;
  placeName: string;
  voterLabel: string;
  /** Everything that this voter's ballot was before, oldest first. */
  earlier: { choiceLabel: string; revision: number; castAt: number }[];
}

/** The result as it is fixed at the count (RES-1). */
export interface TallyView {
  motionId: string;
  title: string;
  placeName: string;
  worth: WorthView;
  rule: RuleView;
  verdict: Verdict;
  /** '表决通过' */
  outcomeWords: string;
  cast: (ChoiceView & Figures)[];
  all: Figures;
  notVoted: Figures;
  /** Heads that only a ballot by phone made present, where the local profile allows it (ASM-9). */
  presentByPhone: number | null;
  countedAt: number;
  rollHash: string;
}

/** What can be put to the vote in a place, for the drafting screen: nothing of it has to be known by the phone. */
export interface MotionChoices {
  placeId: string;
  placeName: string;
  bodies: {
    body: Body;
    label: string;
    /** Why the caller cannot put a motion to this body here, or null. */
    may: ErrorCode | null;
    conveners: Office[];
    memberships: Membership[];
    subjects: {
      subject: Subject;
      label: string;
      /** Null where the subject is refused. */
      rule: RuleView | null;
      refusal: ErrorCode | null;
      worths: WorthView[];
    }[];
  }[];
  /** Days that a vote in writing may last. */
  windowDays: { min: number; max: number };
}

const OPTIONS_MAX = 20;

const threshold = z
  .strictObject({ num: z.int().min(1), den: z.int().min(1).max(1000), strict: z.boolean() })
  .refine(({ num, den, strict }) => (strict ? num < den : num <= den), '参加人数的要求不对');

const window = z
  .strictObject({ opensAt: instant, closesAt: instant })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, '截止时间要晚于开始时间');

const drafted = {
  title: text(60, '表决的问题'),
  text: text(3000, '说明'),
  proposalId: id.nullable().default(null),
  meetingId: id.nullable().default(null),
  agendaItemId: z.string().max(40).nullable().default(null),
  /** Of a vote in writing; at a meeting it may be left out: then the meeting's own time. */
  window: window.nullable().default(null),
  placeId: id,
  body: z.enum(BODIES, '请选择由谁表决'),
  membership: z.enum(['adults', 'households']).nullable().default(null),
  subject: z.enum(SUBJECTS, '请选择表决的事项'),
  /** Left out: the rule that the law gives the subject. Only 'opinion' can be chosen instead of it. */
  ruleId: z.enum(RULE_IDS).nullable().default(null),
  base: z.enum(['cast', 'all']).nullable().default(null),
  turnout: threshold.nullable().default(null),
  options: z
    .array(text(40, '选项'))
    .max(OPTIONS_MAX, `最多${OPTIONS_MAX}个选项`)
    .refine((options) => options.length !== 1, '至少要有2个选项')
    .refine((options) => new Set(options).size === options.length, '选项重复了')
    .default([]),
  worth: z.enum(WORTHS, '请选择表决的效力'),
  interim: z.enum(['shown', 'hidden']).default('hidden'),
  applicantHomeId: id.nullable().default(null),
  provenHomeIds: z.array(id).max(200, '最多200户').default([]),
};

const CONVENING: Office[] = [
  'secretary',
  'residents-committee',
  'villagers-committee',
  'owners-committee',
  'building-head',
];
const officers = { roles: CONVENING, relation: 'office-place' } as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;
const voters = {
  roles: ['resident', 'residents-delegate', 'villagers-delegate'],
  relation: 'on-roll',
} as const;

const choice = z
  .string()
  .regex(/^(yes|no|abstain|none-of-them|option:[1-9]\d?)$/, '请选择一项')
  .transform((value) => value as Choice);

export const motionCalls = {
  'motions.choices': query(officers, z.strictObject({ placeId: id })).returns<MotionChoices>(),
  'motions.draft': command(officers, z.strictObject({ clientId, ...drafted })).returns<MotionDetail>(),
  'motions.edit': command(
    officers,
    z.strictObject({ clientId, id, revision, ...drafted }),
  ).returns<MotionDetail>(),
  'motions.cancel': command(
    officers,
    z.strictObject({ clientId, id, revision, reason: text(200, '取消的理由') }),
  ).returns<MotionDetail>(),
  'motions.announce': command(officers, z.strictObject({ clientId, id, revision })).returns<MotionDetail>(),
  'motions.changeClosing': command(
    officers,
    z.strictObject({ clientId, id, revision, closesAt: instant, reason: text(200, '改变截止时间的理由') }),
  ).returns<MotionDetail>(),
  'motions.list': query(
    visible,
    z.strictObject({
      placeId: id,
      /** Left out: everything but drafts, the latest closing first. */
      phase: z.enum(['draft', 'running', 'counted']).nullable().default(null),
      cursor,
    }),
  ).returns<Page<MotionSummary>>(),
  'motions.detail': query(visible, z.strictObject({ id })).returns<MotionDetail>(),
  'motions.tally': query(visible, z.strictObject({ id })).returns<TallyView>(),
  'motions.castBallot': command(
    // No limit by a counter: the ballot holds its own history and its own limit (BAL-12).
    { ...voters, perTenMinutes: null },
    z.strictObject({
      clientId,
      motionId: id,
      entryId: id,
      choice,
      /** The revision that it replaces; 0 for the first. */
      replaces: z.int().min(0).max(100_000),
    }),
  ).returns<BallotAnswer>(),
  'motions.receipt': query(voters, z.strictObject({ motionId: id, entryId: id })).returns<ReceiptView>(),
};

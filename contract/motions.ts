import { z } from 'zod';
import { command, query } from './call';
import { BODIES, type Choice, RULE_IDS, SUBJECTS, WORTHS } from './decision';
import type { Page } from './envelope';
import { clientId, cursor, id, instant, revision, text } from './fields';
import type { MotionChoices } from './motion-choices';
import type { BallotAnswer, MotionDetail, MotionSummary, ReceiptView, TallyView } from './motion-views';
import { paperTerms } from './papers';
import { CONVENING_OFFICES, type Office, OFFICES } from './roles';

export type * from './motion-choices';
export type * from './motion-views';
export type * from './paper-views';

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
  /** 'secret': who voted is known, what nobody finds out (SECRET-1). */
  ballot: z.enum(['named', 'secret'], '请选择记名还是无记名').default('named'),
  /** Null: on the phone only (PAP-1). */
  paper: paperTerms.nullable().default(null),
  /** Null: the closing is never put off (EXT-1). */
  extension: z
    .strictObject({ days: z.int('请填写整数天数').min(1, '至少延长1天').max(30, '最多延长30天') })
    .nullable()
    .default(null),
};

const officers = { roles: CONVENING_OFFICES, relation: 'office-place' } as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;
/** Residents, and those who sit in a delegates' meeting: delegates and the committee. */
const SEATED: Office[] = [
  'residents-delegate',
  'villagers-delegate',
  'residents-committee',
  'villagers-committee',
];
const voters = { roles: ['resident', ...SEATED], relation: 'on-roll' } as const;

const choice = z
  .string()
  .regex(/^(yes|no|abstain|none-of-them|option:[1-9]\d?)$/, '请选择一项')
  .transform((value) => value as Choice);

export const motionCalls = {
  'motions.choices': query(
    officers,
    /** With a meeting: what can be put to the vote there (FORM-2, FORM-6). */
    z.strictObject({ placeId: id, meetingId: id.nullable().default(null) }),
  ).returns<MotionChoices>(),
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

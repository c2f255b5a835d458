import { z } from 'zod';
import { command, query } from './call';
import type { Choice } from './decision';
import type { Page } from './envelope';
import { clientId, cursor, id, optionalText, photos, revision, text } from './fields';
import type { DoorRow, MyPaper, PaperRow, PaperVoter } from './paper-views';
import { OFFICES, PAPER_OFFICES } from './roles';

/** How a ballot came in: on the phone, handed in on paper, or on paper at a visit. */
export const PAPER_CHANNELS = ['paper', 'door'] as const;
export type PaperChannel = (typeof PAPER_CHANNELS)[number];

const officers = { roles: PAPER_OFFICES, relation: 'office-place' } as const;
const notSelf = { roles: PAPER_OFFICES, relation: 'not-self', perTenMinutes: 200 } as const;
const voters = { roles: ['resident', ...OFFICES], relation: 'on-roll' } as const;

const choice = z
  .string()
  .regex(/^(yes|no|abstain|none-of-them|option:[1-9]\d?)$/, '请照着纸质票选一项')
  .transform((value) => value as Choice);

const onVoter = { clientId, motionId: id, entryId: id };

/** Whether a motion takes paper, and what counts when a voter used both (PAP-1, PAP-8). */
export const paperTerms = z.strictObject({
  precedence: z.enum(['first', 'latest'], '请选择先投的算，还是后投的算'),
  /** Minutes from the closing in which papers can be checked and objected to; left out: 30 at a meeting, a day in writing. */
  settleMinutes: z
    .int()
    .min(10, '核对和申明的时间至少10分钟')
    .max(3 * 24 * 60, '核对和申明的时间最多3天')
    .nullable()
    .default(null),
});

export const paperCalls = {
  'motions.enterPaper': command(
    notSelf,
    z.strictObject({
      ...onVoter,
      choice,
      channel: z.enum(PAPER_CHANNELS, '请选择是交来的，还是上门收的'),
      photos: photos.refine((given) => given.length > 0, '请拍下签了字的纸质票'),
      /** Somebody who helped the voter to fill it in, with the voter's consent. */
      assistance: z
        .strictObject({
          helper: text(30, '帮忙的人的名字'),
          consent: z.literal(true, '要投票人本人同意才能代填'),
        })
        .nullable()
        .default(null),
    }),
  ).returns<PaperRow>(),
  'motions.confirmPaper': command(
    notSelf,
    z.strictObject({ ...onVoter, revision, choice }),
  ).returns<PaperRow>(),
  'motions.rejectPaper': command(
    notSelf,
    z.strictObject({ ...onVoter, revision, reason: text(200, '退回的理由') }),
  ).returns<PaperRow>(),
  'motions.withdrawPaper': command(officers, z.strictObject({ ...onVoter, revision })).returns<PaperRow>(),
  'motions.objectPaper': command(
    voters,
    z.strictObject({ ...onVoter, number: z.int().min(1) }),
  ).returns<MyPaper>(),
  'motions.papers': query(
    officers,
    z.strictObject({
      motionId: id,
      /** Those that wait for a second officer, or those that came to an end. */
      state: z.enum(['waiting', 'ended']),
      cursor,
    }),
  ).returns<Page<PaperRow>>(),
  /** The last paper of one voter; null where there is none. */
  'motions.paper': query(officers, z.strictObject({ motionId: id, entryId: id })).returns<{
    paper: PaperRow | null;
  }>(),
  'motions.paperVoters': query(officers, z.strictObject({ motionId: id, search: text(30, '房号') })).returns<{
    items: PaperVoter[];
    more: boolean;
  }>(),
  // A command, though it only reads: each look at it stands in the audit log (PAP-12).
  'motions.doorList': command(
    { ...officers, perTenMinutes: 120 },
    z.strictObject({ clientId, motionId: id, search: optionalText(30, '楼栋'), cursor }),
  ).returns<Page<DoorRow>>(),
};

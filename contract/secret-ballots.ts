import { z } from 'zod';
import { command, query } from './call';
import type { Choice } from './decision';
import type { Can } from './envelope';
import type { ErrorCode } from './errors';
import { clientId, id, photos, revision, text } from './fields';
import { OFFICES, PAPER_OFFICES, type Office } from './roles';

/** What stands of a voter in a secret ballot: that they voted, and nothing of what (SECRET-4). */
export interface MyMark {
  /** Twelve letters and digits, the beginning of the signed receipt's commitment to the mark. */
  receipt: string;
  castAt: number;
  /** `box`: a paper was put into the ballot box. */
  channel: 'phone' | 'box';
  /** Whether the caller cast it themselves, on the phone. */
  mine: boolean;
  /** '您的票收下了。以第一次投的为准，不能改。' */
  words: string;
}

/** The answer to a secret ballot, the same however often it is sent, and its page. */
export interface SecretReceipt extends MyMark {
  motionId: string;
  motionTitle: string;
  placeName: string;
  voterLabel: string;
  /** What its voter keeps: one line of JSON as docs/verify.md specifies it. */
  signed: string;
  closesAt: number;
  resultAt: number;
}

export type BoxState =
  | 'open' // papers are put in
  | 'due' // closed, and nobody has entered what is in it
  | 'entered' // one officer has
  | 'differed' // the two entered different things: it is entered anew
  | 'confirmed' // counted, or found invalid
  | 'over'; // the time for counting it is over

/** A paper that the caller marked as put into the box. */
export interface BoxMark {
  entryId: string;
  label: string;
  markedAt: number;
  /** Somebody who helped the voter to fill it in. */
  helper: string | null;
}

/** The ballot box as officers see it: never how many papers, nor what is on them (SECRET-6). */
export interface BoxView {
  motionId: string;
  title: string;
  state: BoxState;
  /** '投票截止以后开箱，两个人各登记一次' */
  words: string;
  choices: { choice: Choice; label: string }[];
  closesAt: number;
  /** Until here the box is counted. */
  settlesAt: number;
  enteredByName: string | null;
  /** Photos of the tally sheet, for whoever has to enter it a second time. */
  photos: string[];
  /** So few papers that whoever counts them may tell whose is whose. */
  warning: string | null;
  /** Marks that the caller made, the latest first, at most 50. */
  marked: BoxMark[];
  revision: number;
  can: Can<'mark' | 'enter' | 'confirm'>;
}

/** A voter by the label on the roll, and nothing of whether they voted. */
export interface BoxVoter {
  entryId: string;
  label: string;
  may: ErrorCode | null;
}

const officers = { roles: PAPER_OFFICES, relation: 'office-place' } as const;
const notSelf = { roles: PAPER_OFFICES, relation: 'not-self', perTenMinutes: 200 } as const;
/** Those who sit in a delegates' meeting, and residents. */
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
const papers = z.int('请填写整数').min(0, '不能小于0').max(100_000, '数目太大');

/** What two officers found in the box, each by themselves. */
export const boxContent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('counted'),
    counts: z.array(z.strictObject({ choice, papers })).max(30, '选项太多'),
    /** Papers with no choice, several, or one that cannot be read. */
    spoiled: papers,
  }),
  /** More papers than were marked: the whole box counts for nothing. */
  z.strictObject({ kind: z.literal('invalid'), papers, reason: text(200, '票比登记的多的原因') }),
]);
export type BoxContent = z.output<typeof boxContent>;

export const secretCalls = {
  'motions.castSecret': command(
    // No counter: a row of it for each voter would say who tried when. The mark is its own limit (SECRET-3).
    { ...voters, perTenMinutes: null },
    z.strictObject({ clientId, motionId: id, entryId: id, choice }),
  ).returns<SecretReceipt>(),
  'motions.secretReceipt': query(
    { roles: ['resident', ...OFFICES], relation: 'on-roll' },
    z.strictObject({ motionId: id, entryId: id }),
  ).returns<SecretReceipt>(),
  'motions.box': query(officers, z.strictObject({ motionId: id })).returns<BoxView>(),
  'motions.boxVoters': query(
    officers,
    z.strictObject({ motionId: id, search: text(30, '房号或名字') }),
  ).returns<{
    items: BoxVoter[];
    more: boolean;
  }>(),
  'motions.markBox': command(
    notSelf,
    z.strictObject({
      clientId,
      motionId: id,
      entryId: id,
      assistance: z
        .strictObject({
          helper: text(30, '帮忙的人的名字'),
          consent: z.literal(true, '要投票人本人同意才能帮'),
        })
        .nullable()
        .default(null),
    }),
  ).returns<BoxView>(),
  'motions.unmarkBox': command(
    officers,
    z.strictObject({ clientId, motionId: id, entryId: id, reason: text(200, '撤回的理由') }),
  ).returns<BoxView>(),
  'motions.enterBox': command(
    officers,
    z.strictObject({
      clientId,
      motionId: id,
      revision: revision.or(z.literal(0)),
      content: boxContent,
      photos: photos.refine((given) => given.length > 0, '请拍下计票单'),
    }),
  ).returns<BoxView>(),
  'motions.confirmBox': command(
    officers,
    z.strictObject({ clientId, motionId: id, revision, content: boxContent }),
  ).returns<BoxView>(),
};

import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import { clientId, cursor, id, instant, photos, revision, text } from './fields';
import { CONVENING_OFFICES, OFFICES } from './roles';

/** nominating: until its days are over; checking: until there is a vote; voting; decided: the result is published. */
export type RoundPhase = 'nominating' | 'checking' | 'voting' | 'decided';

/** asked: waits for the nominee; agreed: waits for the office; joined: goes on with another nomination of the same person. */
export type NominationState =
  | 'asked'
  | 'agreed'
  | 'candidate'
  | 'declined'
  | 'refused'
  | 'withdrawn'
  | 'joined';

export interface RoundSummary {
  id: string;
  title: string;
  placeName: string;
  phase: RoundPhase;
  closesAt: number;
  candidates: number;
}

/** A nominee whom everybody sees: they agreed and the office has checked. */
export interface Candidate {
  id: string;
  name: string;
  where: string;
  /** Whoever agreed has left the app since (NOM-7). */
  left: boolean;
  reasons: { text: string; photos: string[] }[];
}

/** One nomination for whoever made it, whoever it is about, and the offices. */
export interface NominationView extends Candidate {
  minor: boolean;
  state: NominationState;
  /** For whoever nominated, to be handed to the nominee; null for everybody else. */
  code: string | null;
  /** Who agreed, and for the offices from which home; null before. */
  consent: {
    by: string;
    home: string | null;
    guardian: boolean;
    onPaper: boolean;
    photos: string[];
    at: number;
  } | null;
  /** Why the office refused; empty else. */
  reason: string;
  can: Can<'check' | 'recordConsent' | 'withdraw'>;
}

export interface RoundDetail extends RoundSummary {
  placeId: string;
  purpose: string;
  /** How many are chosen. */
  seats: number;
  nominees: Candidate[];
  /** What the caller nominated or agreed to. */
  mine: NominationView[];
  /** For the offices: all that is not shown to everybody yet. */
  waiting: NominationView[];
  /** Whether there are more than are listed. */
  waitingMore: boolean;
  motionId: string | null;
  /** Once published: ids of the chosen, and of those who are level for what is left. */
  result: { chosen: string[]; level: string[] } | null;
  revision: number;
  can: Can<'nominate' | 'draftVote'>;
}

/** What a nominee is shown by the code, before they answer. */
export interface Invitation {
  id: string;
  roundId: string;
  roundTitle: string;
  purpose: string;
  name: string;
  where: string;
  reason: string;
  minor: boolean;
  state: NominationState;
  can: Can<'answer'>;
}

const officers = { roles: CONVENING_OFFICES, relation: 'office-place' } as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;
const neighbours = { roles: ['resident', ...OFFICES], relation: 'same-place', perTenMinutes: 20 } as const;
const code = z
  .string()
  .trim()
  .regex(/^\d{8}$/, '邀请码是8位数字');

export const nominationCalls = {
  'nominations.rounds': query(visible, z.strictObject({ placeId: id, cursor })).returns<
    Page<RoundSummary> & { can: Can<'open'> }
  >(),
  'nominations.round': query(visible, z.strictObject({ id })).returns<RoundDetail>(),
  'nominations.open': command(
    officers,
    z.strictObject({
      clientId,
      placeId: id,
      title: text(40, '名称'),
      purpose: text(1000, '评什么样的人'),
      closesAt: instant,
      seats: z.int('请填选几位').min(1).max(20),
    }),
  ).returns<RoundDetail>(),
  'nominations.nominate': command(
    neighbours,
    z.strictObject({
      clientId,
      roundId: id,
      name: text(20, '姓名'),
      where: text(15, '住在哪里'),
      minor: z.boolean().default(false),
      reason: text(500, '推荐的理由'),
      photos,
    }),
  ).returns<NominationView>(),
  'nominations.invitation': query(
    { ...visible, perTenMinutes: 30 },
    z.strictObject({ code }),
  ).returns<Invitation>(),
  'nominations.answer': command(
    neighbours,
    z.strictObject({ clientId, id, code, agree: z.boolean() }),
  ).returns<Invitation>(),
  'nominations.recordConsent': command(
    officers,
    z.strictObject({
      clientId,
      id,
      by: text(20, '谁同意的'),
      photos: photos.refine((given) => given.length > 0, '请拍下签了字的同意书'),
    }),
  ).returns<RoundDetail>(),
  'nominations.check': command(
    officers,
    z.strictObject({
      clientId,
      id,
      accept: z.boolean(),
      reason: z.string().trim().max(300, '理由最多300个字').default(''),
      /** Of the same person: its reasons go there, and it is not a nominee of its own. */
      joinTo: id.nullable().default(null),
    }),
  ).returns<RoundDetail>(),
  'nominations.withdraw': command(neighbours, z.strictObject({ clientId, id })).returns<RoundDetail>(),
  'nominations.draftVote': command(
    officers,
    z.strictObject({
      clientId,
      id,
      revision,
      /** One ballot a home, one is chosen by the majority; or opinions, and those with most are chosen. */
      how: z.enum(['households', 'opinion'], '请选择怎么投'),
      window: z
        .strictObject({ opensAt: instant, closesAt: instant })
        .refine(({ opensAt, closesAt }) => opensAt < closesAt, '截止时间要晚于开始时间'),
    }),
  ).returns<{ motionId: string }>(),
};

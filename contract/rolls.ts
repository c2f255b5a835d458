import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import type { ErrorCode } from './errors';
import { clientId, cursor, id, revision, text } from './fields';
import { CONVENING_OFFICES, type Office, OFFICES } from './roles';

/** How an objection ends: the roll was made anew, the register is right from the next roll on, or nothing is wrong. */
export const CHALLENGE_OUTCOMES = ['corrected', 'later', 'refused'] as const;
export type ChallengeOutcome = (typeof CHALLENGE_OUTCOMES)[number];

/** Somebody says that a motion's roll is wrong about them (ROLL-14). */
export interface ChallengeView {
  id: string;
  by: string;
  /** The home that it is about, or null: the person misses themselves altogether. */
  homeLabel: string | null;
  text: string;
  raisedAt: number;
  /** Whether it came before the vote opened; later ones are recorded and move no roll. */
  inTime: boolean;
  answer: { outcome: ChallengeOutcome; outcomeWords: string; reason: string; at: number } | null;
  /** What was said and answered before, oldest first. */
  earlier: { text: string; raisedAt: number; outcomeWords: string; reason: string }[];
  revision: number;
  can: Can<'answer'>;
}

/** One of the voters on the roll that the caller is, or is near to. */
export interface RollPart {
  entryId: string;
  label: string;
  /** Whether the caller may cast for it, whatever the clock says. */
  may: ErrorCode | null;
  /** Why it stands there as it does: each home with its area and where that comes from, in plain sentences. */
  why: string[];
}

/** 名册: whether I am on it, with what weight and why, and what can be done about it (ROLL-17). */
export interface OwnRoll {
  motionId: string;
  title: string;
  placeName: string;
  headWords: string;
  heads: number;
  /** 0.01 m²; null where the rule does not weigh by area. */
  area: number | null;
  frozenAt: number;
  /** sha256 of the roll's canonical text, hex. */
  hash: string;
  opensAt: number;
  /** Each time that the roll was made anew before the vote opened, oldest first. */
  renewals: { at: number; reason: string; hash: string }[];
  parts: RollPart[];
  /** What it means that nobody on the roll has to do with the caller, and what to do; null where there are parts. */
  absent: string | null;
  /** Homes of the caller in the motion's place, to be named in an objection. */
  homes: { id: string; label: string }[];
  mine: ChallengeView[];
  /** Numbers only: raised by anybody, by how they ended. */
  counts: Record<ChallengeOutcome | 'open', number>;
  revision: number;
  can: Can<'challenge' | 'answer' | 'renew'>;
}

const SEATED: Office[] = [
  'residents-delegate',
  'villagers-delegate',
  'residents-committee',
  'villagers-committee',
];
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;
const officers = { roles: CONVENING_OFFICES, relation: 'office-place' } as const;

export const rollCalls = {
  'rolls.mine': query(visible, z.strictObject({ motionId: id })).returns<OwnRoll>(),
  'rolls.challenge': command(
    { roles: ['resident', ...SEATED], relation: 'same-place', perTenMinutes: 20 },
    z.strictObject({
      clientId,
      motionId: id,
      homeId: id.nullable().default(null),
      text: text(300, '哪里不对'),
    }),
  ).returns<OwnRoll>(),
  /** Oldest first; those that wait before those that were answered. */
  'rolls.challenges': query(
    officers,
    z.strictObject({ motionId: id, state: z.enum(['open', 'answered']).default('open'), cursor }),
  ).returns<Page<ChallengeView>>(),
  'rolls.answer': command(
    officers,
    z.strictObject({
      clientId,
      id,
      revision,
      outcome: z.enum(CHALLENGE_OUTCOMES, '请选择怎么答复'),
      reason: text(300, '答复'),
    }),
  ).returns<ChallengeView>(),
  /** Freezes the roll anew from the register as it is now; until a minute before the vote opens (ROLL-15). */
  'rolls.renew': command(
    officers,
    z.strictObject({ clientId, motionId: id, revision, reason: text(200, '理由') }),
  ).returns<OwnRoll>(),
};

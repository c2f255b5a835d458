import { z } from 'zod';
import { command, query } from './call';
import { BODIES, type Body } from './decision';
import type { Can } from './envelope';
import { clientId, id, text } from './fields';
import type { CallingLine } from './proposals';
import { CONVENING_OFFICES, OFFICES } from './roles';

export type CallingState =
  | 'collecting'
  | 'reached' // enough have signed: the office that convenes has to act
  | 'announced' // a meeting or a vote of that body on the matter was announced since
  | 'answered';

/** The demand that one body be called about a matter: named co-signatures, apart from support (CALL-1). */
export interface CallingView {
  body: Body;
  /** '业主大会' */
  bodyLabel: string;
  placeName: string;
  state: CallingState;
  /** By each way that the law gives: how many, of how many, how many missing; once reached, as on that day. */
  lines: CallingLine[];
  /** Of those who still count (CALL-7). */
  signatures: number;
  /** How many more signed and count no more: they left, sold, moved away or died since. */
  fallen: number;
  /** The first names, in the order of time, at most 12. */
  names: string[];
  mine: boolean;
  reachedAt: number | null;
  /** Whole days since it was reached; null before. */
  days: number | null;
  /** '业委会' */
  convener: string;
  answer: { reason: string; by: string; at: number } | null;
  can: Can<'sign' | 'unsign' | 'answer'>;
}

export interface CallingsView {
  items: CallingView[];
}

const residents = { roles: ['resident', ...OFFICES], relation: 'same-place' } as const;
const onMatter = { clientId, proposalId: id, body: z.enum(BODIES) };

export const callingCalls = {
  'callings.ofProposal': query(
    { roles: ['person'], relation: 'visible' },
    z.strictObject({ proposalId: id }),
  ).returns<CallingsView>(),
  'callings.sign': command(residents, z.strictObject(onMatter)).returns<CallingsView>(),
  'callings.unsign': command(residents, z.strictObject(onMatter)).returns<CallingsView>(),
  'callings.answer': command(
    { roles: CONVENING_OFFICES, relation: 'office-place' },
    z.strictObject({ ...onMatter, reason: text(300, '答复') }),
  ).returns<CallingsView>(),
};

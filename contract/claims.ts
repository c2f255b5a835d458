import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import { clientId, cursor, id, optionalText, photos, revision, text } from './fields';
import type { Me } from './members';
import { type HomeRelation, RELATIONS } from './roles';

export const CLAIM_STATES = ['pending', 'accepted', 'refused', 'withdrawn'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** Somebody in the home's register who bears the claimed name; the officer picks where several do. */
export interface RegisterMatch {
  key: string;
  name: string;
  /** Owner, or resident with the year of birth. */
  as: 'owner' | 'resident';
  bornIn: number | null;
}

/** A claim as the officer sees it who decides. */
export interface ClaimView {
  id: string;
  personName: string;
  homeId: string;
  homeLabel: string;
  relation: HomeRelation;
  registerName: string;
  note: string;
  /** File ids */
  photos: string[];
  state: ClaimState;
  reason: string | null;
  createdAt: number;
  decidedAt: number | null;
  revision: number;
  /** Who in the register bears the name; empty: accepting is refused with NAME_NOT_IN_REGISTER, unless a tenant claims. */
  matches: RegisterMatch[];
  can: Can<'decide'>;
}

const registerKey = id.nullish();
const own = { roles: ['person'], relation: 'self' } as const;
const deciders = ['grid-worker', 'secretary'] as const;

export const claimCalls = {
  /** The code names the home; guessing is slowed by the limit (MEM-3). `asTenant` needs no entry in the register. */
  'members.claimByCode': command(
    { ...own, perTenMinutes: 10 },
    z.strictObject({
      clientId,
      code: text(20, '信箱码'),
      name: text(30, '登记姓名'),
      asTenant: z.boolean().default(false),
    }),
  ).returns<Me>(),
  'members.claimWithProof': command(
    { ...own, perTenMinutes: 20 },
    z.strictObject({
      clientId,
      homeId: id,
      relation: z.enum(RELATIONS, '请选择您和房子的关系'),
      registerName: text(30, '登记姓名'),
      note: optionalText(300, '说明').default(''),
      photos,
    }),
  ).returns<Me>(),
  'members.withdrawClaim': command(own, z.strictObject({ clientId, claimId: id })).returns<Me>(),
  'members.claims': query(
    { roles: deciders, relation: 'office-place' },
    z.strictObject({ placeId: id, state: z.enum(CLAIM_STATES).default('pending'), cursor }),
  ).returns<Page<ClaimView>>(),
  'members.decideClaim': command(
    { roles: deciders, relation: 'not-self' },
    z
      .strictObject({
        clientId,
        claimId: id,
        revision,
        accept: z.boolean(),
        reason: optionalText(200, '理由'),
        ownerKey: registerKey,
        residentKey: registerKey,
      })
      .refine((given) => given.accept || given.reason, { path: ['reason'], error: '不同意时请写明理由' }),
  ).returns<ClaimView>(),
};

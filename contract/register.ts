import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import { area, clientId, cursor, birthday, id, text } from './fields';
import type { Me } from './members';
import type { HomeRelation } from './roles';

export const HOME_USES = ['home', 'shop', 'office', 'parking'] as const;
export type HomeUse = (typeof HOME_USES)[number];

/** What everybody may see of a home. */
export interface HomeLabel {
  id: string;
  label: string;
  use: HomeUse;
}

export interface HomePage extends Page<HomeLabel> {
  can: Can<'recordHomes' | 'issueCodes'>;
}

/** The register row of a home, for its people and the officers of its place; a tenant gets no names. */
export interface RegisterView {
  homeId: string;
  placeId: string;
  label: string;
  use: HomeUse;
  /** 0.01 m² */
  area: number;
  areaBasis: 'land-register' | 'surveyed' | 'contract';
  parkingBasis: 'registered' | 'community-rule' | 'none' | null;
  holding: 'owner' | 'unsold' | 'not-handed-over';
  owners: { key: string; name: string; named: boolean; proof: string | null }[];
  /** `bornOn` for officers only. */
  residents: { key: string; name: string; representative: boolean; bornOn: string | null }[];
  namedOwnerProof: string | null;
  /** Who uses the app for this home; for officers only, else empty. */
  people: { personId: string; name: string; relation: HomeRelation }[];
  revision: number;
  can: Can<'nameCoOwner' | 'chooseRepresentative' | 'removeTie' | 'leave'>;
}

/** A number of a property certificate or of the register, never a resident's identity number. */
const key = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, '编号只能用字母、数字和横线')
  .refine((value) => !/^\d{17}[\dXx]$/.test(value), '不能用身份证号当编号');

const owner = z.strictObject({
  key,
  name: text(60, '业主姓名'),
  /** False: a buyer in possession who is not in the land register yet, with the proof (ROLL-13). */
  registered: z.boolean().default(true),
  proof: text(200, '证明').nullable().default(null),
});
const resident = z.strictObject({ key, name: text(30, '住户姓名'), bornOn: birthday });

const row = z.strictObject({
  placeId: id,
  label: text(40, '门牌'),
  use: z.enum(HOME_USES, '请选择用途'),
  area,
  areaBasis: z.enum(['land-register', 'surveyed', 'contract'], '请选择面积依据'),
  parkingBasis: z.enum(['registered', 'community-rule', 'none']).nullable().default(null),
  holding: z.enum(['owner', 'unsold', 'not-handed-over'], '请选择交付情况'),
  owners: z.array(owner).max(20, '一套房最多20位共有人'),
  residents: z.array(resident).max(30, '一户最多30人').default([]),
  /** Left out: whoever was chosen before stays, if still registered. */
  representativeKey: key.nullable().optional(),
  namedOwner: z
    .strictObject({ key, proof: text(200, '证明') })
    .nullable()
    .optional(),
});
export type RegisterRow = z.output<typeof row>;

const recorders = { roles: ['secretary', 'administrator'], relation: 'office-place' } as const;
const homeIds = z.array(id).min(1, '请选择房屋').max(100, '一次最多100套');

export const registerCalls = {
  /** Homes that hang directly under a place: labels and use only. */
  'members.homes': query(
    { roles: ['person'], relation: 'none' },
    z.strictObject({ placeId: id, cursor }),
  ).returns<HomePage>(),
  /** Known again by place and label; REGISTER_ROW_WRONG names the fields as 'homes.3.owners'. */
  'members.recordHomes': command(
    recorders,
    z.strictObject({ clientId, homes: z.array(row).min(1, '请至少填写一套').max(100, '一次最多100套') }),
  ).returns<{ homes: HomeLabel[] }>(),
  /** The co-owners named one of them (ROLL-7); null: they name nobody any more. */
  'members.nameCoOwner': command(
    { roles: ['secretary', 'grid-worker'], relation: 'office-place' },
    z.strictObject({ clientId, homeId: id, ownerKey: key.nullable(), proof: text(200, '证明') }),
  ).returns<RegisterView>(),
  'members.chooseRepresentative': command(
    { roles: ['resident', 'secretary', 'grid-worker'], relation: 'same-place' },
    z.strictObject({ clientId, homeId: id, residentKey: key.nullable() }),
  ).returns<RegisterView>(),
  /** Sent again with the same client id it gives the same codes; `code` is null once used or replaced. */
  'members.issueCodes': command(
    { roles: ['secretary'], relation: 'office-place' },
    z.strictObject({ clientId, homeIds }),
  ).returns<{ codes: { homeId: string; label: string; code: string | null }[] }>(),
  'members.register': query(
    { roles: ['resident', 'secretary', 'grid-worker', 'administrator'], relation: 'same-place' },
    z.strictObject({ homeId: id }),
  ).returns<RegisterView>(),
  'members.removeTie': command(
    { roles: ['secretary', 'grid-worker'], relation: 'office-place' },
    z.strictObject({
      clientId,
      personId: id,
      homeId: id,
      reason: text(200, '理由'),
      /** True: sold or moved away, so that they still vote where the roll was frozen before; false: it never was theirs (ROLL-18). */
      wasTheirs: z.boolean('请选择是搬走了，还是本来就认领错了'),
    }),
  ).returns<RegisterView>(),
  'members.leaveHome': command(
    { roles: ['resident'], relation: 'self' },
    z.strictObject({ clientId, homeId: id }),
  ).returns<Me>(),
};

import { z } from 'zod';
import { command, query } from './call';
import { BODIES } from './decision';
import type { Can } from './envelope';
import { clientId, cursor, id, photos, revision, text } from './fields';
import type { LocalProfile } from './profile';
import type { ProfileView } from './profile-views';
import { OFFICES } from './roles';

/** Kinds of place, from the city down. An office building or a park is a constituency like an estate. */
export const PLACE_KINDS = [
  'city',
  'district',
  'street',
  'area', // 片区
  'community',
  'estate', // 小区: a property management area
  'village-group', // 村民小组
  'park', // 产业园
  'office-building', // 商务楼宇
  'building', // 栋
  'unit', // 单元
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export interface PlaceView {
  id: string;
  kind: PlaceKind;
  name: string;
  parentId: string | null;
  path: string[];
}

/** A place with what hangs below it. */
export interface PlaceBranch {
  /** Null at the root. */
  place: (PlaceView & { revision: number }) | null;
  /** From the city down, the place itself included. */
  above: { id: string; name: string; kind: PlaceKind }[];
  children: PlaceView[];
  /** What decides here, its own or inherited; null at the root. */
  profile: LocalProfile | null;
  ownProfile: boolean;
  can: Can<'addPlaces' | 'setProfile' | 'recordHomes'>;
}

const days = z.int('请填写整数天数');
const bodies = z.array(z.enum(BODIES)).max(BODIES.length).default([]);

/** What the local rules say; LocalProfile without its id, which is the place's. */
export const profileInput = z.strictObject({
  confirmedBy: text(40, '确认机关').nullable(),
  electronicVotes: bodies,
  phonePresence: bodies,
  noticeDays: z.partialRecord(z.enum(BODIES), days.min(1).max(90)).default({}),
  writtenWindowDays: z
    .strictObject({ min: days.min(1).max(365), max: days.min(1).max(365) })
    .refine(({ min, max }) => min <= max, { path: ['max'], error: '最长天数不能少于最短天数' }),
  publicationDays: days.min(15, '公示不少于15天').max(365),
  narrowerAreaAuthority: text(100, '批准机关').nullable().default(null),
  ownersConveners: z.array(z.enum(OFFICES)).max(OFFICES.length).default(['residents-committee']),
  maxProxies: days.min(0).max(10).default(3),
  offAgendaBarred: z.boolean().default(true),
});

const newPlace = z.strictObject({
  /** Chosen by whoever makes the tree, so that one batch can hold parents and children. */
  id: id.optional(),
  kind: z.enum(PLACE_KINDS, '请选择类型'),
  name: text(40, '名称'),
  parentId: id,
  sort: z.int().min(0).max(1_000_000).default(0),
  profile: profileInput.nullable().default(null),
});

export const placeCalls = {
  /** Below a place, or the cities with null. The tree is public: whoever claims a home walks down it. */
  'members.places': query(
    { roles: ['person'], relation: 'none' },
    z.strictObject({ parentId: id.nullable() }),
  ).returns<PlaceBranch>(),
  'members.addPlaces': command(
    { roles: ['administrator'], relation: 'office-place' },
    z.strictObject({
      clientId,
      places: z.array(newPlace).min(1, '请至少填写一个地方').max(100, '一次最多100个'),
    }),
  ).returns<{ places: PlaceView[] }>(),
  /** What holds at a place and how it came about: public like the tree, since it is what votes are decided by. */
  'members.profile': query(
    { roles: ['person'], relation: 'none' },
    z.strictObject({ placeId: id, cursor }),
  ).returns<ProfileView>(),
  /** `profile: null`: the place follows the one above again. */
  'members.setProfile': command(
    { roles: ['administrator', 'street-officer'], relation: 'office-place' },
    z.strictObject({
      clientId,
      placeId: id,
      revision,
      profile: profileInput.nullable(),
      /** The document that it rests on: '望街办〔2026〕12号'. */
      basis: text(200, '依据的文件'),
      photos: photos.default([]),
    }),
  ).returns<PlaceBranch>(),
};

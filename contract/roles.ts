/** Offices are bound to a place of the tree and a term. Nobody holds one for life or everywhere. */
export const OFFICES = [
  'administrator', // 平台管理员: places, first appointments
  'street-officer', // 街道干部
  'secretary', // 社区书记
  'residents-committee', // 居民委员会成员
  'villagers-committee', // 村民委员会成员
  'owners-committee', // 业主委员会成员
  'grid-worker', // 网格员
  'property-manager', // 物业
  'building-head', // 楼栋长
  'residents-delegate', // 居民代表
  'villagers-delegate', // 村民代表
] as const;
export type Office = (typeof OFFICES)[number];

/** Who plans meetings and votes at all; the body's own convener is asked for besides (PATH-6). */
export const CONVENING_OFFICES: readonly Office[] = [
  'secretary',
  'residents-committee',
  'villagers-committee',
  'owners-committee',
  'building-head',
];

/**
 * Who handles paper in a vote, and goes from door to door: those who work for the place; not the property manager, whose contract
 * is often voted on (PAP-3).
 */
export const PAPER_OFFICES: readonly Office[] = [
  'secretary',
  'residents-committee',
  'villagers-committee',
  'owners-committee',
  'grid-worker',
  'building-head',
];

/** How a person belongs to a home (or shop, or office room). */
export const RELATIONS = ['owner', 'co-owner', 'household-member', 'tenant'] as const;
export type HomeRelation = (typeof RELATIONS)[number];

/**
 * Who may make a call at all; what they may do to a given object is the module's policy.
 * visitor: any WeChat identity. person: signed in. resident: an accepted home. Otherwise: holds that office somewhere.
 */
export type Role = 'visitor' | 'person' | 'resident' | Office;

/** What the object must be to the caller, beyond the role; printed in the table of calls × roles × relation. */
export type ObjectRelation =
  | 'none' // the call touches no one object
  | 'self' // only what is the caller's own
  | 'author' // raised by the caller
  | 'same-place' // the object's place contains a home of the caller, or an office's place contains the object
  | 'office-place' // the place of the caller's office contains the object
  | 'not-self' // an object of somebody else's, within the office's place
  | 'on-roll' // the caller stands on the motion's roll
  | 'responsible' // the caller holds the office that is responsible
  | 'visible'; // whatever is public in the caller's places

import type { CollectionName } from './collections';

/**
 * What a decision is proved by: kept at least three years, so nothing in the cloud can remove any of it, by the type of the two calls
 * that remove at all (KEEP-5; 解释 12).
 */
export const KEPT_COLLECTIONS = [
  'rolls',
  'roll_entries',
  'ballots',
  'papers',
  'proxies',
  'count_parts',
  'count_seals',
  'motions',
  'profile_versions',
  'resolutions',
  'photo_records',
  'service_records',
  'audit',
  'audit_seals',
] as const satisfies readonly CollectionName[];

export type RemovableCollection = Exclude<CollectionName, (typeof KEPT_COLLECTIONS)[number]>;

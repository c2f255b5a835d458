import type { ErrorCode } from '@contract/errors';
import type { PlaceKind } from '@contract/places';
import type { Office } from '@contract/roles';
import { type Actor, holds } from '../../kernel/person';

const NAMERS: Office[] = ['secretary', 'residents-committee', 'villagers-committee'];

/** Whose community names its forms of meeting: an office that answers for all of it (FORM-3). */
export function mayName(
  actor: Actor,
  now: number,
  { kind, path }: { kind: PlaceKind; path: readonly string[] },
): ErrorCode | null {
  if (!holds(actor, now, NAMERS, path)) return 'NOT_ALLOWED';
  return kind === 'community' ? null : 'PLACE_KIND_WRONG';
}

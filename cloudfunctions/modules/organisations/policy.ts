import type { ErrorCode } from '@contract/errors';
import type { Office } from '@contract/roles';
import { type Actor, belongsTo, holds } from '../../kernel/person';

const KEEPERS: Office[] = ['secretary', 'residents-committee', 'villagers-committee'];

/** Who keeps the list of a place: an office that reaches it. */
export function mayKeep(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  if (holds(actor, now, KEEPERS, path)) return null;
  return belongsTo(actor, now, path) ? 'NOT_ALLOWED' : 'NOT_FOUND';
}

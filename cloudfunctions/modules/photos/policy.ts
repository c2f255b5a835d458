import { OFFICES } from '@contract/roles';
import { type Actor, holds } from '../../kernel/person';

/** Whoever answers for the place of what a photo proves looks after it (FILE-3). */
export function mayCheck(actor: Actor, now: number, path: readonly string[]): boolean {
  return holds(actor, now, OFFICES, path);
}

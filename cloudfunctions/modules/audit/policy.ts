import type { Office } from '@contract/roles';
import { type Actor, holds } from '../../kernel/person';

const READERS: Office[] = ['administrator', 'street-officer', 'secretary'];

/** Whether the actor's office answers for what was done in the place (AUD-2). */
export const readsEntries = (actor: Actor, now: number, path: readonly string[]): boolean =>
  holds(actor, now, READERS, path);

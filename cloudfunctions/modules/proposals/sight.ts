import type { Context } from '../../kernel/context';
import { belongsTo } from '../../kernel/person';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import { places } from '../members/repository';
import { mayDesk } from './policy';

/**
 * Of which places in a place this person sees proposals: the desk of it of all (null), a neighbour of those that are theirs (SEC-11).
 * @throws Refusal NOT_FOUND where the place is none of theirs
 */
export async function sightIn({ actor, now }: Context, placeId: string): Promise<readonly string[] | null> {
  const { path } = found(await places.byId(store, placeId));
  enforce(belongsTo(actor, now, path) ? null : 'NOT_FOUND');
  return mayDesk(actor, now, path) === null ? null : (actor.person?.places ?? []);
}

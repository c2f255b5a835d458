import type { CallInput, CallOutput } from '@contract/calls';
import type { RoomDetail } from '@contract/rooms';
import type { VenueDetail } from '@contract/venues';
import type { Context } from '../../../kernel/context';
import { belongsTo } from '../../../kernel/person';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { mayKeep, maySee } from '../policy';
import { presentRoom, presentVenue } from '../present';
import { rooms, venues } from '../repository';
import { venueSummary } from '../views';

/** Venues of a place, within it and around it, as far as the caller belongs there. */
export async function listVenues(
  { actor, now }: Context,
  { placeId, kind, cursor }: CallInput<'venues.list'>,
): Promise<CallOutput<'venues.list'>> {
  const place = found(await places.byId(store, placeId));
  if (!belongsTo(actor, now, place.path)) throw new Refusal('NOT_FOUND');
  const page = await venues.pageAround(
    place.path,
    kind,
    cursor,
    ({ path }) => maySee(actor, now, path) === null,
  );
  return {
    items: page.items.map((venue) => venueSummary(now, venue)),
    next: page.next,
    can: { keep: mayKeep(actor, now, place.path) },
  };
}

export async function readVenue(context: Context, { id }: CallInput<'venues.detail'>): Promise<VenueDetail> {
  const venue = found(await venues.byId(store, id));
  enforce(maySee(context.actor, context.now, venue.path));
  return presentVenue(context, id);
}

export async function readRoom(context: Context, { id }: CallInput<'rooms.detail'>): Promise<RoomDetail> {
  const room = found(await rooms.byId(store, id));
  enforce(maySee(context.actor, context.now, room.path));
  return presentRoom(context, id);
}

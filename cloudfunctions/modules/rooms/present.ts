import type { RoomDetail } from '@contract/rooms';
import type { VenueDetail } from '@contract/venues';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import { rooms, venues } from './repository';
import { roomDetail, venueDetail } from './views';

export async function presentVenue({ actor, now }: Context, id: string): Promise<VenueDetail> {
  const venue = found(await venues.byId(store, id));
  return venueDetail(actor, now, venue, await rooms.ofVenue(store, id));
}

export async function presentRoom({ actor, now }: Context, id: string): Promise<RoomDetail> {
  return roomDetail(actor, now, found(await rooms.byId(store, id)));
}

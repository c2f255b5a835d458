import type { CallInput } from '@contract/calls';
import type { VenueDetail } from '@contract/venues';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, newId } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { requirePhotos } from '../../../kernel/photos';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import type { VenueDocument } from '../documents';
import { mayKeep, mayKeepThis } from '../policy';
import { presentVenue } from '../present';
import { rooms, venues } from '../repository';

type Input = CallInput<'venues.keep'>;

/** Its rooms carry its name and address, so that a week is read without it. */
async function renameRooms(transaction: Transaction, { _id, name, address }: VenueDocument): Promise<void> {
  for (const room of await rooms.ofVenue(transaction, _id)) {
    await rooms.put(transaction, { ...room, venueName: name, address });
  }
}

/** The venue as it is to be changed, with the caller's right to it; null: a new one. */
async function before(transaction: Transaction, { actor, now }: Context, { id, revision, placeId }: Input) {
  if (id === null) return null;
  const venue = found(await venues.byId(transaction, id));
  enforce(mayKeepThis(actor, now, venue.path));
  requireRevision(venue, revision ?? 0);
  if (venue.placeId !== placeId)
    throw new Refusal('INVALID_INPUT', { placeId: '场所不能换到别的地方，请另建一个' });
  return venue;
}

/** Puts a venue down, or changes it (ROOM-1). */
export async function keepVenue(context: Context, input: Input): Promise<VenueDetail> {
  const { clientId: _once, id, revision: _read, placeId, ...said } = input;
  const place = found(await places.byId(store, placeId));
  enforce(mayKeep(context.actor, context.now, place.path));
  await requirePhotos(said.photos);
  const reasons = said.hours.exceptions.map(({ reason }) => reason);
  await requirePassed(context, [said.name, said.address, said.note, ...reasons]);
  const { subjectId } = await change(context, async (transaction) => {
    const old = await before(transaction, context, input);
    const venue: VenueDocument = {
      ...{
        _id: old?._id ?? newId(context, 'venue'),
        placeId,
        placeName: place.name,
        path: place.path,
        ...said,
      },
      revision: (old?.revision ?? 0) + 1,
      ...{ createdBy: old?.createdBy ?? context.actor.personId, createdAt: old?.createdAt ?? context.now },
    };
    await venues.put(transaction, venue);
    const renamed = old && (old.name !== venue.name || old.address !== venue.address);
    if (renamed) await renameRooms(transaction, venue);
    return {
      subject: { kind: 'venue', id: venue._id },
      path: venue.path,
      facts: { revision: venue.revision },
    };
  });
  return presentVenue(context, subjectId);
}

import { randomInt } from 'node:crypto';
import type { CallInput } from '@contract/calls';
import type { RoomDetail } from '@contract/rooms';
import { type Change, change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, newId } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { requirePhotos } from '../../../kernel/photos';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { openBooks } from '../../bookings/books';
import { displaceOutside, outsideHours } from '../../bookings/displacing';
import type { RoomDocument } from '../documents';
import { doorCode } from '../door-code';
import { mayKeepThis } from '../policy';
import { presentRoom } from '../present';
import { rooms, ROOMS_MOST, venues } from '../repository';

type Input = CallInput<'rooms.keep'>;
type Said = Pick<RoomDocument, 'name' | 'capacity' | 'equipment' | 'photos' | 'hours' | 'rules'>;

const saidOf = ({ name, capacity, equipment, photos, hours, rules }: Input): Said => ({
  ...{ name, capacity, equipment, photos, hours, rules },
});

async function insertRoom(transaction: Transaction, context: Context, input: Input): Promise<Change> {
  const venue = found(await venues.byId(transaction, input.venueId));
  enforce(mayKeepThis(context.actor, context.now, venue.path));
  const others = await rooms.ofVenue(transaction, venue._id);
  if (others.length >= ROOMS_MOST)
    throw new Refusal('INVALID_INPUT', { name: `一个场所最多${ROOMS_MOST}间` });
  // Short enough for the scene of a mini-program code at the door.
  const _id = newId(context, 'room').slice(0, 20);
  const { name: venueName, address, placeId, path } = venue;
  await rooms.put(transaction, {
    ...{ _id, venueId: venue._id, venueName, address, placeId, path, ...saidOf(input) },
    ...{ doorCode: doorCode(randomInt), occupations: 0, revision: 1 },
    ...{ createdBy: context.actor.personId, createdAt: context.now },
  });
  return { subject: { kind: 'room', id: _id }, path, facts: { venueId: venue._id } };
}

async function changeRoom(
  transaction: Transaction,
  context: Context,
  id: string,
  input: Input,
): Promise<Change> {
  const { actor, now } = context;
  const books = openBooks(transaction);
  const before = await books.room(id);
  enforce(mayKeepThis(actor, now, before.path));
  requireRevision(before, input.revision ?? 0);
  if (before.venueId !== input.venueId) {
    throw new Refusal('INVALID_INPUT', { venueId: '房间不能换到别的场所，请另建一间' });
  }
  books.occupied({ ...before, ...saidOf(input), revision: before.revision + 1 });
  const outside = await outsideHours(transaction, id, input.hours, now);
  const reason = '开放时间改了';
  const messages = await displaceOutside(books, outside, { shown: input.displaces, reason, now });
  await books.write(transaction);
  const facts = { revision: before.revision + 1, displaced: outside.map((slot) => slot.id) };
  return { subject: { kind: 'room', id }, path: before.path, facts, messages };
}

/** Puts a room down, or changes it; bookings that its new hours leave no place for are displaced, as the preview showed (ROOM-6). */
export async function keepRoom(context: Context, input: Input): Promise<RoomDetail> {
  const venue = found(await venues.byId(store, input.venueId));
  enforce(mayKeepThis(context.actor, context.now, venue.path));
  await requirePhotos(input.photos);
  const reasons = input.hours.exceptions.map(({ reason }) => reason);
  await requirePassed(context, [input.name, ...input.equipment, ...reasons]);
  const { subjectId } = await change(context, (transaction) =>
    input.id === null
      ? insertRoom(transaction, context, input)
      : changeRoom(transaction, context, input.id, input),
  );
  return presentRoom(context, subjectId);
}

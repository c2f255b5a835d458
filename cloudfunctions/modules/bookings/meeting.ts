import type { MessageIntent } from '@contract/messages';
import type { Context } from '../../kernel/context';
import type { Reader, Transaction } from '../../kernel/database';
import { enforce, found, Refusal } from '../../kernel/refusal';
import type { MeetingDocument } from '../meetings/documents';
import { maySee } from '../rooms/policy';
import { rooms } from '../rooms/repository';
import { MINUTE_MS, minuteOf } from '../rooms/rules/clock';
import { isOpenFor, openOn } from '../rooms/rules/hours';
import { type Books, openBooks } from './books';
import { displace } from './displacing';
import type { Slot } from './documents';
import { offerNext, slotsInTheWay } from './occupying';
import { MEETING_AHEAD_MS } from './rules/holds';

type Seated = Pick<MeetingDocument, '_id' | 'startsAt' | 'endsAt' | 'room' | 'path'>;

const DAY_MINUTES = 1440;

/** The day and whole minutes that a meeting occupies; a room is had within one day (ROOM-3). */
function timeOf({ startsAt, endsAt }: Seated) {
  const { on, minute: from } = minuteOf(startsAt);
  const to = from + Math.ceil((endsAt - startsAt + (startsAt % MINUTE_MS)) / MINUTE_MS);
  if (to > DAY_MINUTES) throw new Refusal('INVALID_INPUT', { roomId: '跨过半夜的会不能占用场地，请改时间' });
  return { on, from, to };
}

/**
 * Takes the room: bookings in its way give way to a meeting that is at least 72 hours ahead, later the meeting does; another meeting
 * never does (BOOK-11).
 */
async function enter(
  { actor, now }: Context,
  books: Books,
  meeting: Seated,
  roomId: string,
): Promise<MessageIntent[]> {
  const room = await books.room(roomId);
  enforce(maySee(actor, now, room.path));
  // Whoever lives here and plans a meeting somewhere else books like a neighbour.
  const near = room.path.includes(meeting.path.at(-1) ?? '') || meeting.path.includes(room.placeId);
  if (!near) throw new Refusal('NOT_IN_SCOPE');
  const { on, from, to } = timeOf(meeting);
  if (!isOpenFor(openOn(room.hours, on).periods, { from, to })) throw new Refusal('BOOKING_CLOSED');
  const inTheWay = await slotsInTheWay(books, room, { on, from, to });
  if (inTheWay.some(({ kind }) => kind === 'meeting')) throw new Refusal('ROOM_MEETING');
  if (inTheWay.length > 0 && meeting.startsAt < now + MEETING_AHEAD_MS) throw new Refusal('BOOKING_TAKEN');
  const slot: Slot = {
    ...{ id: meeting._id, kind: 'meeting', from, to, buffer: room.rules.buffer, label: '会议' },
    ...{ personId: null, homeId: null, heldUntil: null },
  };
  // First the meeting, so that what is displaced is offered to nobody under it.
  const day = await books.day(roomId, on);
  const slots = [...day.slots, slot].sort((a, b) => a.from - b.from);
  books.keepDay({ ...day, slots });
  books.occupied(room);
  const messages: MessageIntent[] = [];
  for (const { id } of inTheWay) {
    messages.push(...(await displace(books, await books.booking(id), '这个时段社区安排了会议', now)));
  }
  return messages;
}

/** The room of a plan: the one that was named, none for null, and where nothing is said the one it has. */
export async function roomOfPlan(
  reader: Reader,
  roomId: string | null | undefined,
  before: Seated | null,
): Promise<NonNullable<Seated['room']> | null> {
  if (roomId === undefined) return before?.room ?? null;
  if (roomId === null) return null;
  const { _id: id, venueName, name } = found(await rooms.byId(reader, roomId));
  return { id, name: `${venueName}${name}` };
}

const sameSeat = (a: Seated | null, b: Seated | null) =>
  a?.room?.id === b?.room?.id && a?.startsAt === b?.startsAt && a?.endsAt === b?.endsAt;

/**
 * Has a meeting's room follow its plan, in the transaction that writes the plan: taken, moved or given back (BOOK-11).
 * @param after null: it is cancelled
 * @returns what those are told whose bookings it displaced, or who waited for what it gives back
 */
export async function followRoom(
  transaction: Transaction,
  context: Context,
  before: Seated | null,
  after: Seated | null,
): Promise<MessageIntent[]> {
  if (sameSeat(before, after)) return [];
  const books = openBooks(transaction);
  const messages: MessageIntent[] = [];
  // A meeting that keeps its room lets nobody in between: what it leaves is offered once it has its new time.
  if (before?.room) {
    const day = await books.day(before.room.id, timeOf(before).on);
    books.keepDay({ ...day, slots: day.slots.filter(({ id }) => id !== before._id) });
  }
  if (after?.room) messages.push(...(await enter(context, books, after, after.room.id)));
  if (before?.room) {
    messages.push(
      ...(await offerNext(books, await books.room(before.room.id), timeOf(before).on, context.now)),
    );
  }
  await books.write(transaction);
  return messages;
}

import type { RoomDay, SlotKind, TakenSlot, WeekView } from '@contract/bookings';
import type { CallInput } from '@contract/calls';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { found } from '../../../kernel/refusal';
import { addDays, dayOf } from '../../motions/rules/days';
import type { RoomDocument } from '../../rooms/documents';
import { mayKeep, maySee } from '../../rooms/policy';
import { rooms, ROOMS_SHOWN } from '../../rooms/repository';
import { openOn } from '../../rooms/rules/hours';
import { roomSummary } from '../../rooms/views';
import type { RoomDayDocument, Slot } from '../documents';
import { roomDays } from '../repository';
import { bookableOn } from '../rules/time';

const WEEK = 7;

const MINE = {
  booked: 'mine',
  pending: 'mine-pending',
  offered: 'mine-offered',
  meeting: 'meeting',
} as const;
const THEIRS = { booked: 'taken', pending: 'pending', offered: 'offered', meeting: 'meeting' } as const;

/** What the caller may know of an occupation: for what, and only their own or their office's by its id (BOOK-6). */
function takenView({ actor }: Context, keeps: boolean, slot: Slot): TakenSlot {
  const mine = slot.personId !== null && slot.personId === actor.personId;
  const kind: SlotKind = mine ? MINE[slot.kind] : THEIRS[slot.kind];
  return [slot.from, slot.to, kind, slot.label, mine || keeps ? slot.id : null];
}

function dayView(
  context: Context,
  room: RoomDocument,
  on: string,
  day: RoomDayDocument | undefined,
): RoomDay {
  const { periods, why } = openOn(room.hours, on);
  const past = on < dayOf(context.now);
  const keeps = mayKeep(context.actor, context.now, room.path) === null;
  return {
    on,
    open: periods,
    why: past ? '已经过了' : why,
    bookable: bookableOn(room.rules, context.now, on),
    taken: (day?.slots ?? []).map((slot) => takenView(context, keeps, slot)),
  };
}

function roomsOf({ venueId, placeId }: CallInput<'bookings.week'>): Promise<RoomDocument[]> {
  const most = ROOMS_SHOWN + 1;
  if (venueId !== null) return rooms.ofVenue(store, venueId, most);
  return rooms.inPlace(store, found(placeId), most);
}

/** A week of a venue's rooms: with the caller three database requests, however many bookings there are (ROOM-5). */
export async function readWeek(context: Context, input: CallInput<'bookings.week'>): Promise<WeekView> {
  const { actor, now } = context;
  const all = await roomsOf(input);
  const shown = all.filter(({ path }) => maySee(actor, now, path) === null).slice(0, ROOMS_SHOWN);
  const days = Array.from({ length: WEEK }, (_, n) => addDays(input.firstOn, n));
  const ids = shown.map(({ _id }) => _id);
  const rows = await roomDays.of(store, ids, days);
  const kept = new Map(rows.map((row) => [row._id, row]));
  return {
    today: dayOf(now),
    rooms: shown.map((room) => ({
      room: roomSummary(actor, now, room),
      days: days.map((on) => dayView(context, room, on, kept.get(roomDays.idOf(room._id, on)))),
    })),
    more: all.length > ROOMS_SHOWN,
  };
}

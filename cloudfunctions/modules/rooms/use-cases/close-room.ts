import type { CallInput } from '@contract/calls';
import type { HoursException, OpeningHours } from '@contract/opening-hours';
import type { ClosingPreview, RoomDetail } from '@contract/rooms';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { openBooks } from '../../bookings/books';
import { displaceOutside, displacingRefusal, outsideHours, type SlotOfDay } from '../../bookings/displacing';
import { bookings } from '../../bookings/repository';
import { meetings } from '../../meetings/repository';
import { dayOf } from '../../motions/rules/days';
import { mayKeepThis } from '../policy';
import { presentRoom } from '../present';
import { rooms } from '../repository';

const EXCEPTIONS_MOST = 60;

/** The hours with one exception more; those that are over make room for it. */
function withClosing(hours: OpeningHours, closing: HoursException, now: number): OpeningHours {
  const today = dayOf(now);
  const standing = hours.exceptions.filter(({ untilOn }) => untilOn === null || untilOn >= today);
  if (standing.length >= EXCEPTIONS_MOST) {
    throw new Refusal('INVALID_INPUT', { closing: '例外日期已经满60条，请先删掉用不着的' });
  }
  return { ...hours, exceptions: [...standing, closing] };
}

async function linesOf(slots: readonly SlotOfDay[]): Promise<ClosingPreview['displaced']> {
  const rows = new Map(
    (
      await bookings.ofIds(
        store,
        slots.map(({ id }) => id),
      )
    ).map((row) => [row._id, row]),
  );
  return slots.map(({ id, on, from, to, label }) => {
    return { bookingId: id, on, from, to, label, who: rows.get(id)?.personName ?? '' };
  });
}

async function meetingsOf(slots: readonly SlotOfDay[]): Promise<ClosingPreview['meetings']> {
  const held = slots.filter(({ kind }) => kind === 'meeting');
  const rows = await Promise.all(held.map(({ id }) => meetings.byId(store, id)));
  return held.map(({ id, on, from, to }, n) => ({ id, title: rows[n]?.title ?? '会议', on, from, to }));
}

/** Which bookings other hours, or a closing, would displace (ROOM-6). */
export async function previewHours(
  { actor, now }: Context,
  { id, hours, closing }: CallInput<'rooms.preview'>,
): Promise<ClosingPreview> {
  const room = found(await rooms.byId(store, id));
  enforce(mayKeepThis(actor, now, room.path));
  const changed = hours ?? room.hours;
  const wanted = closing ? withClosing(changed, closing, now) : changed;
  const slots = await outsideHours(store, id, wanted, now);
  return {
    displaced: await linesOf(slots.filter(({ kind }) => kind !== 'meeting')),
    meetings: await meetingsOf(slots),
    refusal: displacingRefusal(slots),
  };
}

/** Closes a room for some days, or gives it other hours then, with the reason; who had booked is told and shown where else (ROOM-6). */
export async function closeRoom(context: Context, input: CallInput<'rooms.close'>): Promise<RoomDetail> {
  const { actor, now } = context;
  const { id, closing, revision, displaces: shown } = input;
  enforce(mayKeepThis(actor, now, found(await rooms.byId(store, id)).path));
  await requirePassed(context, [closing.reason]);
  await change(context, async (transaction) => {
    const books = openBooks(transaction);
    const before = await books.room(id);
    enforce(mayKeepThis(actor, now, before.path));
    requireRevision(before, revision);
    const hours = withClosing(before.hours, closing, now);
    books.occupied({ ...before, hours, revision: before.revision + 1 });
    const outside = await outsideHours(transaction, id, hours, now);
    const messages = await displaceOutside(books, outside, { shown, reason: closing.reason, now });
    await books.write(transaction);
    const facts = {
      ...{ fromOn: closing.fromOn, untilOn: closing.untilOn },
      displaced: outside.map((slot) => slot.id),
    };
    return { subject: { kind: 'room', id }, path: before.path, facts, messages };
  });
  return presentRoom(context, id);
}

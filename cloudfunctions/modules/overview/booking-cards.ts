import type { TodoCard } from '@contract/overview';
import type { Context } from '../../kernel/context';
import type { BookingDocument } from '../bookings/documents';
import { bookings } from '../bookings/repository';
import { bookingLink, whenAndWhere } from '../bookings/told';
import { DAY_MS } from '../motions/rules/days';

const WEEK_MS = 7 * DAY_MS;

function offerCard(booking: BookingDocument): TodoCard {
  const { _id: id, venueName: placeName, heldUntil, startsAt } = booking;
  const detail = `${whenAndWhere(booking)}，轮到您了，要不要请说一声`;
  const base = { id, title: '您排队的场地空出来了', detail, placeName };
  return { ...base, kind: 'booking-offer', dueAt: heldUntil ?? startsAt, link: bookingLink(id) };
}

function nextCard(booking: BookingDocument): TodoCard {
  const { _id: id, venueName: placeName, state, startsAt } = booking;
  const title = state === 'pending' ? '申请的场地，等社区同意' : '您订的场地';
  return {
    ...{ kind: 'booking', id, title, detail: whenAndWhere(booking), placeName },
    ...{ dueAt: startsAt, link: bookingLink(id) },
  };
}

/** What is held for the caller, and their next booking of the week. */
export async function bookingCards({ actor, now }: Context): Promise<TodoCard[]> {
  const { items } = await bookings.ofPerson(actor.personId, now, null, () => true);
  const offers = items.filter(({ state, heldUntil }) => state === 'offered' && (heldUntil ?? 0) > now);
  const next = items.find(
    ({ state, startsAt }) => (state === 'booked' || state === 'pending') && startsAt < now + WEEK_MS,
  );
  return [...offers.map(offerCard), ...(next ? [nextCard(next)] : [])];
}

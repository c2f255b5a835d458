import type { DeskItem } from '@contract/overview';
import type { Context } from '../../../kernel/context';
import { mayDecide } from '../../bookings/policy';
import { bookings } from '../../bookings/repository';
import { bookingLink, whenAndWhere } from '../../bookings/told';
import { KEEPERS } from '../../rooms/policy';
import { type DeskSource, due } from './scope';

/** Requests whose slot is held until an office of the place answers; afterwards they fall (BOOK-7). */
async function requests({ actor, now }: Context, placeId: string): Promise<DeskItem[]> {
  const { items } = await bookings.waitingIn(placeId, null);
  return items
    .filter((booking) => mayDecide(actor, now, booking) === null)
    .map((booking) => {
      const { _id: id, venueName, personName, heldUntil, startsAt, createdAt: since } = booking;
      const detail = `${personName}申请，${booking.people}人`;
      const held = due(heldUntil ?? startsAt, now);
      return {
        id,
        title: whenAndWhere(booking),
        detail,
        placeName: venueName,
        since,
        ...held,
        link: bookingLink(id),
      };
    });
}

export const bookingSources: DeskSource[] = [
  { task: 'booking-request', label: '等同意的场地预约', offices: KEEPERS, find: requests },
];

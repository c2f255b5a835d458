import type { BookingView } from '@contract/bookings';
import type { Actor } from '../../kernel/person';
import { chinaTime } from '../../kernel/wording';
import { PURPOSE_LABELS } from '../rooms/rules/words';
import type { BookingDocument } from './documents';
import * as policy from './policy';

const held = ({ heldUntil, startsAt }: BookingDocument) => chinaTime(heldUntil ?? startsAt);

function stateWords(booking: BookingDocument, now: number): string {
  switch (booking.state) {
    case 'waiting':
      return '正在排队，空出来会告诉您';
    case 'offered':
      return `空出来了，给您留到 ${held(booking)}`;
    case 'pending':
      return `等社区同意，时段留到 ${held(booking)}`;
    case 'booked':
      if (booking.checkedInAt !== null) return '已经签到';
      return now < booking.endsAt ? '已经订好' : '已经结束';
    default:
      return ENDED[booking.state];
  }
}

const ENDED = {
  cancelled: '已经取消',
  rejected: '社区没有同意',
  declined: '您没有要这个时段',
  displaced: '时段不能用了，请另选',
  expired: '过了保留的时间，没有订上',
  'no-show': '没有签到，时段放开了',
} as const;

function can(actor: Actor, now: number, booking: BookingDocument): BookingView['can'] {
  const decide = policy.mayDecide(actor, now, booking);
  return {
    move: policy.mayMove(actor, now, booking),
    cancel: policy.mayCancel(actor, now, booking),
    approve: decide,
    reject: decide,
    unwait: policy.mayUnwait(actor, booking),
    accept: policy.mayAccept(actor, now, booking),
    decline: policy.mayDecline(actor, booking),
    checkIn: policy.mayCheckIn(actor, now, booking),
    undoNoShow: policy.mayUndoNoShow(actor, now, booking),
  };
}

/** One booking as its booker and the office see it. */
export function bookingView(actor: Actor, now: number, booking: BookingDocument): BookingView {
  const { _id: id, roomId, roomName, venueId, venueName, address, on, from, to, startsAt, endsAt } = booking;
  const { purpose, note, people, state, reason, heldUntil, checkedInAt, number, of, groupId } = booking;
  return {
    ...{ id, roomId, roomName, venueId, venueName, address, on, from, to, startsAt, endsAt },
    ...{ purpose, note, people, state, reason, heldUntil, checkedInAt, revision: booking.revision },
    label: PURPOSE_LABELS[purpose],
    stateWords: stateWords(booking, now),
    series: of > 1 ? { id: groupId, number, of } : null,
    who: { name: booking.personName, home: booking.homeLabel },
    mine: booking.personId === actor.personId,
    can: can(actor, now, booking),
  };
}

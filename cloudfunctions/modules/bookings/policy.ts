import type { ErrorCode } from '@contract/errors';
import type { Actor } from '../../kernel/person';
import { mayKeep } from '../rooms/policy';
import type { BookingDocument } from './documents';
import { CHECK_IN_MS } from './rules/holds';

const isMine = ({ personId }: Actor, booking: BookingDocument) => personId === booking.personId;

/** The booker and the offices that keep the room; others see that it is taken and for what (BOOK-6). */
export function maySee(actor: Actor, now: number, booking: BookingDocument): ErrorCode | null {
  return isMine(actor, booking) || mayKeep(actor, now, booking.path) === null ? null : 'NOT_FOUND';
}

const isIn = ({ state }: BookingDocument, ...states: BookingDocument['state'][]): ErrorCode | null =>
  states.includes(state) ? null : 'BOOKING_STAGE';

const own = (actor: Actor, booking: BookingDocument): ErrorCode | null =>
  isMine(actor, booking) ? null : 'NOT_ALLOWED';

/** What a home has booked goes on while the booker is of it; who has moved away keeps it as it is, or cancels it (BOOK-15). */
const ofHome = ({ person }: Actor, { homeId }: BookingDocument): ErrorCode | null =>
  homeId === null || person?.ties.some((tie) => tie.homeId === homeId) ? null : 'NOT_IN_SCOPE';

/** By the booker, before it begins. */
export function mayMove(actor: Actor, now: number, booking: BookingDocument): ErrorCode | null {
  const denial = own(actor, booking) ?? isIn(booking, 'pending', 'booked') ?? ofHome(actor, booking);
  return denial ?? (now < booking.startsAt && booking.checkedInAt === null ? null : 'BOOKING_STAGE');
}

/** By the booker or the office, until its end (BOOK-6). */
export function mayCancel(actor: Actor, now: number, booking: BookingDocument): ErrorCode | null {
  const denial = maySee(actor, now, booking) ?? isIn(booking, 'pending', 'booked');
  return denial ?? (now < booking.endsAt ? null : 'BOOKING_STAGE');
}

/** By an office of the place that did not ask for it, while the slot is held (BOOK-7). */
export function mayDecide(actor: Actor, now: number, booking: BookingDocument): ErrorCode | null {
  const denial = mayKeep(actor, now, booking.path) ?? isIn(booking, 'pending');
  if (denial) return denial;
  if (isMine(actor, booking)) return 'BOOKING_OWN';
  return booking.heldUntil !== null && now < booking.heldUntil ? null : 'BOOKING_HOLD_OVER';
}

export function mayUnwait(actor: Actor, booking: BookingDocument): ErrorCode | null {
  return own(actor, booking) ?? isIn(booking, 'waiting');
}

/** What is offered is taken while it is held (BOOK-8). */
export function mayAccept(actor: Actor, now: number, booking: BookingDocument): ErrorCode | null {
  const denial = own(actor, booking) ?? isIn(booking, 'offered') ?? ofHome(actor, booking);
  return denial ?? (booking.heldUntil !== null && now < booking.heldUntil ? null : 'BOOKING_HOLD_OVER');
}

export function mayDecline(actor: Actor, booking: BookingDocument): ErrorCode | null {
  return own(actor, booking) ?? isIn(booking, 'offered');
}

/** At the door, from a quarter of an hour before the beginning to the end (BOOK-9). */
export function mayCheckIn(actor: Actor, now: number, booking: BookingDocument): ErrorCode | null {
  const denial = own(actor, booking) ?? isIn(booking, 'booked');
  if (denial) return denial;
  if (booking.checkedInAt !== null) return 'BOOKING_STAGE';
  const open = booking.startsAt - CHECK_IN_MS <= now && now < booking.endsAt;
  return open ? null : 'BOOKING_CHECK_IN_TIME';
}

/** By an office that is not the one it helps (BOOK-10). */
export function mayUndoNoShow(actor: Actor, now: number, booking: BookingDocument): ErrorCode | null {
  const denial = mayKeep(actor, now, booking.path) ?? isIn(booking, 'no-show');
  return denial ?? (isMine(actor, booking) ? 'BOOKING_OWN' : null);
}

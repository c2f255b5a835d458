import type { OpeningHours } from '@contract/opening-hours';
import type { ClosingPreview } from '@contract/rooms';
import type { MessageIntent } from '@contract/messages';
import type { Reader } from '../../kernel/database';
import { Refusal } from '../../kernel/refusal';
import { dayOf } from '../motions/rules/days';
import { instantOf } from '../rooms/rules/clock';
import { isOpenFor, openOn } from '../rooms/rules/hours';
import type { Books } from './books';
import type { BookingDocument, Slot } from './documents';
import { release } from './occupying';
import { roomDays } from './repository';
import { toBooker } from './told';

/** More go in steps: one transaction has thirty seconds. */
const MOST = 100;

export interface SlotOfDay extends Slot {
  on: string;
}

/** What would lie outside of these hours and is not over, by its day. */
export async function outsideHours(
  reader: Reader,
  roomId: string,
  hours: OpeningHours,
  now: number,
): Promise<SlotOfDay[]> {
  const days = await roomDays.from(reader, roomId, dayOf(now));
  return days.flatMap(({ on, slots }) => {
    const { periods } = openOn(hours, on);
    return slots
      .filter((slot) => now < instantOf(on, slot.to) && !isOpenFor(periods, slot))
      .map((slot) => ({ ...slot, on }));
  });
}

/** A meeting stands in the way of everything, and one command displaces so many (ROOM-6). */
export function displacingRefusal(slots: readonly SlotOfDay[]): ClosingPreview['refusal'] {
  if (slots.some(({ kind }) => kind === 'meeting')) return 'ROOM_MEETING';
  return slots.length > MOST ? 'ROOM_DISPLACES_MANY' : null;
}

/** Ends one booking because the room is not to be had any more; it stays with its reason, and its booker is told (BOOK-12). */
export async function displace(
  books: Books,
  booking: BookingDocument,
  reason: string,
  now: number,
): Promise<MessageIntent[]> {
  const offers = await release(books, booking, { state: 'displaced', reason }, now);
  return [...offers, toBooker({ ...booking, reason }, 'displaced')];
}

/**
 * Ends all that lies outside of a room's new hours, which the books hold already (ROOM-6).
 * @param shown how many the office was shown; where it are others by now nothing is done
 */
export async function displaceOutside(
  books: Books,
  slots: readonly SlotOfDay[],
  { shown, reason, now }: { shown: number; reason: string; now: number },
): Promise<MessageIntent[]> {
  const refusal = displacingRefusal(slots);
  if (refusal) throw new Refusal(refusal);
  if (slots.length !== shown) throw new Refusal('ROOM_DISPLACES_OTHERS');
  const messages: MessageIntent[] = [];
  for (const { id } of slots) messages.push(...(await displace(books, await books.booking(id), reason, now)));
  return messages;
}

import type { BookingState } from '@contract/bookings';
import type { Purpose } from '@contract/rooms';

/** What occupies a room on a day. A meeting's has the meeting's id; of the others the booking's. */
export interface Slot {
  id: string;
  kind: 'booked' | 'pending' | 'offered' | 'meeting';
  from: number;
  to: number;
  /** Minutes kept free after it, as the room asked when it was taken. */
  buffer: number;
  /** What others read. */
  label: string;
  /** Null: a meeting, or somebody who has left. */
  personId: string | null;
  homeId: string | null;
  heldUntil: number | null;
}

/** Who waits for a time of a day, in the order in which they came. */
export interface Wait {
  /** The booking's. */
  id: string;
  personId: string;
  from: number;
  to: number;
}

/** Collection `room_days`; `_id` is made of room and day: two that want the same time meet in it (BOOK-2). */
export interface RoomDayDocument {
  _id: string;
  roomId: string;
  /** 'YYYY-MM-DD' */
  on: string;
  slots: Slot[];
  waits: Wait[];
}

/** Collection `booking_quotas`; `_id` is made of room, home and month: a home's bookings that count there (BOOK-4). */
export interface QuotaDocument {
  _id: string;
  roomId: string;
  homeId: string;
  /** 'YYYY-MM' */
  month: string;
  bookingIds: string[];
}

/** Collection `bookings`. */
export interface BookingDocument {
  _id: string;
  roomId: string;
  roomName: string;
  venueId: string;
  venueName: string;
  address: string;
  path: string[];
  on: string;
  from: number;
  to: number;
  startsAt: number;
  endsAt: number;
  purpose: Purpose;
  note: string;
  people: number;
  state: BookingState;
  /** Why it was cancelled, rejected, displaced or given back. */
  reason: string | null;
  heldUntil: number | null;
  /** When the timer has something to do with it; null: nothing. */
  dueAt: number | null;
  checkedInAt: number | null;
  /** The command that made it: all of a weekly series have the same. */
  groupId: string;
  number: number;
  of: number;
  /** Of the first of a command: the days that it left out. */
  skipped: { on: string; words: string }[];
  personId: string;
  personName: string;
  homeId: string | null;
  homeLabel: string | null;
  revision: number;
  createdAt: number;
}

import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import type { ErrorCode } from './errors';
import { clientId, cursor, day, id, optionalText, revision, text } from './fields';
import { minute, type Period } from './opening-hours';
import { OFFICES } from './roles';
import { PURPOSES, type Purpose, type RoomSummary, VENUE_KEEPERS } from './rooms';

/**
 * waiting: on the waitlist. offered: the slot got free and is held for them. pending: an office has still to approve. displaced: new hours
 * or a meeting took it. expired: nobody approved, or the offer was not taken in time. no-show: freed because nobody came.
 */
export const BOOKING_STATES = [
  'waiting',
  'offered',
  'pending',
  'booked',
  'cancelled',
  'rejected',
  'declined',
  'displaced',
  'expired',
  'no-show',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** taken: somebody's booking. pending: waits for approval. meeting: of a meeting. mine: the caller's, whatever its state. */
export type SlotKind = 'taken' | 'pending' | 'offered' | 'meeting' | 'mine' | 'mine-pending' | 'mine-offered';

/**
 * What occupies a room: minutes from and to, the kind, what others read, and the booking's id where the caller may open it (the
 * booker, the office; of a meeting the meeting's), else null. An array and no object: a week of ten rooms has hundreds.
 */
export type TakenSlot = [from: number, to: number, kind: SlotKind, label: string, id: string | null];

export interface RoomDay {
  /** 'YYYY-MM-DD' */
  on: string;
  /** When it is open, ascending; empty: closed. */
  open: Period[];
  /** Why other hours hold than by the weekday, or that it is over; null: nothing to say. */
  why: string | null;
  /** Bookings may begin within these, as far as nothing occupies them: not past, not too soon, not too far ahead. */
  bookable: Period | null;
  taken: TakenSlot[];
}

export interface RoomWeek {
  room: RoomSummary;
  days: RoomDay[];
}

export interface WeekView {
  /** The server's day. */
  today: string;
  rooms: RoomWeek[];
  /** There are more rooms in the place than one answer shows: choose a venue. */
  more: boolean;
}

export interface BookingView {
  id: string;
  roomId: string;
  roomName: string;
  venueId: string;
  venueName: string;
  address: string;
  on: string;
  from: number;
  to: number;
  /** Epoch ms. */
  startsAt: number;
  endsAt: number;
  purpose: Purpose;
  label: string;
  note: string;
  people: number;
  state: BookingState;
  /** '等社区同意，时段留到 3月3日 周二 18:00' */
  stateWords: string;
  /** Why it was cancelled, rejected or displaced, and by which office; null otherwise. */
  reason: string | null;
  /** Until when the slot is held of a pending or offered one, epoch ms. */
  heldUntil: number | null;
  checkedInAt: number | null;
  /** Of a weekly series: which one of how many; null: a single one. */
  series: { id: string; number: number; of: number } | null;
  /** Who booked, for themselves and the office; others never see a booking. */
  who: { name: string; home: string | null };
  mine: boolean;
  revision: number;
  can: Can<
    'move' | 'cancel' | 'approve' | 'reject' | 'unwait' | 'accept' | 'decline' | 'checkIn' | 'undoNoShow'
  >;
}

/** Where a displaced booking could go, computed when it is read. */
export interface Alternatives {
  /** Other rooms that are free at the same time. */
  otherRooms: { roomId: string; roomName: string; venueName: string; on: string; from: number; to: number }[];
  /** The next free times of that length in the same room, near the same hour. */
  otherTimes: { roomId: string; on: string; from: number; to: number }[];
}

export interface BookingCheck {
  /** Each day of the repetition, with what forbids it. */
  days: { on: string; denial: ErrorCode | null; words: string | null }[];
  /** Bookings that the home has left in the month of the first day; null: no limit. */
  quotaLeft: number | null;
}

export interface Booked {
  bookings: BookingView[];
  /** Days that were left out, with the reason. */
  skipped: { on: string; words: string }[];
}

export interface MyBookings extends Page<BookingView> {
  /** What is left this month in the rooms of the coming ones, for each home. */
  quotas: { roomId: string; roomName: string; home: string; month: string; left: number; of: number }[];
}

const time = { from: minute, to: minute };
const wanted = {
  roomId: id,
  on: day,
  ...time,
  /** For which home; null: the caller's first one there, or none of an office. */
  homeId: id.nullable().default(null),
};
const details = {
  purpose: z.enum(PURPOSES, '请选择用途'),
  people: z.int('请填写人数').min(1, '至少1人').max(5000),
  /** For the office alone. */
  note: optionalText(100, '说明').default(''),
};
const repeats = z.int('请选择重复几周').min(1).max(12, '最多重复12周').default(1);

const users = { roles: ['resident', ...OFFICES], relation: 'same-place' } as const;
const visible = { roles: ['resident', ...OFFICES], relation: 'visible' } as const;
const own = { roles: ['person'], relation: 'self' } as const;
const keepers = { roles: VENUE_KEEPERS, relation: 'office-place' } as const;
const one = { clientId, id };

export const bookingCalls = {
  /** Seven days from `firstOn` of a venue's rooms, or of a place's; ten rooms at most. */
  'bookings.week': query(
    visible,
    z
      .strictObject({
        venueId: id.nullable().default(null),
        placeId: id.nullable().default(null),
        firstOn: day,
      })
      .refine(({ venueId, placeId }) => (venueId === null) !== (placeId === null), '请选择场所'),
  ).returns<WeekView>(),
  /** What would forbid a booking, day by day, before it is made. */
  'bookings.check': query(visible, z.strictObject({ ...wanted, repeats })).returns<BookingCheck>(),
  'bookings.detail': query(
    { roles: ['person'], relation: 'author' },
    z.strictObject({ id }),
  ).returns<BookingView>(),
  'bookings.alternatives': query(
    { roles: ['person'], relation: 'author' },
    z.strictObject({ id }),
  ).returns<Alternatives>(),
  /** All of them, or none with the conflicts in `fields` by day; `skipConflicts` takes the others. */
  'bookings.book': command(
    { ...users, perTenMinutes: 30 },
    z.strictObject({ clientId, ...wanted, ...details, repeats, skipConflicts: z.boolean().default(false) }),
  ).returns<Booked>(),
  'bookings.move': command(
    { ...own, relation: 'author', perTenMinutes: 30 },
    z.strictObject({ ...one, revision, roomId: id, on: day, ...time }),
  ).returns<BookingView>(),
  /** By the booker until its end; by the office with a reason. `following`: of a series this one and all that come. */
  'bookings.cancel': command(
    { ...own, relation: 'author' },
    z.strictObject({
      ...one,
      revision,
      following: z.boolean().default(false),
      reason: optionalText(100, '取消的原因').default(''),
    }),
  ).returns<BookingView>(),
  'bookings.approve': command(keepers, z.strictObject({ ...one, revision })).returns<BookingView>(),
  'bookings.reject': command(
    keepers,
    z.strictObject({ ...one, revision, reason: text(100, '不同意的原因') }),
  ).returns<BookingView>(),
  /** Puts the caller on the waitlist for a slot that is taken. */
  'bookings.wait': command(
    { ...users, perTenMinutes: 30 },
    z.strictObject({ clientId, ...wanted, ...details }),
  ).returns<BookingView>(),
  'bookings.unwait': command({ ...own, relation: 'author' }, z.strictObject(one)).returns<BookingView>(),
  'bookings.accept': command({ ...own, relation: 'author' }, z.strictObject(one)).returns<BookingView>(),
  'bookings.decline': command({ ...own, relation: 'author' }, z.strictObject(one)).returns<BookingView>(),
  /** By the code at the door, from 15 minutes before the beginning to the end. */
  'bookings.checkIn': command(
    { ...own, relation: 'author', perTenMinutes: 20 },
    z.strictObject({
      ...one,
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/, '门口的码是6位数字'),
    }),
  ).returns<BookingView>(),
  /** Somebody was there after all: nothing is held against them; the room is theirs again where it is still free. */
  'bookings.undoNoShow': command(
    keepers,
    z.strictObject({ ...one, revision, reason: text(100, '原因') }),
  ).returns<BookingView>(),
  /** Coming: the next first, with what waits and is offered; past: the latest first. */
  'bookings.mine': query(
    own,
    z.strictObject({ when: z.enum(['coming', 'past']), cursor }),
  ).returns<MyBookings>(),
  /** Requests that wait for an office of the place, the one that falls first at the top. */
  'bookings.queue': query(keepers, z.strictObject({ placeId: id, cursor })).returns<Page<BookingView>>(),
};

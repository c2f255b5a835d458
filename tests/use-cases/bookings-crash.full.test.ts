import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { doneOnce, type BrokenCall } from '../support/broken-once';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { HOUR } from '../support/motions';
import { smallCommunity, type SmallCommunity } from '../support/persons';
import { roomCallsOf } from '../support/rooms';

const TIME = 600_000;
const DAY = '2026-04-14';
const BREAKS = ['fail', 'fail-after'] as const;

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof roomCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = roomCallsOf(cloud, yard);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

/** What is stored of a room: what occupies it, how its bookings stand, and how many are on a quota. */
const standsOf = (room: string) => async () => {
  const { days, bookings, quotas } = await on.stored();
  const here = <T extends { roomId: string }>(rows: T[]) => rows.filter(({ roomId }) => roomId === room);
  return {
    slots: here(days)
      .flatMap((day) => day.slots.map(({ from, kind }) => `${day.on.slice(5)} ${from} ${kind}`))
      .sort(),
    states: here(bookings)
      .map(({ state }) => state)
      .sort(),
    counted: here(quotas).reduce((sum, { bookingIds }) => sum + bookingIds.length, 0),
  };
};
const newRoom = async (rules: object = {}) => {
  // A house of its own: one has no more than thirty rooms, and these are many.
  const { id: venueId } = await on.venue();
  const { id, revision } = await on.room(venueId, { rules: { quota: 9, ...rules } });
  return { id, revision, stands: standsOf(id) };
};
/** What the timer's expiry of a booking reads and writes. */
const OWN = ['bookings', 'room_days', 'booking_quotas', 'rooms', 'persons', 'audit', 'outbox'] as const;
const evening = [DAY, 1140, 1200] as const;

const broken: [string, () => Promise<BrokenCall>][] = [
  [
    '[BOOK-2] booking',
    async () => {
      const { id, stands } = await newRoom();
      const { clientId: _once, ...input } = on.wanted(id, ...evening);
      const after = { slots: ['04-14 1140 booked'], states: ['booked'], counted: 1 };
      return { by: 'wang', action: 'bookings.book', input, stands, after };
    },
  ],
  [
    '[BOOK-5] booking three weeks of which one conflicts',
    async () => {
      const { id, stands } = await newRoom();
      await on.book('feng', id, ['2026-04-21', 1140, 1200]);
      const { clientId: _once, ...wanted } = on.wanted(id, ...evening);
      const slots = ['04-14 1140 booked', '04-21 1140 booked', '04-28 1140 booked'];
      return {
        ...{ by: 'wang', action: 'bookings.book', stands },
        input: { ...wanted, repeats: 3, skipConflicts: true },
        after: { slots, states: ['booked', 'booked', 'booked'], counted: 3 },
      };
    },
  ],
  [
    '[BOOK-13] moving to another day over which somebody waits',
    async () => {
      const { id: roomId, stands } = await newRoom();
      const { id, revision } = await on.book('wang', roomId, evening);
      await on.wait('feng', roomId, evening);
      return {
        ...{ by: 'wang', action: 'bookings.move', stands },
        input: { id, revision, roomId, on: '2026-04-15', from: 840, to: 900 },
        after: {
          slots: ['04-14 1140 offered', '04-15 840 booked'],
          states: ['booked', 'offered'],
          counted: 1,
        },
      };
    },
  ],
  [
    '[BOOK-7] approving',
    async () => {
      const { id: roomId, stands } = await newRoom({ approvalHours: 24 });
      const { id, revision } = await on.book('wang', roomId, evening);
      const after = { slots: ['04-14 1140 booked'], states: ['booked'], counted: 1 };
      return { by: 'secretary', action: 'bookings.approve', input: { id, revision }, stands, after };
    },
  ],
  [
    '[BOOK-6] [BOOK-8] cancelling what somebody waits for',
    async () => {
      const { id: roomId, stands } = await newRoom();
      const { id, revision } = await on.book('wang', roomId, evening);
      await on.wait('feng', roomId, evening);
      const after = { slots: ['04-14 1140 offered'], states: ['cancelled', 'offered'], counted: 0 };
      return { by: 'wang', action: 'bookings.cancel', input: { id, revision }, stands, after };
    },
  ],
  [
    '[ROOM-6] closing over two bookings',
    async () => {
      const { id, revision, stands } = await newRoom();
      await on.book('wang', id, evening);
      await on.book('feng', id, ['2026-04-15', 840, 900]);
      const closing = { fromOn: DAY, untilOn: null, reason: '装修' };
      return {
        ...{ by: 'secretary', action: 'rooms.close', stands },
        input: { id, revision, closing, displaces: 2 },
        after: { slots: [], states: ['displaced', 'displaced'], counted: 0 },
      };
    },
  ],
];

describe.each(BREAKS)('a call on rooms whose database request breaks (%s)', (then) => {
  it.each(broken)(
    '[IDM-4] %s stands as before or after, and is done once by its retry',
    async (_what, prepare) => {
      expect(await doneOnce(cloud, yard, then, prepare)).toBeGreaterThan(5);
    },
    TIME,
  );

  it(
    '[BOOK-7] [MSG-1] the timer that lets a request fall leaves it whole, and the next minute ends it once',
    async () => {
      for (let nth = 1, kind = 0; kind < OWN.length; nth += 1) {
        await cloud.advance(11 * 60_000);
        const { id: roomId, stands } = await newRoom({ approvalHours: 1 });
        const { id } = await on.book('wang', roomId, evening);
        const before = await stands();
        await cloud.advance(HOUR);
        // Every request on rooms' own documents, one after another; those of other jobs are tried elsewhere.
        const spoiled = cloud.cloud.faults.on({ action: /^database\./, collection: OWN[kind], nth, then });
        await cloud.cloud.fireTimer('timer');
        const struck = spoiled.hits > 0;
        cloud.cloud.faults.reset();
        const after = { slots: [], states: ['expired'], counted: 0 };
        expect([before, after]).toContainEqual(await stands());
        // The lease of a timer that broke off is held for a minute.
        await cloud.advance(60_000);
        await cloud.cloud.fireTimer('timer');
        expect(await stands()).toEqual(after);
        expect((await on.read('wang', id)).state).toBe('expired');
        if (struck) continue;
        nth = 0;
        kind += 1;
      }
    },
    TIME,
  );
});

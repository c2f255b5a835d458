import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../cloudfunctions/kernel/ids';
import { inserted } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { roomCallsOf, TUESDAY } from '../support/rooms';
import { codeOf } from '../support/wangs-paper';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof roomCallsOf>;
let venueId: string;

const NEIGHBOURS = [
  ...(['wang', 'zhao', 'zhou', 'liuDeming', 'liuFang', 'heYonggui', 'heJing', 'tenant'] as const),
  ...(['maChunhua', 'maXiaolong', 'buyer', 'feng', 'zeng'] as const),
] satisfies PersonKey[];

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = roomCallsOf(cloud, yard);
  venueId = (await on.venue()).id;
});
afterAll(() => cloud.close());

describe('many at once', () => {
  it('[BOOK-2] 200 bookings for one slot end in exactly one, and 199 are told that it is taken', async () => {
    const { id: room } = await on.room(venueId);
    const sent = Array.from({ length: 200 }, (_, n) => {
      const by = NEIGHBOURS[n % NEIGHBOURS.length] ?? 'wang';
      // Not the same slot to the minute: each overlaps each.
      return on.as(by).send('bookings.book', on.wanted(room, TUESDAY, n % 2 ? 840 : 870, n % 2 ? 930 : 960));
    });
    const codes = (await Promise.all(sent)).map(codeOf);
    const count = (code: string) => codes.filter((one) => one === code).length;
    expect({ ok: count('ok'), taken: count('BOOKING_TAKEN') }).toEqual({ ok: 1, taken: 199 });
    const { days, bookings } = await on.stored();
    expect(days.find(({ roomId }) => roomId === room)?.slots).toHaveLength(1);
    expect(bookings.filter(({ roomId }) => roomId === room)).toHaveLength(1);
  }, 300_000);

  it('[BOOK-4] two phones of a home at once get no more than its quota', async () => {
    const { id: room } = await on.room(venueId, { rules: { quota: 2 } });
    const days = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-09'];
    const sent = days.map((day, n) =>
      on.as(n % 2 ? 'maChunhua' : 'maXiaolong').send('bookings.book', on.wanted(room, day, 840, 900)),
    );
    const codes = (await Promise.all(sent)).map(codeOf).sort();
    expect(codes).toEqual([...Array<string>(4).fill('BOOKING_QUOTA'), 'ok', 'ok']);
  });
});

describe('closing while many book', () => {
  it('[ROOM-6] leaves no booking outside the hours, with 200 that come at the moment of the closing', async () => {
    const { id: house } = await on.venue({ name: '文化站' });
    const tally = { closed: 0, booked: 0 };
    for (let round = 0; round < 10; round += 1) {
      const { id: room, revision } = await on.room(house, { name: `多功能厅${round}` });
      const closing = { fromOn: '2026-03-16', untilOn: null, reason: '装修' };
      const input = { clientId: freshId(), id: room, revision, closing, displaces: 0 };
      // Each its own day, so that bookings and closing have only the room in common.
      const booking = (n: number) => {
        const day = new Date(Date.UTC(2026, 2, 16 + n + Math.floor(n / 6))).toISOString().slice(0, 10);
        const by = NEIGHBOURS[n % NEIGHBOURS.length] ?? 'wang';
        return on.as(by).send('bookings.book', on.wanted(room, day, 840, 900));
      };
      const before = Array.from({ length: round }, (_, n) => booking(n));
      const close = on.as('secretary').send('rooms.close', input);
      const after = Array.from({ length: 20 - round }, (_, n) => booking(round + n));
      const [closed, ...codes] = (await Promise.all([close, ...before, ...after])).map(codeOf);
      const { days } = await on.stored();
      const slots = days.filter(({ roomId }) => roomId === room).flatMap((row) => row.slots);
      const booked = codes.filter((code) => code === 'ok').length;
      expect(slots).toHaveLength(closed === 'ok' ? 0 : booked);
      expect(['ok', 'ROOM_DISPLACES_OTHERS', 'BUSY']).toContain(closed);
      if (closed === 'ok') expect(booked).toBe(0);
      tally.closed += Number(closed === 'ok');
      tally.booked += booked;
    }
    // Both have come first at least once, else nothing was raced.
    process.stdout.write(`${JSON.stringify(tally)}\n`);
    expect(tally.closed).toBeGreaterThan(0);
    expect(tally.booked).toBeGreaterThan(0);
  }, 300_000);
});

describe('a week of ten rooms', () => {
  const slotOf = (n: number, minute: number, length: number) => ({
    ...{
      id: `booking-${n}-${minute}`.padEnd(32, '0'),
      kind: 'booked',
      from: minute,
      to: minute + length,
      buffer: 0,
    },
    ...{ label: '合唱', personId: 'p'.repeat(32), homeId: 'h'.repeat(32), heldUntil: null },
  });

  /** Fills the ten rooms' week so that it holds about so many bookings, past the application. */
  async function filled(perDay: number, firstOn: string, roomIds: readonly string[]): Promise<number> {
    let made = 0;
    for (const [r, roomId] of roomIds.entries()) {
      for (let day = 0; day < 7; day += 1) {
        const date = new Date(Date.parse(firstOn) + day * 86_400_000).toISOString().slice(0, 10);
        const slots = Array.from({ length: perDay }, (_, k) => slotOf(r, 540 + k * 12, 12));
        made += slots.length;
        const _id = idOf('room-day', roomId, date);
        await inserted(cloud, 'room_days', { _id, roomId, on: date, slots, waits: [] });
      }
    }
    return made;
  }
  it('[ROOM-5] is three requests with 400 bookings, and under 256 KB also with ten times as many', async () => {
    const { id: house } = await on.venue({ name: '邻里中心' });
    const roomIds: string[] = [];
    for (let n = 1; n <= 10; n += 1) roomIds.push((await on.room(house, { name: `活动室${n}` })).id);
    const measured: { bookings: number; bytes: number }[] = [];
    for (const [perDay, firstOn, requests] of [
      [6, '2026-03-09', [0, 1]],
      // Over a megabyte of documents is more than one answer of the database holds: they come in halves.
      [58, '2026-03-16', null],
    ] as const) {
      const bookings = await filled(perDay, firstOn, roomIds);
      const beyond = { action: /^database\./, nth: 4, then: requests ? ('fail' as const) : { delay: 1 } };
      const fourth = cloud.cloud.faults.on(beyond);
      const third = cloud.cloud.faults.on({ action: /^database\./, nth: 3, then: { delay: 1 } });
      const week = await on.as('wang').call('bookings.week', { venueId: house, firstOn });
      cloud.cloud.faults.reset();
      if (requests) expect([fourth.hits, third.hits]).toEqual(requests);
      const taken = week.rooms.flatMap(({ days }) => days.flatMap((day) => day.taken));
      expect(taken).toHaveLength(bookings);
      measured.push({ bookings, bytes: Buffer.byteLength(JSON.stringify(week)) });
    }
    process.stdout.write(`${JSON.stringify(measured)}\n`);
    expect(measured.every(({ bytes }) => bytes < 256 * 1024)).toBe(true);
  });
});

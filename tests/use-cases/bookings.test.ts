import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { HOURS, roomCallsOf, TUESDAY } from '../support/rooms';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof roomCallsOf>;
let venueId: string;
let hall: string;

const code = (of: string) => ({ code: of });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = roomCallsOf(cloud, yard);
  venueId = (await on.venue()).id;
  hall = (await on.room(venueId)).id;
});
afterAll(() => cloud.close());

describe('a room and its week', () => {
  it('[ROOM-1] [ROOM-2] is kept by the offices of its place, and says when it is open', async () => {
    await expect(on.venue({}, 'wang')).rejects.toMatchObject(code('NOT_ALLOWED'));
    await expect(on.room(venueId, {}, 'otherSecretary')).rejects.toMatchObject(code('NOT_FOUND'));
    const { items, can } = await on.as('wang').call('venues.list', { placeId: 'xingfuli' });
    expect(items).toMatchObject([
      { name: '蓝田党群服务中心', now: { open: true, words: '现在开门，到 12:00' } },
    ]);
    expect(can.keep).toBe('NOT_ALLOWED');
    await expect(on.as('stranger').call('venues.detail', { id: venueId })).rejects.toMatchObject(
      code('NOT_FOUND'),
    );
    const overlapping = [
      { from: 540, to: 720 },
      { from: 700, to: 800 },
    ];
    await expect(
      on.room(venueId, { hours: { weekly: HOURS.weekly.map(() => overlapping) } }),
    ).rejects.toMatchObject(code('INVALID_INPUT'));
    const renamed = await on.venue({ id: venueId, revision: 1, name: '蓝田邻里中心' });
    expect(renamed.rooms).toMatchObject([
      { id: hall, venueName: '蓝田邻里中心', can: { book: null, keep: null } },
    ]);
    await expect(on.venue({ id: venueId, revision: 1 })).rejects.toMatchObject(code('STALE'));
  });

  it('[ROOM-5] [BOOK-6] shows what is free, taken, mine and closed, and for what; who it is only to the office', async () => {
    const first = await on.book('wang', hall, [TUESDAY, 600, 720]);
    const week = async (by: PersonKey) => {
      const { rooms } = await on.as(by).call('bookings.week', { venueId, firstOn: '2026-03-02' });
      return rooms[0]?.days ?? [];
    };
    const [monday, tuesday, , , , , sunday] = await week('secretary');
    // From the next half hour that is at least an hour away: it is nine.
    expect(monday?.bookable).toEqual({ from: 600, to: 1440 });
    expect(tuesday?.taken).toEqual([[600, 720, 'taken', '合唱', first.id]]);
    expect(sunday?.open).toEqual([]);
    expect((await week('wang'))[1]?.taken).toEqual([[600, 720, 'mine', '合唱', first.id]]);
    expect((await week('maChunhua'))[1]?.taken).toEqual([[600, 720, 'taken', '合唱', null]]);
    await expect(on.read('maChunhua', first.id)).rejects.toMatchObject(code('NOT_FOUND'));
    expect((await on.read('secretary', first.id)).who.name).toBe('王桂兰');
    await on.cancel('wang', first);
    expect((await week('wang'))[1]?.taken).toEqual([]);
  });
});

describe('booking', () => {
  it('[BOOK-1] [BOOK-3] is for homes of the place, and refused with the reason', async () => {
    const book = (by: PersonKey, roomId: string, changes: object = {}) =>
      on.book(by, roomId, [TUESDAY, 840, 900], changes);
    const { id: owners } = await on.room(venueId, { name: '业主活动室', rules: { who: 'owners' } });
    const { id: offices } = await on.room(venueId, { name: '会议室', rules: { who: 'offices' } });
    const refused: [PersonKey, string, object, string][] = [
      ['stranger', hall, {}, 'NOT_FOUND'],
      ['newcomer', hall, {}, 'NOT_VERIFIED'],
      ['tenant', owners, {}, 'ROOM_OWNERS_ONLY'],
      ['wang', offices, {}, 'ROOM_OFFICES_ONLY'],
      ['wang', hall, { purpose: 'dance' }, 'BOOKING_PURPOSE'],
      ['wang', hall, { people: 41 }, 'BOOKING_PEOPLE'],
      ['wang', hall, { repeats: 9 }, 'BOOKING_REPEATS'],
      ['wang', hall, { homeId: 'nobodys' }, 'NOT_IN_SCOPE'],
      ['wang', hall, { from: 750, to: 810 }, 'BOOKING_CLOSED'],
      ['wang', hall, { note: '\u202Eabc' }, 'INVALID_INPUT'],
    ];
    for (const [by, roomId, changes, expected] of refused) {
      await expect(book(by, roomId, changes), `${by} ${expected}`).rejects.toMatchObject(code(expected));
    }
    expect(await book('secretary', offices)).toMatchObject({
      state: 'booked',
      who: { name: '陈秀兰', home: null },
    });
    expect((await on.as('tenant').call('rooms.detail', { id: owners })).can.book).toBe('ROOM_OWNERS_ONLY');
  });

  it('[BOOK-2] [IDM-1] is had once, also with the time that is kept free after it, and sent again it is the same', async () => {
    const { id: room } = await on.room(venueId, { name: '书画室', rules: { buffer: 30 } });
    const input = on.wanted(room, TUESDAY, 840, 900);
    const first = await on.as('wang').call('bookings.book', input);
    expect(await on.as('wang').call('bookings.book', input)).toEqual(first);
    await expect(on.book('feng', room, [TUESDAY, 900, 960])).rejects.toMatchObject(code('BOOKING_TAKEN'));
    await on.book('feng', room, [TUESDAY, 930, 990]);
    await expect(on.book('zeng', room, [TUESDAY, 870, 930])).rejects.toMatchObject(code('BOOKING_TAKEN'));
    const day = (await on.stored()).days.find(({ roomId }) => roomId === room);
    expect(day?.slots.map(({ from, to }) => [from, to])).toEqual([
      [840, 900],
      [930, 990],
    ]);
  });

  it('[BOOK-4] counts for a home and a month, also in one repetition, and gives back what ends before it begins', async () => {
    const { id: room } = await on.room(venueId, { name: '小教室', rules: { quota: 2 } });
    const book = (day: string, changes: object = {}) => on.book('wang', room, [day, 840, 900], changes);
    await expect(book('2026-03-10', { repeats: 3 })).rejects.toMatchObject({
      failure: { code: 'BOOKING_CONFLICTS', fields: { '2026-03-24': '这个月的次数用完了' } },
    });
    const first = await book('2026-03-24', { repeats: 3 });
    await expect(book('2026-03-05')).rejects.toMatchObject(code('BOOKING_QUOTA'));
    // Of her other home there is nothing yet.
    const [, other] = (await on.as('wang').call('members.me', {})).ties;
    await book('2026-03-05', { homeId: other?.homeId });
    const check = await on
      .as('wang')
      .call('bookings.check', { roomId: room, on: '2026-03-26', from: 840, to: 900 });
    expect(check).toMatchObject({ quotaLeft: 0, days: [{ denial: 'BOOKING_QUOTA' }] });
    await on.cancel('wang', first);
    await book('2026-03-26');
    const { quotas } = await on.as('wang').call('bookings.mine', { when: 'coming' });
    const here = quotas.filter(({ roomId }) => roomId === room);
    expect(here.map(({ month, left, of }) => [month, left, of]).sort()).toEqual([
      ['2026-03', 0, 2],
      ['2026-03', 1, 2],
      ['2026-04', 1, 2],
    ]);
  });

  it('[BOOK-5] repeats eight Tuesdays: refused with the day that conflicts, or the other seven at once', async () => {
    const { id: room } = await on.room(venueId, { name: '舞蹈室' });
    await on.book('feng', room, ['2026-03-17', 1140, 1200]);
    const input = { ...on.wanted(room, TUESDAY, 1110, 1230), repeats: 8 };
    await expect(on.as('wang').call('bookings.book', input)).rejects.toMatchObject({
      failure: { code: 'BOOKING_CONFLICTS', fields: { '2026-03-17': '已经有人了' } },
    });
    const seven = { ...input, clientId: freshId(), skipConflicts: true };
    const booked = await on.as('wang').call('bookings.book', seven);
    expect(booked.bookings).toHaveLength(7);
    expect(booked.bookings.at(-1)).toMatchObject({ on: '2026-04-21', series: { number: 7, of: 7 } });
    expect(booked.skipped).toEqual([{ on: '2026-03-17', words: '已经有人了' }]);
    expect(await on.as('wang').call('bookings.book', seven)).toEqual(booked);
    const [, second] = booked.bookings;
    if (!second) throw new Error('no second');
    await on.cancel('wang', second, { following: true });
    const { days } = await on.stored();
    const left = days.filter((day) => day.roomId === room && day.slots.length > 0).map((day) => day.on);
    expect(left.sort()).toEqual([TUESDAY, '2026-03-17']);
  });

  it('[BOOK-13] moves in one step: to a free time, or not at all', async () => {
    const { id: room } = await on.room(venueId, { name: '棋牌室', rules: { quota: 1 } });
    const mine = await on.book('wang', room, [TUESDAY, 840, 900]);
    await on.book('feng', room, [TUESDAY, 960, 1020]);
    await expect(on.move('wang', mine, [TUESDAY, 930, 990])).rejects.toMatchObject(code('BOOKING_TAKEN'));
    await expect(on.move('feng', mine, [TUESDAY, 1080, 1140])).rejects.toMatchObject(code('NOT_FOUND'));
    // Half an hour on, over its own old time; and its own place on the quota is no hindrance.
    const later = await on.move('wang', mine, [TUESDAY, 870, 930]);
    expect(later).toMatchObject({ from: 870, state: 'booked' });
    await expect(on.move('wang', mine, [TUESDAY, 1080, 1140])).rejects.toMatchObject(code('STALE'));
    const april = await on.move('wang', later, ['2026-04-07', 840, 900]);
    await on.book('wang', room, [TUESDAY, 840, 900]);
    const { id: asked } = await on.room(venueId, { name: '多功能厅', rules: { approvalHours: 24 } });
    const { id, revision } = april;
    const to = { clientId: freshId(), id, revision, roomId: asked, on: TUESDAY, from: 840, to: 900 };
    expect(await on.as('wang').call('bookings.move', to)).toMatchObject({ state: 'pending', roomId: asked });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { smallCommunity, type SmallCommunity } from '../support/persons';
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
    await expect(on.room(venueId, {}, 'otherSecretary')).rejects.toMatchObject(code('NOT_ALLOWED'));
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

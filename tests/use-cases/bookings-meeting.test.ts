import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { HOUR, type PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { roomCallsOf } from '../support/rooms';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof roomCallsOf>;
let venueId: string;

const EVENING = 1140;
const code = (of: string) => ({ code: of });
const till = (time: string) => cloud.advance(Date.parse(`${time}:00+08:00`) - cloud.cloud.clock.now());
const heard = async (by: PersonKey) =>
  (await inboxOf(cloud, yard.people[by].openid)).map(({ title }) => title);

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = roomCallsOf(cloud, yard);
  venueId = (await on.venue()).id;
});
afterAll(() => cloud.close());

describe('a meeting and its room', () => {
  const plan = (roomId: string, startsAt: number) => ({
    ...{ title: '院坝议事会', body: 'yard' as const, placeId: 'lantian', roomId },
    ...{ convener: 'secretary' as const, venue: '党群服务中心', startsAt, endsAt: startsAt + HOUR },
    agenda: [{ id: 'item', title: '议题一' }],
  });
  const evening = (day: string) => Date.parse(`${day}T19:00:00+08:00`);
  const schedule = (by: PersonKey, room: string, day: string, ms = 0) =>
    on.as(by).call('meetings.schedule', { clientId: freshId(), ...plan(room, evening(day) + ms) });
  const slotsOf = async (room: string) => {
    const { days } = await on.stored();
    const here = days.filter((day) => day.roomId === room);
    return here.flatMap((day) => day.slots.map(({ kind }) => `${day.on} ${kind}`)).sort();
  };

  it('[BOOK-11] [ROOM-6] displaces bookings from 72 hours ahead, never another meeting, and is not closed over', async () => {
    const { id: room, revision } = await on.room(venueId, { name: '议事厅' });
    await till('2026-03-23T19:00');
    const mine = await on.book('wang', room, ['2026-03-26', EVENING, EVENING + 60]);
    await on.book('feng', room, ['2026-03-25', EVENING, EVENING + 60]);
    await expect(schedule('secretary', room, '2026-03-25')).rejects.toMatchObject(code('BOOKING_TAKEN'));
    await expect(schedule('secretary', room, '2026-03-29')).rejects.toMatchObject(code('BOOKING_CLOSED'));
    await expect(schedule('secretary', room, '2026-03-26', 4.5 * HOUR)).rejects.toMatchObject(
      code('INVALID_INPUT'),
    );
    const meeting = await schedule('secretary', room, '2026-03-26');
    expect(meeting.room).toEqual({ id: room, name: '蓝田党群服务中心议事厅' });
    expect(await on.read('wang', mine.id)).toMatchObject({
      ...{ state: 'displaced', reason: '这个时段社区安排了会议' },
    });
    expect(await heard('wang')).toContain('您的预约不能用了，请另选');
    await expect(schedule('secretary', room, '2026-03-26', HOUR / 2)).rejects.toMatchObject(
      code('ROOM_MEETING'),
    );
    const closing = { fromOn: '2026-03-26', untilOn: null, reason: '装修' };
    const preview = await on.as('secretary').call('rooms.preview', { id: room, closing });
    const meetings = [{ id: meeting.id, title: '院坝议事会' }];
    expect(preview).toMatchObject({ refusal: 'ROOM_MEETING', displaced: [], meetings });
    const close = { clientId: freshId(), id: room, revision, closing, displaces: 0 };
    await expect(on.as('secretary').call('rooms.close', close)).rejects.toMatchObject(code('ROOM_MEETING'));
  });

  it('[BOOK-11] moves and gives back its room with its plan', async () => {
    const { id: room } = await on.room(venueId, { name: '小议事厅' });
    const meeting = await schedule('secretary', room, '2026-03-27');
    const waiting = await on.wait('wang', room, ['2026-03-27', EVENING, EVENING + 60]);
    const edit = { clientId: freshId(), id: meeting.id, revision: meeting.revision };
    const edited = await on
      .as('secretary')
      .call('meetings.edit', { ...edit, ...plan(room, evening('2026-03-28')) });
    expect(await slotsOf(room)).toEqual(['2026-03-27 offered', '2026-03-28 meeting']);
    expect((await on.read('wang', waiting.id)).state).toBe('offered');
    const noticed = await on
      .as('secretary')
      .call('meetings.giveNotice', { clientId: freshId(), id: meeting.id, revision: edited.revision });
    const startsAt = evening('2026-03-28') + HOUR;
    const times = { startsAt, endsAt: startsAt + HOUR, venue: '党群服务中心', reason: '晚一小时' };
    const moved = await on
      .as('secretary')
      .call('meetings.move', { clientId: freshId(), id: meeting.id, revision: noticed.revision, ...times });
    expect(moved.room?.id).toBe(room);
    await expect(on.book('feng', room, ['2026-03-28', EVENING + 60, EVENING + 120])).rejects.toMatchObject(
      code('BOOKING_TAKEN'),
    );
    await on.book('feng', room, ['2026-03-28', EVENING, EVENING + 60]);
    const gone = { clientId: freshId(), id: meeting.id, revision: moved.revision, reason: '改天再开' };
    await on.as('secretary').call('meetings.cancel', gone);
    expect(await slotsOf(room)).toEqual(['2026-03-27 offered', '2026-03-28 booked']);
  });
});

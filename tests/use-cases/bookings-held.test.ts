import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, HOUR, type PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { roomCallsOf, TUESDAY } from '../support/rooms';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof roomCallsOf>;
let venueId: string;
let hall: string;

const EVENING = 1140;
const code = (of: string) => ({ code: of });
const till = (time: string) => cloud.advance(Date.parse(`${time}:00+08:00`) - cloud.cloud.clock.now());
const timer = () => cloud.cloud.fireTimer('timer');
const heard = async (by: PersonKey) =>
  (await inboxOf(cloud, yard.people[by].openid)).map(({ title }) => title);
const one = (by: PersonKey, action: 'accept' | 'decline' | 'unwait', id: string) =>
  on.as(by).call(`bookings.${action}`, { clientId: freshId(), id });
const decide = (
  by: PersonKey,
  action: 'approve' | 'reject',
  { id, revision }: { id: string; revision: number },
) =>
  on.as(by).call(`bookings.${action}`, {
    clientId: freshId(),
    id,
    revision,
    ...(action === 'reject' && { reason: '那天要消杀' }),
  });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = roomCallsOf(cloud, yard);
  venueId = (await on.venue()).id;
  hall = (await on.room(venueId, { rules: { approvalHours: 24 } })).id;
});
afterAll(() => cloud.close());

describe('a request', () => {
  it('[BOOK-7] holds its slot, is answered by another office, and becomes a booking', async () => {
    const asked = await on.book('wang', hall, [TUESDAY, EVENING, EVENING + 60]);
    expect(asked).toMatchObject({ state: 'pending', stateWords: '等社区同意，时段留到 3月3日 周二 09:00' });
    await expect(on.book('feng', hall, [TUESDAY, EVENING, EVENING + 60])).rejects.toMatchObject(
      code('BOOKING_TAKEN'),
    );
    await expect(decide('wang', 'approve', asked)).rejects.toMatchObject(code('NOT_ALLOWED'));
    await expect(decide('otherSecretary', 'approve', asked)).rejects.toMatchObject(code('NOT_FOUND'));
    const { items } = await on.as('secretary').call('bookings.queue', { placeId: 'lantian' });
    expect(items).toMatchObject([{ id: asked.id, who: { name: '王桂兰' }, can: { approve: null } }]);
    expect(await decide('secretary', 'approve', asked)).toMatchObject({ state: 'booked', heldUntil: null });
    await expect(decide('residentsCommittee', 'reject', asked)).rejects.toMatchObject(code('BOOKING_STAGE'));
    expect(await heard('wang')).toContain('您的预约已经同意');
    expect(await heard('residentsCommittee')).toContain('有人申请用场地，请答复');
    // Who keeps the room asks nobody.
    expect((await on.book('secretary', hall, ['2026-03-04', 600, 660])).state).toBe('booked');
  });

  it('[BOOK-7] falls when nobody has answered, and both sides are told', async () => {
    const asked = await on.book('feng', hall, [TUESDAY, 840, 900]);
    const rejected = await on.book('zeng', hall, [TUESDAY, 960, 1020]);
    await decide('secretary', 'reject', rejected);
    expect(await on.read('zeng', rejected.id)).toMatchObject({ state: 'rejected', reason: '那天要消杀' });
    await till('2026-03-03T09:00');
    // Before the timer comes the clock decides already.
    await expect(decide('secretary', 'approve', asked)).rejects.toMatchObject(code('BOOKING_HOLD_OVER'));
    await timer();
    await timer();
    expect(await on.read('feng', asked.id)).toMatchObject({ state: 'expired' });
    expect((await heard('feng')).filter((title) => title.includes('没有等到答复'))).toHaveLength(1);
    expect(await heard('secretary')).toContain('一个场地申请没有人答复，已经失效');
    await on.book('zhao', hall, [TUESDAY, 840, 900]);
  });
});

describe('a waitlist', () => {
  it('[BOOK-8] offers what gets free in the order of coming, to the next when the time is over or it is declined', async () => {
    const { id: room } = await on.room(venueId, { name: '书画室', rules: { quota: 1 } });
    const time = ['2026-03-05', EVENING, EVENING + 120] as const;
    await expect(on.wait('feng', room, time)).rejects.toMatchObject(code('BOOKING_FREE'));
    const first = await on.book('wang', room, time);
    const feng = await on.wait('feng', room, time);
    await expect(on.wait('feng', room, time)).rejects.toMatchObject(code('BOOKING_WAITING'));
    await expect(on.wait('wang', room, time)).rejects.toMatchObject(code('BOOKING_WAITING'));
    const zeng = await on.wait('zeng', room, time);
    const zhao = await on.wait('zhao', room, time);
    const gone = await on.wait('tenant', room, time);
    await one('tenant', 'unwait', gone.id);
    await on.cancel('wang', first);
    expect(await on.read('feng', feng.id)).toMatchObject({ state: 'offered', can: { accept: null } });
    expect(await heard('feng')).toContain('您排队的时段空出来了');
    await expect(on.book('wang', room, time)).rejects.toMatchObject(code('BOOKING_TAKEN'));
    await expect(one('zeng', 'accept', zeng.id)).rejects.toMatchObject(code('BOOKING_STAGE'));
    await one('feng', 'decline', feng.id);
    expect((await on.read('zeng', zeng.id)).state).toBe('offered');
    await cloud.advance(12 * HOUR);
    await expect(one('zeng', 'accept', zeng.id)).rejects.toMatchObject(code('BOOKING_HOLD_OVER'));
    await timer();
    expect((await on.read('zeng', zeng.id)).state).toBe('expired');
    expect(await one('zhao', 'accept', zhao.id)).toMatchObject({ state: 'booked' });
    await expect(on.book('zhao', room, ['2026-03-06', EVENING, EVENING + 60])).rejects.toMatchObject(
      code('BOOKING_QUOTA'),
    );
  });
});

describe('the door', () => {
  it('[BOOK-9] is told its code from a quarter of an hour before, and no other', async () => {
    const { id: room } = await on.room(venueId, { name: '小教室', rules: { noShowMinutes: 20 } });
    const mine = await on.book('wang', room, ['2026-03-07', 840, 960]);
    const { code: door } = await on.as('secretary').call('rooms.doorCode', { id: room });
    const checkIn = (given: string) =>
      on.as('wang').call('bookings.checkIn', { clientId: freshId(), id: mine.id, code: given });
    await expect(on.as('wang').call('rooms.doorCode', { id: room })).rejects.toMatchObject(
      code('NOT_ALLOWED'),
    );
    await till('2026-03-07T13:44');
    await expect(checkIn(door)).rejects.toMatchObject(code('BOOKING_CHECK_IN_TIME'));
    await till('2026-03-07T13:45');
    const renewed = await on.as('secretary').call('rooms.renewDoorCode', { clientId: freshId(), id: room });
    await expect(checkIn(door)).rejects.toMatchObject(code('BOOKING_CODE_WRONG'));
    expect(await checkIn(renewed.code)).toMatchObject({ stateWords: '已经签到' });
    await till('2026-03-07T14:30');
    await timer();
    expect((await on.read('wang', mine.id)).state).toBe('booked');
  });

  it('[BOOK-10] frees what nobody came to, and an office can give it back', async () => {
    const { id: room } = await on.room(venueId, {
      name: '棋牌室',
      rules: { noShowMinutes: 20, aheadLeastMinutes: 0 },
    });
    const mine = await on.book('wang', room, ['2026-03-09', 840, 960]);
    const other = await on.book('zhao', room, ['2026-03-09', 960, 1020]);
    await till('2026-03-09T14:19');
    await timer();
    expect((await on.read('wang', mine.id)).state).toBe('booked');
    await till('2026-03-09T14:20');
    await timer();
    const freed = await on.read('wang', mine.id);
    expect(freed).toMatchObject({ state: 'no-show', can: { undoNoShow: 'NOT_ALLOWED' } });
    expect(await heard('wang')).toContain('没有签到，您的预约时段放开了');
    const undo = (by: PersonKey, { id, revision }: { id: string; revision: number }) =>
      on.as(by).call('bookings.undoNoShow', { clientId: freshId(), id, revision, reason: '门口的码掉了' });
    expect(await undo('secretary', freed)).toMatchObject({ state: 'booked' });
    await till('2026-03-09T16:20');
    await timer();
    const late = await on.book('feng', room, ['2026-03-09', 990, 1050]);
    expect(late.state).toBe('booked');
    expect(await undo('secretary', await on.read('secretary', other.id))).toMatchObject({
      state: 'cancelled',
    });
  });
});

describe('other hours', () => {
  it('[ROOM-6] [BOOK-12] displace what the preview showed, with the reason, and show where else', async () => {
    const { id: room, revision } = await on.room(venueId, { name: '舞蹈室' });
    const { id: next } = await on.room(venueId, { name: '形体室' });
    const mine = await on.book('wang', room, ['2026-03-12', EVENING, EVENING + 60]);
    await on.book('feng', room, ['2026-03-13', 600, 660]);
    const closing = {
      fromOn: '2026-03-12',
      untilOn: '2026-03-13',
      periods: [{ from: 540, to: 720 }],
      reason: '晚上消防检查',
    };
    const preview = await on.as('secretary').call('rooms.preview', { id: room, closing });
    expect(preview).toMatchObject({ refusal: null, displaced: [{ bookingId: mine.id, who: '王桂兰' }] });
    const close = (displaces: number) =>
      on.as('secretary').call('rooms.close', { clientId: freshId(), id: room, revision, closing, displaces });
    await expect(close(0)).rejects.toMatchObject(code('ROOM_DISPLACES_OTHERS'));
    await close(1);
    expect(await on.read('wang', mine.id)).toMatchObject({ state: 'displaced', reason: '晚上消防检查' });
    expect(await heard('wang')).toContain('您的预约不能用了，请另选');
    const { otherRooms, otherTimes } = await on.as('wang').call('bookings.alternatives', { id: mine.id });
    expect(otherRooms.map(({ roomId }) => roomId)).toContain(next);
    expect(otherTimes.slice(0, 3)).toEqual([
      { roomId: room, on: '2026-03-12', from: 660, to: 720 },
      { roomId: room, on: '2026-03-13', from: 660, to: 720 },
      { roomId: room, on: '2026-03-14', from: EVENING, to: EVENING + 60 },
    ]);
    await expect(on.book('wang', room, ['2026-03-12', EVENING, EVENING + 60])).rejects.toMatchObject(
      code('BOOKING_CLOSED'),
    );
  });
});

describe('leaving', () => {
  it('[BOOK-14] [KEEP-2] frees what is to come and leaves no name on what is past', async () => {
    const past = await on.book('maXiaolong', hall, ['2026-03-24', EVENING, EVENING + 60]);
    await cloud.advance(2 * DAY);
    const coming = await on.book('maXiaolong', hall, ['2026-03-30', EVENING, EVENING + 60]);
    const { personId } = await on.as('maXiaolong').call('members.me', {});
    await on.as('maXiaolong').call('privacy.leave', { clientId: freshId(), personId, sure: true });
    const { bookings, days } = await on.stored();
    const theirs = bookings.filter((row) => row.personId === personId);
    expect(theirs.map(({ personName, homeLabel }) => [personName, homeLabel])).toEqual([
      ['已注销', null],
      ['已注销', null],
    ]);
    expect(theirs.find(({ _id }) => _id === coming.id)?.state).toBe('cancelled');
    expect(days.flatMap(({ slots }) => slots).some(({ id }) => id === coming.id)).toBe(false);
    expect(past.state).toBe('pending');
  });
});

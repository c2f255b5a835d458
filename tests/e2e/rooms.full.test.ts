import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD_MS } from '../support/build-time';
import type { PersonKey } from '../support/motions';
import { uploadPhoto } from '../support/photos';
import { roomCallsOf } from '../support/rooms';
import { bookedRooms, type BookedRooms, dayFrom } from './support/booked-rooms';
import { pagesOfRooms } from './support/pages-of-rooms';
import type { PersonOnPhone } from './support/person-on-phone';
import { SCREENS, faultsOn, soundAsItIs, USUAL } from './support/screens';
import { type YardOnPhones, yardOnPhones } from './support/yard-on-phones';

const STEP_MS = 600_000;
const MOST_NODES = 1_000;

let here: YardOnPhones;
let rooms: BookedRooms;

beforeAll(async () => {
  here = await yardOnPhones();
  const { cloud, yard } = here;
  rooms = await bookedRooms(cloud, yard, await uploadPhoto(cloud, yard.people.propertyManager.openid));
}, BUILD_MS);
afterAll(() => here.close());

const page = (path: string) => `/packages/rooms/${path}`;

describe('every screen of rooms and bookings', { timeout: STEP_MS }, () => {
  it.each(SCREENS)('[ROOM-2] [ROOM-4] can be read and tapped on $name', async (screen) => {
    const phones = new Map<PersonKey, PersonOnPhone>();
    const faults: string[] = [];
    for (const [shot, who, path, words] of pagesOfRooms(rooms)) {
      const phone = phones.get(who) ?? (await here.phoneOf(who, screen));
      phones.set(who, phone);
      faults.push(...(await faultsOn(phone, screen, path, words, `rooms/${shot}`)));
    }
    for (const phone of phones.values()) {
      faults.push(...phone.errors);
      await phone.close();
    }
    expect(faults).toEqual([]);
  });

  it('[ROOM-5] draws the week of one of ten rooms with forty bookings in fewer than a thousand nodes', async () => {
    const { cloud, yard } = here;
    const on = roomCallsOf(cloud, yard);
    const venue = await on.venue({ name: '大楼' });
    const made = [];
    for (let n = 0; n < 10; n += 1)
      made.push(await on.room(venue.id, { name: `活动室${n + 1}`, rules: { shortest: 30 } }));
    const full = made[4]?.id ?? '';
    for (let n = 0; n < 40; n += 1) {
      const from = 840 + (n % 14) * 30;
      const day = dayFrom(cloud, 1 + Math.floor(n / 14));
      // Nobody may book more than thirty times in ten minutes.
      await on.book(n % 2 ? 'secretary' : 'gridWorker', full, [day, from, from + 30]);
    }
    const phone = await here.phoneOf('wang');
    await phone.go(page(`room/index?id=${full}`));
    await phone.see('合唱');
    const nodes = await phone.sight().locator('*').count();
    expect(nodes).toBeLessThan(MOST_NODES);
    await soundAsItIs(phone, USUAL, 'rooms/ten-rooms');
    await phone.close();
  });
});

const TUESDAY = '2026-03-10';

/** The id of the room that the secretary opened on the phone. */
async function roomOnPhone(): Promise<string> {
  const phone = await here.phoneOf('secretary');
  await phone.go(page(`venue/index?id=${rooms.venue}`));
  await phone.tap(/^加一间可以预约的房间/);
  await phone.see(/第 1 步/);
  await phone.fill('房间名称', '三楼多功能厅');
  await phone.fill('坐得下多少人', '60');
  for (const step of [2, 3, 4, 5]) {
    await phone.tap('下一步');
    await phone.see(new RegExp(`第 ${step} 步`));
  }
  await phone.tap('存好');
  await phone.see('三楼多功能厅');
  expect(phone.errors).toEqual([]);
  await phone.close();
  const venue = await here.cloud.as(here.yard.people.wang.openid).call('venues.detail', { id: rooms.venue });
  return venue.rooms.find(({ name }) => name === '三楼多功能厅')?.id ?? '';
}

async function eightTuesdays(phone: PersonOnPhone, roomId: string): Promise<void> {
  await phone.go(page(`room/index?id=${roomId}`));
  await phone.sight().getByRole('tab', { name: '下周' }).tap();
  await phone.tap('3月10日 周二，10:00，可以约');
  await phone.tap('预约这个时间');
  await phone.pick('用来做什么', '议事');
  await phone.fill('来多少人', '12');
  for (let weeks = 1; weeks < 8; weeks += 1) await phone.tap('加一');
  await phone.see('8 次里有 1 次订不上');
  await phone.see(/第 3 次 3月24日/);
  await soundAsItIs(phone, USUAL, 'rooms/book-conflict');
  await phone.tap('其余的 7 次照订');
  await phone.see('订好了 7 次');
  await phone.see('没有订上的');
  await soundAsItIs(phone, USUAL, 'rooms/booked');
}

describe('a room from its opening to a closed day', { timeout: STEP_MS }, () => {
  it('[BOOK-5] [BOOK-13] [BOOK-12] is booked for eight Tuesdays of which one is taken, moved, cancelled, and given back with its reason', async () => {
    const { cloud, yard } = here;
    const on = roomCallsOf(cloud, yard);
    const roomId = await roomOnPhone();
    await on.book('zhou', roomId, ['2026-03-24', 600, 720], { purpose: 'discussion' });
    const wang = await here.phoneOf('wang');
    await eightTuesdays(wang, roomId);
    const { items } = await on.as('wang').call('bookings.mine', { when: 'coming' });
    const mine = items.filter((one) => one.roomId === roomId);
    expect(mine.map((one) => one.on)).toEqual([
      ...[TUESDAY, '2026-03-17', '2026-03-31', '2026-04-07', '2026-04-14', '2026-04-21', '2026-04-28'],
    ]);
    const [first, second, third] = mine;

    await wang.go(page(`booking/index?id=${first?.id ?? ''}`));
    await wang.tap('改时间');
    await wang.tap('3月11日 周三，14:00，可以约');
    await wang.tap('改到这个时间');
    await wang.tap('改时间');
    // The booking's own page comes after the move; the room's page names the new time before it.
    await wang.see(/第 1 次，共 7 次/);
    await wang.see(/3月11日 周三 14:00–15:00/);
    await wang.go(page(`booking/index?id=${second?.id ?? ''}`));
    await wang.tap('取消预约');
    await wang.see('只取消这一次');
    await wang.tap('取消预约');
    await wang.see('取消了');

    const secretary = await here.phoneOf('secretary');
    await secretary.go(page(`close/index?id=${roomId}`));
    await secretary.pickDay('从哪一天起', '2026年3月31日');
    await secretary.fill('原因', '电路检修');
    await secretary.see('有 1 个预约用不成了');
    await soundAsItIs(secretary, USUAL, 'rooms/closing');
    await secretary.tap('就这样定，通知这 1 个预约的人');
    await secretary.see('社区管理');
    await cloud.cloud.fireTimer('timer');

    await wang.goAnew('/packages/messages/inbox/index');
    await wang.see('您的预约不能用了，请另选');
    await wang.go(page(`booking/index?id=${third?.id ?? ''}`));
    await wang.see('原因：电路检修');
    await wang.see('还可以订');
    expect([...wang.errors, ...secretary.errors]).toEqual([]);
    await Promise.all([wang.close(), secretary.close()]);
  });
});

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
      await on.book(n % 2 ? 'secretary' : 'propertyManager', full, [day, from, from + 30]);
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

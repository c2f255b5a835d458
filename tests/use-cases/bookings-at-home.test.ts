import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { roomCallsOf, TUESDAY } from '../support/rooms';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof roomCallsOf>;
let hall: string;
let studio: string;

const cards = async (who: PersonKey) => {
  const { todo } = await on.as(who).call('overview.home', {});
  return todo.filter(({ kind }) => kind.startsWith('booking')).map(({ kind, detail }) => `${kind} ${detail}`);
};

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = roomCallsOf(cloud, yard);
  const venue = await on.venue();
  hall = (await on.room(venue.id)).id;
  studio = (await on.room(venue.id, { name: '书画室', rules: { approvalHours: 24 } })).id;
});
afterAll(() => cloud.close());

describe('bookings where people look first', () => {
  it('[BOOK-8] shows the next booking of the week, and what is held for whoever waited, before it', async () => {
    await on.book('wang', hall, ['2026-03-20', 600, 660]);
    expect(await cards('wang')).toEqual([]);
    await on.book('wang', hall, ['2026-03-05', 600, 660]);
    await on.book('wang', hall, ['2026-03-06', 600, 660]);
    expect(await cards('wang')).toEqual(['booking 3月5日 10:00–11:00，百言堂']);
    const taken = await on.book('zhou', hall, [TUESDAY, 600, 660]);
    await on.wait('wang', hall, [TUESDAY, 600, 660]);
    await on.cancel('zhou', taken);
    expect(await cards('wang')).toEqual([
      'booking-offer 3月3日 10:00–11:00，百言堂，轮到您了，要不要请说一声',
      'booking 3月5日 10:00–11:00，百言堂',
    ]);
    expect(await cards('zhou')).toEqual([]);
  });

  it('[BOOK-7] [ROOM-1] puts requests at the desk of the offices of the place, due when their slot falls', async () => {
    const asked = await on.book('wang', studio, [TUESDAY, 900, 960]);
    const desk = await on.as('secretary').call('overview.desk', {});
    const group = desk.groups.find(({ task }) => task === 'booking-request');
    expect(group?.items).toMatchObject([{ id: asked.id, dueAt: asked.heldUntil }]);
    expect(desk.places.find(({ id }) => id === 'lantian')?.may).toContain('venues');
    const { id, revision } = asked;
    await on.as('secretary').call('bookings.approve', { clientId: freshId(), id, revision });
    const { groups } = await on.as('secretary').call('overview.desk', {});
    expect(groups.find(({ task }) => task === 'booking-request')).toBeUndefined();
    const worker = await on.as('propertyManager').call('overview.desk', {});
    expect(worker.places.flatMap(({ may }) => may)).not.toContain('venues');
  });

  it('[BOOK-9] draws the picture of a door’s code once, and another one for another code', async () => {
    const door = () => on.as('secretary').call('rooms.doorCode', { id: hall });
    const first = await door();
    expect(first.qrFileId).toMatch(/^cloud:/);
    expect(await door()).toEqual(first);
    const renewed = await on.as('secretary').call('rooms.renewDoorCode', { clientId: freshId(), id: hall });
    expect(renewed.code).not.toBe(first.code);
    expect(renewed.qrFileId).not.toBe(first.qrFileId);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, HOUR, type PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { roomCallsOf, TUESDAY } from '../support/rooms';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof roomCallsOf>;
let venueId: string;

const code = (of: string) => ({ code: of });
const till = (time: string) => cloud.advance(Date.parse(`${time}:00+08:00`) - cloud.cloud.clock.now());
const timer = () => cloud.cloud.fireTimer('timer');
const stateOf = async (by: PersonKey, id: string) => (await on.read(by, id)).state;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = roomCallsOf(cloud, yard);
  venueId = (await on.venue()).id;
});
afterAll(() => cloud.close());

describe('bookings at their edges', () => {
  it('[BOOK-2] keeps a request’s buffer when it is granted after the room asked for a longer one', async () => {
    const { id: room, revision } = await on.room(venueId, { rules: { approvalHours: 24 } });
    const first = await on.book('wang', room, [TUESDAY, 840, 900]);
    await on.book('feng', room, [TUESDAY, 900, 960]);
    await on.room(venueId, { id: room, revision, rules: { buffer: 30 } });
    const { id, revision: of } = first;
    await on.as('secretary').call('bookings.approve', { clientId: freshId(), id, revision: of });
    const day = (await on.stored()).days.find(({ roomId }) => roomId === room);
    expect(day?.slots.map(({ buffer }) => buffer)).toEqual([0, 0]);
  });

  it('[BOOK-4] [BOOK-7] gives back the place of a request that fell at its beginning', async () => {
    const rules = { approvalHours: 24, quota: 1 };
    const { id: room } = await on.room(venueId, { name: '书画室', rules });
    await on.book('wang', room, ['2026-03-02', 900, 960]);
    await till('2026-03-02T15:00');
    await timer();
    expect((await on.book('wang', room, [TUESDAY, 900, 960])).state).toBe('pending');
  });

  it('[BOOK-4] [BOOK-10] gives back the place of a no-show by mistake whose time is gone', async () => {
    const rules = { quota: 1, noShowMinutes: 20, aheadLeastMinutes: 0 };
    const { id: room } = await on.room(venueId, { name: '棋牌室', rules });
    const mine = await on.book('wang', room, [TUESDAY, 840, 960]);
    await till('2026-03-03T14:20');
    await timer();
    await on.book('feng', room, [TUESDAY, 870, 930]);
    const { id, revision } = await on.read('secretary', mine.id);
    const undo = { clientId: freshId(), id, revision, reason: '门口的码掉了' };
    expect((await on.as('secretary').call('bookings.undoNoShow', undo)).state).toBe('cancelled');
    await on.book('wang', room, ['2026-03-04', 840, 900]);
  });

  it('[BOOK-8] passes over a home that has no booking left, and asks the next', async () => {
    const { id: room } = await on.room(venueId, { name: '小教室', rules: { quota: 1 } });
    const time = ['2026-03-05', 840, 900] as const;
    const held = await on.book('wang', room, time);
    const full = await on.wait('feng', room, time);
    const next = await on.wait('zeng', room, time);
    await on.book('feng', room, ['2026-03-06', 840, 900]);
    await on.cancel('wang', held);
    expect(await stateOf('feng', full.id)).toBe('waiting');
    expect(await stateOf('zeng', next.id)).toBe('offered');
  });

  it('[BOOK-15] leaves whoever has moved away what they booked, to cancel and not to move, and offers them nothing', async () => {
    const { id: room } = await on.room(venueId, { name: '舞蹈室' });
    const first = await on.book('wang', room, ['2026-03-10', 840, 900]);
    const waits = await on.wait('tenant', room, ['2026-03-10', 840, 900]);
    const next = await on.wait('zhao', room, ['2026-03-10', 840, 900]);
    const mine = await on.book('tenant', room, ['2026-03-11', 840, 900]);
    const { personId } = yard.people.tenant;
    await on.as('gridWorker').call('members.removeTie', {
      ...{ clientId: freshId(), personId, homeId: yard.homes['1-2-102'], reason: '搬走了', wasTheirs: true },
    });
    await on.cancel('wang', first);
    expect(await stateOf('tenant', waits.id)).toBe('waiting');
    expect(await stateOf('zhao', next.id)).toBe('offered');
    const seen = await on.read('tenant', mine.id);
    expect(seen).toMatchObject({ state: 'booked', can: { move: 'NOT_IN_SCOPE', cancel: null } });
    await expect(on.move('tenant', seen, ['2026-03-12', 840, 900])).rejects.toMatchObject(
      code('NOT_IN_SCOPE'),
    );
    expect((await on.cancel('tenant', seen)).state).toBe('cancelled');
  });

  it('[BOOK-11] lets no meeting of another community take a room here, also where its planner lives here', async () => {
    const { id: room } = await on.room(venueId, { name: '议事厅' });
    const { personId } = yard.people.feng;
    await on.as('administrator').call('members.appoint', {
      ...{ clientId: freshId(), personId, office: 'secretary', placeId: 'guihu' },
      ...{ fromAt: cloud.cloud.clock.now(), untilAt: cloud.cloud.clock.now() + 400 * DAY },
    });
    const startsAt = Date.parse('2026-03-20T19:00:00+08:00');
    const plan = {
      ...{ title: '院坝议事会', body: 'yard' as const, placeId: 'guihu', roomId: room },
      ...{ convener: 'secretary' as const, venue: '党群服务中心', startsAt, endsAt: startsAt + HOUR },
      agenda: [{ id: 'item', title: '议题一' }],
    };
    await expect(
      on.as('feng').call('meetings.schedule', { clientId: freshId(), ...plan }),
    ).rejects.toMatchObject(code('NOT_IN_SCOPE'));
  });
});

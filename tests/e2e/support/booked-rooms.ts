import { DAY } from '../../support/motions';
import { roomCallsOf } from '../../support/rooms';
import type { TestCloud } from '../../support/local-cloud';
import type { SmallCommunity } from '../../support/persons';

/** 'YYYY-MM-DD' in +08:00, so many days from the cloud's present. */
export const dayFrom = (cloud: TestCloud, days: number): string =>
  new Date(cloud.cloud.clock.now() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

const ALL_WEEK = {
  weekly: Array.from({ length: 7 }, () => [
    { from: 540, to: 720 },
    { from: 840, to: 1260 },
  ]),
};

export interface BookedRooms {
  venue: string;
  hall: string;
  booked: string;
  pending: string;
  offered: string;
  displaced: string;
}

/** A place with a hall and a room that asks approval, and a booking in every state that its booker sees. */
export async function bookedRooms(
  cloud: TestCloud,
  yard: SmallCommunity,
  photo: string,
): Promise<BookedRooms> {
  const on = roomCallsOf(cloud, yard);
  const day = (days: number) => dayFrom(cloud, days);
  const venue = await on.venue({
    ...{ name: '蓝田社区党群服务中心与邻里中心综合服务楼', hours: ALL_WEEK, photos: [photo] },
    ...{ note: '饮水、充电、微波炉、急救箱', position: { latitude: 30_636_000, longitude: 104_080_000 } },
  });
  const rules = { quota: 12 };
  const photos = [photo];
  const hall = await on.room(venue.id, { name: '百言堂议事厅', hours: ALL_WEEK, photos, rules });
  const small = await on.room(venue.id, {
    ...{ name: '书画室', capacity: 12, hours: ALL_WEEK, rules: { approvalHours: 24, noShowMinutes: 20 } },
  });
  const booked = await on.book('wang', hall.id, [day(1), 600, 720], { repeats: 3 });
  await on.book('zhou', hall.id, [day(1), 900, 990], { purpose: 'discussion' });
  await on.book('zhao', hall.id, [day(3), 570, 660], { purpose: 'calligraphy' });
  const pending = await on.book('wang', small.id, [day(2), 840, 960]);
  await on.book('zhou', small.id, [day(3), 840, 960]);
  const given = await on.book('liuFang', hall.id, [day(2), 1080, 1200]);
  const offered = await on.wait('wang', hall.id, [day(2), 1080, 1200]);
  await on.cancel('liuFang', given);
  const lost = await on.book('wang', hall.id, [day(4), 600, 660]);
  const room = await on.as('secretary').call('rooms.detail', { id: hall.id });
  await on.as('secretary').call('rooms.close', {
    ...{ clientId: `close-${hall.id.slice(0, 12)}`, id: hall.id, revision: room.revision, displaces: 1 },
    closing: { fromOn: day(4), untilOn: day(4), periods: [], reason: '社区运动会，全天布置会场' },
  });
  return {
    ...{ venue: venue.id, hall: hall.id, booked: booked.id, pending: pending.id },
    ...{ offered: offered.id, displaced: lost.id },
  };
}

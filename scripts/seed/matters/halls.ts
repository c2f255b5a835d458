import type { CallRequest } from '../../../contract/calls';
import { characters } from '../community/characters';
import type { Person } from '../community/people';
import type { Yard } from '../yard';

type Hours = CallRequest<'rooms.keep'>['hours'];
type Rules = CallRequest<'rooms.keep'>['rules'];
type Booking = CallRequest<'bookings.book'>;

const H = 60;
const DAY = [
  { from: 9 * H, to: 12 * H },
  { from: 14 * H, to: 21 * H },
];
const WEEKEND = [{ from: 9 * H, to: 18 * H }];
const HOURS: Hours = { weekly: [DAY, DAY, DAY, DAY, DAY, WEEKEND, WEEKEND], exceptions: [] };

const RULES: Rules = {
  ...{ who: 'residents', aheadMostDays: 60, aheadLeastMinutes: 60, shortest: 60, longest: 180, step: 30 },
  ...{ purposes: ['discussion', 'choir', 'calligraphy', 'tai-chi', 'class', 'clinic', 'family-event'] },
  ...{ buffer: 0, quota: 4, approvalHours: null, repeatsMost: 8, noShowMinutes: 20 },
};

/** For couriers and drivers: open early and late, without a room to book. */
function keepRestPlace(yard: Yard) {
  return yard.phone(characters.chen).tell('venues.keep', {
    ...{ placeId: 'lantian', name: '望江路暖心驿站', kind: 'rest-place', stepFree: true },
    ...{ address: '望江路31号，公交站旁边', note: '骑手、司机歇脚：饮水、充电、热饭' },
    hours: { weekly: HOURS.weekly.map(() => [{ from: 7 * H, to: 23 * H }]) },
  });
}

/** A community centre with two rooms, and who uses them these days. */
export function tellHalls(yard: Yard): void {
  const { story, calendar } = yard;
  const { chen, tangPopo, wang, fang, zhou } = characters;
  const ids = { hall: '', studio: '' };
  story.on(calendar.at(-9, '10:00'), async () => {
    const photos = await yard.photos(chen, ['yardSign']);
    const venue = await yard.phone(chen).tell('venues.keep', {
      ...{ placeId: 'lantian', name: '蓝田社区党群服务中心', kind: 'service-centre', stepFree: true },
      ...{ address: '望江街道蓝田路8号', note: '饮水、充电、微波炉、急救箱', photos, hours: HOURS },
    });
    const keep = (name: string, capacity: number, equipment: string[], rules: Partial<Rules>) =>
      yard.phone(chen).tell('rooms.keep', {
        ...{ venueId: venue.id, name, capacity, equipment, hours: HOURS, rules: { ...RULES, ...rules } },
      });
    ids.hall = (await keep('百言堂议事厅', 40, ['投影', '音响'], {})).id;
    ids.studio = (await keep('书画室', 12, ['长桌', '空调'], { approvalHours: 72, quota: 0 })).id;
  });
  story.on(calendar.at(-8, '15:00'), () => keepRestPlace(yard));
  const book = (by: Person, room: keyof typeof ids, day: number, wanted: Partial<Booking>) =>
    yard.phone(by).tell('bookings.book', {
      ...{ roomId: ids[room], on: calendar.on(day), from: 15 * H, to: 17 * H, purpose: 'class', people: 12 },
      ...wanted,
    });
  story.on(calendar.at(-1, '10:00'), async () => {
    await book(tangPopo, 'hall', 2, {
      purpose: 'choir',
      people: 25,
      repeats: 4,
      from: 9 * H,
      to: 10 * H + 30,
    });
    await book(wang, 'hall', 3, { purpose: 'discussion' });
    await book(zhou, 'hall', 4, { purpose: 'tai-chi', from: 16 * H, to: 18 * H });
    await book(fang, 'studio', 3, { purpose: 'calligraphy', people: 6 });
  });
}

import type { CallOutput, CallRequest } from '@contract/calls';
import type {
  BookingDocument,
  QuotaDocument,
  RoomDayDocument,
} from '../../cloudfunctions/modules/bookings/documents';
import { documentsOf } from './documents';
import type { TestCloud } from './local-cloud';
import type { PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';

type Rules = CallRequest<'rooms.keep'>['rules'];
type Booking = CallOutput<'bookings.detail'>;

/** Nine to nine with a break at noon; on Sundays closed. */
export const HOURS: CallRequest<'rooms.keep'>['hours'] = {
  weekly: [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
    weekday === 6
      ? []
      : [
          { from: 540, to: 720 },
          { from: 840, to: 1260 },
        ],
  ),
};

export const RULES: Rules = {
  who: 'residents',
  purposes: ['discussion', 'choir', 'calligraphy'],
  ...{ aheadMostDays: 60, aheadLeastMinutes: 60, shortest: 60, longest: 180, step: 30, buffer: 0 },
  ...{ quota: 0, approvalHours: null, repeatsMost: 8, noShowMinutes: 0 },
};

/** The tests' clock stands on Monday, the 2nd of March 2026, at nine. */
export const TUESDAY = '2026-03-03';

/** Calls around rooms in one community, by its persons. */
export function roomCallsOf(cloud: TestCloud, yard: SmallCommunity) {
  const as = (person: PersonKey) => cloud.as(yard.people[person].openid);

  const venue = (changes: Partial<CallRequest<'venues.keep'>> = {}, by: PersonKey = 'secretary') =>
    as(by).call('venues.keep', {
      ...{ clientId: freshId(), placeId: 'lantian', name: '蓝田党群服务中心', kind: 'service-centre' },
      ...{ address: '望江街道蓝田路8号', stepFree: true, hours: HOURS },
      ...changes,
    });

  const room = (
    venueId: string,
    {
      rules,
      ...changes
    }: Partial<Omit<CallRequest<'rooms.keep'>, 'rules'>> & { rules?: Partial<Rules> } = {},
    by: PersonKey = 'secretary',
  ) =>
    as(by).call('rooms.keep', {
      ...{ clientId: freshId(), venueId, name: '百言堂', capacity: 40, equipment: ['投影'], hours: HOURS },
      rules: { ...RULES, ...rules },
      ...changes,
    });

  const wanted = (roomId: string, on: string, from: number, to: number) => ({
    ...{ clientId: freshId(), roomId, on, from, to, purpose: 'choir' as const, people: 12 },
  });
  const book = async (
    by: PersonKey,
    roomId: string,
    [on, from, to]: readonly [string, number, number],
    changes: Partial<CallRequest<'bookings.book'>> = {},
  ): Promise<Booking> => {
    const { bookings } = await as(by).call('bookings.book', { ...wanted(roomId, on, from, to), ...changes });
    const [first] = bookings;
    if (!first) throw new Error('nothing was booked');
    return first;
  };
  const wait = (by: PersonKey, roomId: string, [on, from, to]: readonly [string, number, number]) =>
    as(by).call('bookings.wait', wanted(roomId, on, from, to));
  const read = (by: PersonKey, id: string) => as(by).call('bookings.detail', { id });
  const cancel = (by: PersonKey, { id, revision }: Booking, changes: object = {}) =>
    as(by).call('bookings.cancel', { clientId: freshId(), id, revision, ...changes });
  const move = (
    by: PersonKey,
    { id, revision, roomId }: Booking,
    [on, from, to]: readonly [string, number, number],
  ) => as(by).call('bookings.move', { clientId: freshId(), id, revision, roomId, on, from, to });

  const stored = async () => ({
    days: await documentsOf<RoomDayDocument>(cloud.cloud, 'room_days'),
    bookings: await documentsOf<BookingDocument>(cloud.cloud, 'bookings'),
    quotas: await documentsOf<QuotaDocument>(cloud.cloud, 'booking_quotas'),
  });
  return { as, venue, room, wanted, book, wait, read, cancel, move, stored };
}

import type { CallName } from '@contract/calls';
import { author, type DeniedRow, FIRST, neighbour, office, placed, REASON } from './denied-calls';
import { HOURS, RULES } from './rooms';

/** Of a booking only its booker and the office hear at all (BOOK-6). */
const booker = (input: DeniedRow['input']): DeniedRow => author(input, { zhou: 'NOT_FOUND' });
const TIME = { from: 1080, to: 1140 };
const FOR = { purpose: 'choir', people: 8 };

const rooms: Partial<Record<CallName, DeniedRow>> = {
  'venues.keep': placed(() => ({
    ...{ placeId: 'lantian', name: '邻里中心', kind: 'neighbour-centre', address: '蓝田路9号' },
    ...{ stepFree: true, hours: HOURS },
  })),
  'rooms.keep': office(({ venue: venueId }) => ({
    ...{ venueId, name: '书画室', capacity: 20, hours: HOURS, rules: RULES },
  })),
  'rooms.close': office(({ bookedRoom: id }) => ({
    ...{ id, ...FIRST, displaces: 0 },
    closing: { fromOn: '2029-01-01', untilOn: '2029-01-02', reason: '检修' },
  })),
  'rooms.renewDoorCode': office(({ bookedRoom: id }) => ({ id })),
  'bookings.book': neighbour(({ bookedRoom: roomId, bookedOn: on }) => ({ roomId, on, ...TIME, ...FOR })),
  'bookings.wait': neighbour(({ bookedRoom: roomId, bookedOn: on }) => ({ roomId, on, ...TIME, ...FOR })),
  'bookings.move': booker(({ booking: id, bookedRoom: roomId, bookedOn: on }) => ({
    ...{ id, roomId, on, ...FIRST, from: 960, to: 1020 },
  })),
  'bookings.checkIn': booker(({ booking: id }) => ({ id, code: '123456' })),
  'bookings.accept': booker(({ booking: id }) => ({ id })),
  'bookings.decline': booker(({ booking: id }) => ({ id })),
  'bookings.unwait': booker(({ booking: id }) => ({ id })),
  'bookings.approve': office(({ booking: id }) => ({ id, ...FIRST })),
  'bookings.reject': office(({ booking: id }) => ({ id, ...FIRST, ...REASON })),
  'bookings.undoNoShow': office(({ booking: id }) => ({ id, ...FIRST, ...REASON })),
  'bookings.cancel': booker(({ booking: id }) => ({ id, ...FIRST })),
};

export { rooms };

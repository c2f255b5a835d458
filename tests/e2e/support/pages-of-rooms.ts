import type { BookedRooms } from './booked-rooms';
import { at, type Shown } from './shown-page';

/** Everything about places, rooms and bookings, as a neighbour and as the secretary. */
export const pagesOfRooms = (rooms: BookedRooms): Shown[] => [
  ['venues', 'wang', at('packages/rooms/list', { placeId: 'xingfuli' }), '按远近排'],
  ['venues-none', 'stranger', at('packages/rooms/list'), /这里还没有登记|认领/],
  ['venues-secretary', 'secretary', at('packages/rooms/list', { placeId: 'lantian' }), '登记一个地方'],
  ['venue', 'wang', at('packages/rooms/venue', { id: rooms.venue }), '可以预约的'],
  ['venue-secretary', 'secretary', at('packages/rooms/venue', { id: rooms.venue }), '社区管理'],
  ['room', 'wang', at('packages/rooms/room', { id: rooms.hall }), '下周'],
  ['room-move', 'wang', at('packages/rooms/room', { id: rooms.hall, move: rooms.booked }), '下周'],
  ['booking', 'wang', at('packages/rooms/booking', { id: rooms.booked }), '改时间'],
  ['booking-pending', 'wang', at('packages/rooms/booking', { id: rooms.pending }), '等社区同意'],
  ['booking-offered', 'wang', at('packages/rooms/booking', { id: rooms.offered }), '要这个时段'],
  ['booking-displaced', 'wang', at('packages/rooms/booking', { id: rooms.displaced }), '还可以订'],
  ['booking-secretary', 'secretary', at('packages/rooms/booking', { id: rooms.pending }), '同意预约'],
  ['bookings-mine', 'wang', at('packages/rooms/mine'), /请您看一看/],
  ['bookings-none', 'maChunhua', at('packages/rooms/mine'), '您现在没有预约'],
  ['room-check-in', 'wang', at('packages/rooms/check-in', { id: rooms.booked }), '签到码'],
  ['requests', 'secretary', at('packages/rooms/requests', { placeId: 'lantian' }), '等社区同意'],
  ['keep-venue', 'secretary', at('packages/rooms/keep-venue', { id: rooms.venue }), '开放时间'],
  ['keep-venue-new', 'secretary', at('packages/rooms/keep-venue', { placeId: 'lantian' }), '哪一种地方'],
  ['keep-room', 'secretary', at('packages/rooms/keep-room', { id: rooms.hall }), /第 1 步/],
  ['close-room', 'secretary', at('packages/rooms/close', { id: rooms.hall }), '从哪一天起'],
  ['door', 'secretary', at('packages/rooms/door', { id: rooms.hall }), /贴在门口/],
];

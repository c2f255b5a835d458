import { index } from './indexes';

/** Rooms and their bookings. */
export const roomCollections = [
  {
    name: 'venues',
    indexes: [
      index('path', 'path', 'createdAt'),
      index('place', 'placeId', 'createdAt'),
      index('path-kind', 'path', 'kind', 'createdAt'),
      index('place-kind', 'placeId', 'kind', 'createdAt'),
    ],
  },
  { name: 'rooms', indexes: [index('venue', 'venueId', 'createdAt'), index('path', 'path', 'createdAt')] },
  { name: 'room_days', indexes: [index('room', 'roomId', 'on')] },
  { name: 'booking_quotas', indexes: [] },
  {
    name: 'bookings',
    indexes: [
      index('group', 'groupId', 'number'),
      index('person', 'personId', 'endsAt'),
      index('waiting', 'path', 'state', 'heldUntil'),
      index('due', 'dueAt'),
    ],
  },
] as const;

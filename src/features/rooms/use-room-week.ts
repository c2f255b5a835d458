import type { RoomDay } from '@contract/bookings';
import { useState } from 'react';
import { useCall } from '@/features/calls/use-call';
import { mondayOf } from '@/services/day';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';
import type { Slot } from './slot';

/** What a booking that is moved leaves free: its own slot is no hindrance. */
const without = (day: RoomDay, bookingId: string | undefined): RoomDay =>
  bookingId ? { ...day, taken: day.taken.filter(([, , , , id]) => id !== bookingId) } : day;

/**
 * One room's week with the slot that is chosen in it.
 * @param start a slot to begin with, of a link
 * @param moving id of the booking that is moved
 */
export function useRoomWeek(roomId: string, start: Slot | null, moving?: string) {
  const [slot, setSlot] = useState<Slot | null>(start);
  const [monday, setMonday] = useState(() => mondayOf(start?.on ?? dayOf(serverNow())));
  const room = useCall('rooms.detail', { id: roomId }, { enabled: roomId !== '' });
  const venueId = room.data?.venueId ?? '';
  const week = useCall(
    'bookings.week',
    { venueId, placeId: null, firstOn: monday },
    { enabled: venueId !== '', refreshEvery: 60_000 },
  );
  const found = week.data?.rooms.find((one) => one.room.id === roomId);
  const shown = found && { ...found, days: found.days.map((day) => without(day, moving)) };
  const turn = (to: string) => {
    setMonday(to);
    setSlot(null);
  };
  const day = shown?.days.find(({ on }) => on === slot?.on);
  return {
    ...{ room, week, shown, slot, setSlot, monday, turn, day },
    today: week.data?.today ?? dayOf(serverNow()),
    rooms: week.data?.rooms ?? [],
  };
}

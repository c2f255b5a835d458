import type { RoomDay } from '@contract/bookings';
import type { Period } from '@contract/opening-hours';
import { endsFrom, type Lengths } from './room-day';

/** A time of one day that somebody means to book. */
export interface Slot extends Period {
  on: string;
}

const USUAL_MINUTES = 60;

/** From a beginning on, as long as is usual: an hour, or what the room allows. */
export function slotFrom(day: RoomDay, from: number, lengths: Lengths): Slot | null {
  const ends = endsFrom(day, from, lengths);
  const to = ends.find((end) => end - from >= USUAL_MINUTES) ?? ends.at(-1);
  return to === undefined ? null : { on: day.on, from, to };
}

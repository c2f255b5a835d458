import type { OpeningHours } from '@contract/opening-hours';
import type { RoomRules } from '@contract/rooms';
import type { VenueKind } from '@contract/venues';

/** Collection `venues`: a house with a door, with rooms or without. */
export interface VenueDocument {
  _id: string;
  placeId: string;
  placeName: string;
  path: string[];
  name: string;
  kind: VenueKind;
  address: string;
  stepFree: boolean;
  position: { latitude: number; longitude: number } | null;
  photos: string[];
  note: string;
  /** When its door is open; its rooms have hours of their own. */
  hours: OpeningHours;
  revision: number;
  createdBy: string;
  createdAt: number;
}

/** Collection `rooms`. */
export interface RoomDocument {
  _id: string;
  venueId: string;
  venueName: string;
  address: string;
  placeId: string;
  path: string[];
  name: string;
  capacity: number;
  equipment: string[];
  photos: string[];
  hours: OpeningHours;
  rules: RoomRules;
  /** Six digits at the door, by which people check in (BOOK-9). */
  doorCode: string;
  /** The code as a picture, drawn at its first showing; missing until then. */
  doorQr?: string | null;
  /**
   * One more with each new occupation: the write at which a booking meets a change of hours, since neither would see that the other read
   * what it writes.
   */
  occupations: number;
  revision: number;
  createdBy: string;
  createdAt: number;
}

import type { ErrorCode } from '@contract/errors';
import type { HomeRelation, Office } from '@contract/roles';
import type { RoomUsers } from '@contract/rooms';
import { type Actor, belongsTo, holds, type Tie } from '../../kernel/person';

/** Who keeps venues and rooms and answers requests: the secretary and the committees of the place (ROOM-1). */
export const KEEPERS: readonly Office[] = [
  'secretary',
  'residents-committee',
  'villagers-committee',
  'owners-committee',
];
/** Who works for the place and needs a room for it; delegates come as neighbours. */
const WORKING: readonly Office[] = [
  ...KEEPERS,
  'street-officer',
  'grid-worker',
  'property-manager',
  'building-head',
];

export function mayKeep(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  return holds(actor, now, KEEPERS, path) ? null : 'NOT_ALLOWED';
}

/** Whoever belongs to its place, and whoever works for it. */
export function maySee(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  return belongsTo(actor, now, path) ? null : 'NOT_FOUND';
}

/** The same of a venue or a room that is there: of what they cannot see nobody is told that it exists (SEC-11). */
export function mayKeepThis(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  return maySee(actor, now, path) ?? mayKeep(actor, now, path);
}

const OWNING: readonly HomeRelation[] = ['owner', 'co-owner'];

/** What is asked of a room about who may book it. */
export interface Bookable {
  placeId: string;
  path: readonly string[];
  rules: { who: RoomUsers };
}

/** The homes that somebody may book this room for (BOOK-1). */
export function bookingHomes(actor: Actor, { placeId, rules: { who } }: Bookable): Tie[] {
  if (who === 'offices') return [];
  const there = actor.person?.ties.filter(({ path }) => path.includes(placeId)) ?? [];
  return who === 'owners' ? there.filter(({ relation }) => OWNING.includes(relation)) : there;
}

/** Whether somebody may book it for their office: then for no home, and on no home's quota (BOOK-1). */
export function isOfficeUser(actor: Actor, now: number, { path }: Pick<Bookable, 'path'>): boolean {
  return holds(actor, now, WORKING, path);
}

/** Who may book at all: a home of the place, as the room says, or an office (BOOK-1). */
export function mayBook(actor: Actor, now: number, room: Bookable): ErrorCode | null {
  if (isOfficeUser(actor, now, room) || bookingHomes(actor, room).length > 0) return null;
  if (room.rules.who === 'offices') return 'ROOM_OFFICES_ONLY';
  const ties = actor.person?.ties ?? [];
  if (ties.length === 0) return 'NOT_VERIFIED';
  return ties.some(({ path }) => path.includes(room.placeId)) ? 'ROOM_OWNERS_ONLY' : 'NOT_IN_SCOPE';
}

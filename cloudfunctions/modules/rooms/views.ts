import type { RoomDetail, RoomSummary } from '@contract/rooms';
import type { VenueDetail, VenueSummary } from '@contract/venues';
import type { Actor } from '../../kernel/person';
import type { RoomDocument, VenueDocument } from './documents';
import { mayBook, mayKeep } from './policy';
import { minuteOf } from './rules/clock';
import { openNow } from './rules/open-now';
import { PURPOSE_LABELS, ruleWords, VENUE_KIND_LABELS } from './rules/words';

function nowView({ hours }: Pick<RoomDocument, 'hours'>, now: number) {
  const { on, minute } = minuteOf(now);
  return openNow(hours, on, minute);
}

export function roomSummary(actor: Actor, now: number, room: RoomDocument): RoomSummary {
  const { _id: id, venueId, venueName, name, capacity, equipment, photos, rules, path } = room;
  return {
    ...{ id, venueId, venueName, name, capacity, equipment, photos, rules },
    ruleWords: ruleWords(rules),
    purposes: rules.purposes.map((purpose) => ({ purpose, label: PURPOSE_LABELS[purpose] })),
    now: nowView(room, now),
    can: { book: mayBook(actor, now, room), keep: mayKeep(actor, now, path) },
  };
}

export function roomDetail(actor: Actor, now: number, room: RoomDocument): RoomDetail {
  const { placeId, hours, revision } = room;
  return { ...roomSummary(actor, now, room), placeId, hours, revision };
}

export function venueSummary(now: number, venue: VenueDocument): VenueSummary {
  const { _id: id, placeId, placeName, name, kind, address, stepFree, position, photos } = venue;
  return {
    ...{ id, placeId, placeName, name, kind, address, stepFree, position, photos },
    kindLabel: VENUE_KIND_LABELS[kind],
    now: nowView(venue, now),
  };
}

export function venueDetail(
  actor: Actor,
  now: number,
  venue: VenueDocument,
  rooms: readonly RoomDocument[],
): VenueDetail {
  const { note, hours, revision, path } = venue;
  const denial = mayKeep(actor, now, path);
  return {
    ...venueSummary(now, venue),
    ...{ note, hours, revision },
    rooms: rooms.map((room) => roomDetail(actor, now, room)),
    can: { keep: denial, addRoom: denial },
  };
}

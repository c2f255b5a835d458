import type { DeskPlace, PlaceChoice } from '@contract/overview';
import type { Context } from '../../kernel/context';
import { belongsTo, officesNow } from '../../kernel/person';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import type { PlaceDocument } from '../members/documents';
import { places } from '../members/repository';
import { isBelonging } from '../members/rules/tree';
import { myPlaces } from '../members/views';
import { entriesAt } from './desk/entries';

function choiceOf(place: PlaceDocument, by: PlaceChoice['by'], near: readonly PlaceDocument[]): PlaceChoice {
  const community = near.find(({ _id, kind }) => kind === 'community' && place.path.includes(_id));
  return { id: place._id, name: place.name, kind: place.kind, communityName: (community ?? place).name, by };
}

export interface Choices {
  /** The one to show, or null for whoever belongs nowhere yet. */
  shown: PlaceDocument | null;
  choice: PlaceChoice | null;
  all: PlaceChoice[];
}

/** Another place than one's own, looked at by an office above it or from below it. */
async function visited({ actor, now }: Context, placeId: string): Promise<PlaceDocument> {
  const place = found(await places.byId(store, placeId));
  enforce(belongsTo(actor, now, place.path) ? null : 'NOT_FOUND');
  return place;
}

/** What lies directly in the places of somebody's offices and has matters of its own: who holds them without a home there answers for it, too. */
async function withinOffices(offices: ReadonlySet<string>): Promise<PlaceDocument[]> {
  const children = await Promise.all([...offices].map((id) => places.children(id)));
  return children.flat().filter(({ kind }) => isBelonging(kind));
}

/**
 * The places that the caller can look at, and the one that is shown: the one asked for, else the one their phone opens with.
 * @throws Refusal NOT_FOUND for a place that is none of theirs
 */
export async function choicesFor(context: Context, placeId: string | undefined): Promise<Choices> {
  const { actor, now } = context;
  const near = await places.byIds(store, actor.person?.places ?? []);
  const own = myPlaces(actor, now, near);
  const offices = new Set(officesNow(actor, now).map((held) => held.placeId));
  const reached = new Map(own.map((place) => [place.id, place.through]));
  // A street's or a building's office belongs to no estate: it looks at its own place.
  for (const id of offices) if (!reached.has(id)) reached.set(id, 'office');
  const within = (await withinOffices(offices)).filter(({ _id }) => !reached.has(_id));
  for (const { _id } of within) reached.set(_id, 'office');
  const known = [...near, ...within];
  const all = known.flatMap((place) => {
    const by = reached.get(place._id);
    return by ? [choiceOf(place, by, near)] : [];
  });
  const opening = placeId ?? own.find((place) => place.home)?.id ?? [...offices][0];
  const listed = known.find((place) => place._id === opening && reached.has(place._id)) ?? null;
  const shown = listed ?? (placeId === undefined ? null : await visited(context, placeId));
  return { shown, choice: shown && choiceOf(shown, reached.get(shown._id) ?? 'office', near), all };
}

/** The places of the caller's offices with what lies directly in them: where their desk can plan something. */
export async function deskPlaces({ actor, now }: Context): Promise<DeskPlace[]> {
  const held = officesNow(actor, now);
  const near = await places.byIds(store, [...new Set(held.flatMap(({ path }) => path))]);
  const own = near.filter(({ _id }) => held.some(({ placeId }) => placeId === _id));
  const within = await Promise.all(own.map(({ _id }) => places.children(_id)));
  const all = new Map([...own, ...within.flat()].map((place) => [place._id, place]));
  return [...all.values()].map((place) => ({
    ...choiceOf(place, 'office', near),
    may: entriesAt(actor, now, place),
  }));
}

import type { Office } from '@contract/roles';
import { byIds } from '../../../kernel/by-ids';
import { _ } from '../../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../../kernel/database';
import type { OfficeHeld, PersonDocument } from '../../../kernel/person';

export interface OfficeHolder {
  person: PersonDocument;
  held: OfficeHeld;
}

/** Those of the persons' offices that pass, each with its holder. */
function holders(rows: readonly PersonDocument[], passes: (held: OfficeHeld) => boolean): OfficeHolder[] {
  return rows.flatMap((person) => person.offices.filter(passes).map((held) => ({ person, held })));
}

const inTerm = (held: OfficeHeld, now: number) => held.fromAt <= now && now < held.untilAt;

const ROSTER_LIMIT = 1000;

export const persons = {
  byId: (reader: Reader, id: string) => reader.get<PersonDocument>('persons', id),

  /** Somebody who has not left: nothing is written about whoever has (KEEP-2). */
  async here(reader: Reader, id: string): Promise<PersonDocument | null> {
    const person = await reader.get<PersonDocument>('persons', id);
    return person?.leftAt === undefined ? person : null;
  },

  put: (transaction: Transaction, person: PersonDocument) => transaction.put('persons', person),

  /** Everybody with a home or an office in the place (a home's id is a place too). */
  inPlace: (placeId: string) => store.findAll<PersonDocument>('persons', { places: placeId }),

  /** Those of at most 100 ids that are there, in the order of their ids. */
  byIds: (ids: readonly string[]) =>
    store.find<PersonDocument>('persons', { _id: _.in([...ids]) }, { order: [['_id', 'asc']], limit: 100 }),

  /** All of these persons, however many. */
  ofIds: (ids: readonly string[]) => byIds<PersonDocument>(store, 'persons', ids),

  /** The next of those with a home or an office in the place, in the order of their ids. */
  pageInPlace(placeId: string, after: string | null, limit: number): Promise<PersonDocument[]> {
    const where = after === null ? { places: placeId } : { places: placeId, _id: _.gt(after) };
    return store.find<PersonDocument>('persons', where, { order: [['_id', 'asc']], limit });
  },

  /** Whoever is tied to a home, as this reader sees it; a home has fewer than a hundred. */
  ofHome: (reader: Reader, homeId: string) =>
    reader.find<PersonDocument>('persons', { places: homeId }, { limit: 100 }),

  /** Whoever is tied to one of the homes, or was until they left it. */
  async ofHomes(homeIds: readonly string[]): Promise<PersonDocument[]> {
    if (homeIds.length === 0) return [];
    const of = (field: string) =>
      store.find<PersonDocument>('persons', { [field]: _.in([...homeIds]) }, { limit: ROSTER_LIMIT });
    const [here, left] = await Promise.all([of('places'), of('formerTies.homeId')]);
    return [...new Map([...here, ...left].map((person) => [person._id, person])).values()];
  },

  /** One page of those whose name begins so, with a home or an office in the place, in the order of their ids. */
  async named(placeId: string, name: string, after: string | null, limit: number): Promise<PersonDocument[]> {
    const from = { places: placeId, name: _.gte(name).and(_.lt(`${name}\uffff`)) };
    const where = after === null ? from : { ...from, _id: _.gt(after) };
    return store.find<PersonDocument>('persons', where, { order: [['_id', 'asc']], limit });
  },

  /** Some of those who still carry an office whose term is over. */
  withEndedTerm: (now: number, limit: number) =>
    store.find<PersonDocument>('persons', { 'offices.untilAt': _.lte(now) }, { limit }),

  /** Some of those whose name the content check gave no answer about: who was asked about longest ago comes first. */
  withUnansweredName: (limit: number) =>
    store.find<PersonDocument>(
      'persons',
      { 'heldName.held': 'unanswered' },
      { order: [['heldName.askedAt', 'asc']], limit },
    ),

  /** Notes that there was no answer again; no change of what the person is called. */
  askedAgain: (_id: string, text: string, at: number) =>
    store.updateWhere('persons', { _id, 'heldName.text': text }, { 'heldName.askedAt': at }),

  /** Who holds this office in term, at the place or at one within it (delegates of a community). */
  async withOffice(placeId: string, office: Office, now: number): Promise<OfficeHolder[]> {
    const rows = await store.findAll<PersonDocument>('persons', {
      'offices.office': office,
      places: placeId,
    });
    return holders(
      rows,
      (held) => held.office === office && held.path.includes(placeId) && inTerm(held, now),
    );
  },

  /** Who holds one of these offices in term at a place on the path: those who answer for what lies there. */
  async over(
    reader: Reader,
    path: readonly string[],
    offices: readonly Office[],
    now: number,
  ): Promise<OfficeHolder[]> {
    const where = { 'offices.office': _.in([...offices]), 'offices.placeId': _.in([...path]) };
    const rows = await reader.find<PersonDocument>('persons', where, { limit: ROSTER_LIMIT });
    return holders(
      rows,
      (held) => offices.includes(held.office) && path.includes(held.placeId) && inTerm(held, now),
    );
  },

  /** All offices in term at the place or within it. */
  async roster(placeId: string, offices: readonly Office[], now: number): Promise<OfficeHolder[]> {
    const where = { 'offices.office': _.in([...offices]), places: placeId };
    const rows = await store.find<PersonDocument>('persons', where, { limit: ROSTER_LIMIT });
    return holders(rows, (held) => held.path.includes(placeId) && inTerm(held, now));
  },
};

import type { SupportView } from '@contract/proposals';
import type { PersonDocument } from '../../kernel/person';
import { store } from '../../kernel/reader';
import { idOf } from '../../kernel/ids';
import type { HomeDocument, PlaceDocument } from '../members/documents';
import { homes, places } from '../members/repository';
import { dayOf } from '../motions/rules/days';
import type { ProposalDocument, SupportDocument } from './documents';
import {
  bodyAt,
  callingLines,
  countSupport,
  homeYard,
  type RegisterRow,
  type SupportBase,
  supportBaseOf,
} from './rules';

interface CountedPlace {
  place: PlaceDocument;
  base: SupportBase;
}

/** A register of 5,000 homes is five requests: it is read once a minute, as the figures are only on the way to a roll. */
const KEPT_MS = 60_000;
const KEPT_PLACES = 50;
const kept = new Map<string, { readAt: number; base: SupportBase }>();

function rowOf(home: HomeDocument): RegisterRow {
  const { _id: homeId, use, area, areaBasis, parkingBasis, holding, owners, residents } = home;
  return {
    homeId,
    use,
    area,
    areaBasis,
    parkingBasis,
    holding,
    residents,
    ownerKeys: owners.map((owner) => owner.key),
  };
}

async function baseOf(placeId: string, now: number): Promise<SupportBase> {
  const before = kept.get(placeId);
  if (before && before.readAt <= now && now < before.readAt + KEPT_MS) return before.base;
  const base = supportBaseOf((await homes.inPlace(placeId)).map(rowOf), dayOf(now));
  if (kept.size >= KEPT_PLACES) kept.clear();
  kept.set(placeId, { readAt: now, base });
  return base;
}

/** The yard around the place, whose body can be called; a community's own matter is counted in the community. */
export async function countedPlace(path: readonly string[], now: number): Promise<CountedPlace | null> {
  const place = homeYard(await places.onPath(store, path));
  return place && { place, base: await baseOf(place._id, now) };
}

const NAMES_SHOWN = 12;

/** Support of a proposal and of all that was merged into it, counted once (PRO-3, PRO-4, PRO-5). */
export async function supportView(
  proposal: ProposalDocument,
  given: readonly SupportDocument[],
  now: number,
): Promise<SupportView> {
  const counted = await countedPlace(proposal.path, now);
  const base: SupportBase = counted?.base ?? supportBaseOf([], dayOf(now));
  const figures = countSupport(given, base);
  const inOrder = [...given].sort((a, b) => a.createdAt - b.createdAt);
  const names = new Map(inOrder.map((support) => [support.personId, support.personName]));
  return {
    persons: figures.persons,
    homes: figures.homes,
    heads: figures.heads,
    ofPlaceName: counted?.place.name ?? proposal.placeName,
    calling: counted ? callingLines(bodyAt(counted.place.kind), figures, base) : [],
    names: [...names.values()].slice(0, NAMES_SHOWN),
  };
}

/** The support of somebody who lives in the place, through all of their homes there; null for whoever does not. */
export function supportOf(
  person: PersonDocument,
  proposal: Pick<ProposalDocument, '_id' | 'placeId'>,
  now: number,
): SupportDocument | null {
  const ties = person.ties.filter((tie) => tie.path.includes(proposal.placeId));
  if (ties.length === 0) return null;
  return {
    _id: idOf('support', proposal._id, person._id),
    proposalId: proposal._id,
    personId: person._id,
    personName: person.name,
    homeIds: ties.map((tie) => tie.homeId),
    ownerKeys: [...new Set(ties.flatMap((tie) => tie.ownerKey ?? []))],
    residentKeys: [...new Set(ties.flatMap((tie) => tie.residentKey ?? []))],
    createdAt: now,
  };
}

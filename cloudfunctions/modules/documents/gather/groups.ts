import { store } from '../../../kernel/reader';
import type { HomeDocument, PlaceDocument } from '../../members/documents';
import { homes, places } from '../../members/repository';
import type { MotionDocument } from '../../motions/documents';
import { ballots, type RollDoor, rollEntries } from '../../motions/repository';
import { registeredHomes } from '../../register/repository';
import { inDoorOrder, type PaperVoter } from '../rules/voters';

/** A building with voters in it, or whoever has none. */
export interface Group {
  id: string | null;
  /** '幸福里小区 3栋' */
  name: string;
  path: readonly string[];
}

export interface Voters {
  groups: Group[];
  /** In the order of their doors. */
  voters: PaperVoter[];
}

type Placing = Pick<HomeDocument, '_id' | 'path'>;

/** Places that one query takes. */
const AT_ONCE = 500;

/** The places above these homes, by id; the homes' own ids are passed over. */
async function placesAbove(rows: readonly Placing[]): Promise<Map<string, PlaceDocument>> {
  const ids = [...new Set(rows.flatMap(({ path }) => path.slice(0, -1)))];
  const found = new Map<string, PlaceDocument>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    for (const place of await places.byIds(store, ids.slice(from, from + AT_ONCE)))
      found.set(place._id, place);
  }
  return found;
}

type Placed = Pick<MotionDocument, 'placeId' | 'path'>;

/** The building as it is called within the vote's place. */
function groupOf(
  building: PlaceDocument,
  { path }: Placed,
  known: ReadonlyMap<string, PlaceDocument>,
): Group {
  const within = building.path.slice(path.length).flatMap((id) => known.get(id)?.name ?? []);
  return { id: building._id, name: within.join(' ') || building.name, path: building.path };
}

function buildingFinder(rows: readonly Placing[], known: ReadonlyMap<string, PlaceDocument>) {
  const byHome = new Map(
    rows.map(({ _id, path }) => [
      _id,
      path.map((id) => known.get(id)).find((place) => place?.kind === 'building'),
    ]),
  );
  return (homeId: string | undefined) => (homeId === undefined ? undefined : byHome.get(homeId));
}

const byName = new Intl.Collator('zh-CN', { numeric: true });

interface Read {
  entries: readonly RollDoor[];
  /** The homes of these voters, and where they lie. */
  rows: readonly Placing[];
  /** Ids of those that have a ballot; never which (DOC-3). */
  voted: ReadonlySet<string>;
}

async function inGroups(motion: MotionDocument, { entries, rows, voted }: Read): Promise<Voters> {
  const known = await placesAbove(rows);
  const buildingOf = buildingFinder(rows, known);
  const groups = new Map<string | null, Group>();
  const voters = entries.map(({ _id, label, area, homeIds }): PaperVoter => {
    const building = buildingOf(homeIds[0]);
    const group = building
      ? groupOf(building, motion, known)
      : { id: null, name: '其他投票人', path: motion.path };
    groups.set(group.id, group);
    return { entryId: _id, label, area, groupId: group.id, voted: voted.has(_id) };
  });
  const inOrder = [...groups.values()].sort(
    (a, b) => Number(a.id === null) - Number(b.id === null) || byName.compare(a.name, b.name),
  );
  // Delegates have no building at all: then there are no others.
  const named = inOrder.map((group) =>
    inOrder.length > 1 || group.id ? group : { ...group, name: '全部投票人' },
  );
  return { groups: named, voters: inDoorOrder(voters) };
}

const NOBODY: Voters = { groups: [], voters: [] };

/** Everybody on the roll of an announced vote with their building and whether they have a ballot. */
export async function votersOfMotion(motion: MotionDocument): Promise<Voters> {
  if (!motion.roll) return NOBODY;
  const [entries, rows, voted] = await Promise.all([
    rollEntries.doorsOfRoll(motion.roll.id),
    // With those that are gone from the register since: the frozen roll has them (ROLL-12), and their door is where it was.
    registeredHomes.placed(motion.placeId),
    ballots.entryIds(motion._id),
  ]);
  return inGroups(motion, { entries, rows, voted });
}

/** Those of them whose first home lies in this building; nobody where it is no building of the vote's place. */
export async function votersOfBuilding(motion: MotionDocument, buildingId: string): Promise<Voters> {
  const building = await places.byId(store, buildingId);
  if (!motion.roll || building?.kind !== 'building' || !building.path.includes(motion.placeId)) return NOBODY;
  const rows = await registeredHomes.placed(buildingId);
  const inside = new Set(rows.map(({ _id }) => _id));
  const touching = await rollEntries.doorsOfHomes(motion.roll.id, [...inside]);
  const entries = touching.filter(({ homeIds: [first] }) => first !== undefined && inside.has(first));
  const voted = await ballots.entryIdsAmong(motion._id, entries);
  return inGroups(motion, { entries, rows, voted });
}

/** One of them; nobody where the entry is of another roll. */
export async function voterAlone(motion: MotionDocument, entryId: string): Promise<Voters> {
  const entry = await rollEntries.byId(store, entryId);
  if (!motion.roll || entry?.rollId !== motion.roll.id) return NOBODY;
  const rows = await homes.byIds(store, entry.homeIds.slice(0, 1));
  const voted = await ballots.entryIdsAmong(motion._id, [entry]);
  return inGroups(motion, { entries: [entry], rows, voted });
}

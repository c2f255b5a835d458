import { store } from '../../../kernel/reader';
import type { HomeDocument, PlaceDocument } from '../../members/documents';
import { places } from '../../members/repository';
import type { MotionDocument } from '../../motions/documents';
import { ballots, rollEntries } from '../../motions/repository';
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

/** Places that one query takes. */
const AT_ONCE = 500;

/** The places above these homes, by id; the homes' own ids are passed over. */
async function placesAbove(rows: readonly HomeDocument[]): Promise<Map<string, PlaceDocument>> {
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

function buildingFinder(rows: readonly HomeDocument[], known: ReadonlyMap<string, PlaceDocument>) {
  const byHome = new Map(
    rows.map(({ _id, path }) => [
      _id,
      path.map((id) => known.get(id)).find((place) => place?.kind === 'building'),
    ]),
  );
  return (homeId: string | undefined) => (homeId === undefined ? undefined : byHome.get(homeId));
}

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** Everybody on the roll of an announced vote with their building and whether they have a ballot; never which (DOC-3). */
export async function votersOfMotion(motion: MotionDocument): Promise<Voters> {
  if (!motion.roll) return { groups: [], voters: [] };
  const [entries, rows, cast] = await Promise.all([
    rollEntries.ofRoll(motion.roll.id),
    // With those that are gone from the register since: the frozen roll has them (ROLL-12), and their door is where it was.
    registeredHomes.all(motion.placeId),
    ballots.ofMotion(motion._id),
  ]);
  const known = await placesAbove(rows);
  const buildingOf = buildingFinder(rows, known);
  const voted = new Set(cast.map(({ entryId }) => entryId));
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

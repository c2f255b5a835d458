import type { ImportProblem } from '@contract/register-import';
import type { HomeDocument, PlaceDocument } from '../../members/documents';
import type { GoneHome, ImportedHome } from '../documents';
import { changesOf } from './compare';
import { type Field, TITLES } from './headings';
import type { Ids } from './ids';
import { peopleOf } from './imported-owners';
import { type KnownHomes, knownHomes, roomKey } from './known-homes';
import type { ParsedHome } from './parsed-home';
import { placing } from './placing';

/** The register as it is, to compare with; `homes` with those that are gone. */
export interface Snapshot {
  root: PlaceDocument;
  below: PlaceDocument[];
  homes: HomeDocument[];
}

export interface Imported {
  homes: ImportedHome[];
  places: PlaceDocument[];
  gone: GoneHome[];
  problems: ImportProblem[];
}

interface Work {
  snapshot: Snapshot;
  known: KnownHomes;
  /** Labels of homes that the file itself brought, by place and room: however a second row writes it, it is the same home. */
  labels: Map<string, string>;
  columns: ReadonlySet<Field>;
  ids: Ids;
  todayOn: string;
}

const LABEL = 40;

function importedHome(
  parsed: ParsedHome,
  place: PlaceDocument,
  work: Work,
  faults: { field: Field; text: string }[],
) {
  const { root } = work.snapshot;
  const before = work.known.find(place._id, parsed.room);
  const where = place._id === root._id ? '' : `${parsed.building ?? ''}${parsed.unit ?? ''}`;
  const key = roomKey(place._id, parsed.room);
  const label = before?.label ?? work.labels.get(key) ?? `${root.name}${where}${parsed.room}`;
  work.labels.set(key, label);
  if (label.length > LABEL) faults.push({ field: 'room', text: `门牌“${label}”太长，最多${LABEL}个字` });
  const homeId = before?._id ?? work.ids.home(place._id, label);
  const at = { homeId, before, columns: work.columns, ids: work.ids, todayOn: work.todayOn };
  const { people, faults: wrong } = peopleOf(parsed, at);
  faults.push(...wrong);
  if (parsed.holding === 'unsold' && parsed.owners.length > 1) {
    faults.push({ field: 'owners', text: '未售的房屋只写开发企业，请删掉其他人' });
  }
  const { row, use, area, areaBasis, parkingBasis, holding } = parsed;
  const facts = { row, label, use, area, areaBasis, parkingBasis, holding, ...people };
  const after = { homeId, rowHomeId: homeId, placeId: place._id, path: [...place.path, homeId], ...facts };
  const there = before !== null && !before.goneAt;
  const changes = there ? changesOf(before, after) : [];
  const kind = there ? (changes.length > 0 ? 'changed' : 'same') : 'added';
  return { ...after, kind, changes } as const;
}

/** A space in the row of its owner's home is that owner's: the row itself says so. */
function withRowOwners(home: ImportedHome, first: ImportedHome | undefined): ImportedHome {
  if (!first) return home;
  const keyOf = (name: string) => first.owners.find((owner) => owner.name === name)?.key;
  const owners = home.owners.map((owner) => ({ ...owner, key: keyOf(owner.name) ?? owner.key }));
  return { ...home, owners, rowHomeId: first.homeId };
}

/** The homes of a file as the register will have them, compared with how it has them now (REG-6, REG-8). */
export function importedHomes(
  parsed: readonly ParsedHome[],
  snapshot: Snapshot,
  { columns, ids, todayOn }: { columns: ReadonlySet<Field>; ids: Ids; todayOn: string },
): Imported {
  const known = knownHomes([snapshot.root, ...snapshot.below], snapshot.homes);
  const where = placing(snapshot.root, snapshot.below, ids);
  const work: Work = { snapshot, known, labels: new Map(), columns, ids, todayOn };
  const problems: ImportProblem[] = [];
  const homes: ImportedHome[] = [];
  for (const one of parsed) {
    const faults: { field: Field; text: string }[] = [];
    const place = where.placeOf(one);
    if ('field' in place) faults.push(place);
    else if (one.room !== '') {
      const first = homes.at(-1)?.row === one.row ? homes.at(-1) : undefined;
      homes.push(withRowOwners(importedHome(one, place, work, faults), first));
    }
    problems.push(...faults.map(({ field, text }) => ({ row: one.row, column: TITLES[field], text })));
  }
  const there = new Set(homes.map(({ homeId }) => homeId));
  const gone = snapshot.homes
    .filter(({ _id, goneAt }) => !goneAt && !there.has(_id))
    .map(({ _id, label }) => ({ homeId: _id, label }));
  return { homes, places: where.made, gone, problems };
}

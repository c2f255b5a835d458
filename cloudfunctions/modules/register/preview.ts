import type { ImportProblem } from '@contract/register-import';
import { type Context, newId, personOf } from '../../kernel/context';
import { hashOf, idOf } from '../../kernel/ids';
import { store } from '../../kernel/reader';
import { Refusal } from '../../kernel/refusal';
import type { HomeDocument, PlaceDocument } from '../members/documents';
import type {
  BatchDocument,
  GoneHome,
  ImportedHome,
  NamesakeDocument,
  RegisterDocument,
  VersionDocument,
} from './documents';
import { batches, namesakes, placesBelow, registeredHomes, registers } from './repository';
import { withoutNumbers } from './rules/cells';
import { inBatches } from './rules/batches';
import { countsOf, differenceOf } from './rules/counts';
import type { Snapshot } from './rules/imported-homes';
import { crowdedProblems, type Group, namesakesIn, type Phones } from './rules/namesakes';

const PROBLEMS_SHOWN = 200;
const PLACES_SHOWN = 200;
const AT_ONCE = 200;

export interface Compared extends Snapshot {
  register: RegisterDocument;
}

/** The register as it is; refused while a version is being brought in, for then it is half of two. */
export async function snapshotOf(root: PlaceDocument): Promise<Compared> {
  const register = await registers.of(store, root);
  if (register.applying) throw new Refusal('REGISTER_APPLYING');
  const [below, homes] = await Promise.all([placesBelow.of(root._id), registeredHomes.all(root._id)]);
  return { root, below, homes, register };
}

/** What an import says, before it is written down. */
export interface Draft {
  fileName: string;
  fileHash: string;
  sheet: string | null;
  repeats: string | null;
  homes: ImportedHome[];
  places: PlaceDocument[];
  gone: GoneHome[];
  problems: ImportProblem[];
  notes: string[];
  phones: Phones;
}

export interface Content {
  version: VersionDocument;
  batches: BatchDocument[];
  namesakes: NamesakeDocument[];
}

function knownKeys(homes: readonly HomeDocument[]): Map<string, Set<string>> {
  return new Map(homes.map(({ _id, owners }) => [_id, new Set(owners.map(({ key }) => key))]));
}

function batchesOf({ homes, places, gone }: Draft, contentId: string): BatchDocument[] {
  const parts = [
    ...inBatches(places, AT_ONCE).map((some) => ({ holds: 'places' as const, places: some })),
    ...inBatches(homes, AT_ONCE).map((some) => ({ holds: 'homes' as const, homes: some })),
    ...inBatches(gone, AT_ONCE).map((some) => ({ holds: 'gone' as const, gone: some })),
  ];
  return parts.map((part, n) => ({ _id: batches.idFor(contentId, n), contentId, n, ...part }));
}

const namesakeOf = (contentId: string, group: Group, n: number): NamesakeDocument => ({
  _id: namesakes.idFor(contentId, group.name),
  ...{ contentId, n, ...group },
  decidedBy: null,
  decidedAt: null,
});

const inOrder = (problems: readonly ImportProblem[]) =>
  [...problems].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));

/** The documents of a preview. With a problem in it nothing of its homes is kept, for nothing can be made of them. */
export function contentOf(context: Context, draft: Draft, { root, homes, register }: Compared): Content {
  const found = namesakesIn(draft.homes, knownKeys(homes), draft.phones);
  const problems = [...draft.problems, ...crowdedProblems(found)].map((problem) => {
    return { ...problem, text: withoutNumbers(problem.text) };
  });
  const faulty = problems.length > 0;
  const groups = faulty ? [] : found;
  const hash = hashOf(draft.homes.map(({ kind: _kind, changes: _changes, row: _row, ...facts }) => facts));
  const _id = newId(context, 'register-version');
  const made = hashOf([draft.gone, groups, register.revision, context.now]);
  const contentId = idOf('register-content', _id, hash, made);
  const parts = faulty ? [] : batchesOf(draft, contentId);
  const { fileName, fileHash, sheet, repeats } = draft;
  const notes = draft.notes.map(withoutNumbers);
  const version: VersionDocument = {
    ...{ _id, contentId, placeId: root._id, path: root.path, state: 'preview', fileName, sheet, fileHash },
    ...{ hash, repeats, comparedWith: register.revision, notes },
    counts: countsOf(draft.homes),
    difference: differenceOf(draft.homes, draft.gone.length),
    newPlaces: draft.places.slice(0, PLACES_SHOWN).map(({ name }) => name),
    problems: inOrder(problems).slice(0, PROBLEMS_SHOWN),
    problemCount: problems.length,
    batches: parts.length,
    namesakes: groups.length,
    undecided: groups.filter(({ decision }) => decision === null).length,
    ...{ restDifferent: null, createdBy: context.actor.personId, createdByName: personOf(context).name },
    ...{ createdAt: context.now, committedBy: null, committedByName: null, committedAt: null, revision: 1 },
  };
  return { version, batches: parts, namesakes: groups.map((group, n) => namesakeOf(contentId, group, n)) };
}

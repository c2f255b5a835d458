import type { CallInput } from '@contract/calls';
import type { ImportView } from '@contract/register-import';
import { change } from '../../../kernel/change';
import { type Context, newId } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import type { HomeDocument, PlaceDocument } from '../../members/documents';
import type { BatchDocument, ImportedHome, VersionDocument } from '../documents';
import { registerIds } from '../ids';
import { importOf, importPlace, presentImport } from '../place';
import { repeatRefusal } from '../policy';
import { type Compared, contentOf, type Draft, snapshotOf } from '../preview';
import { batches, leftovers, namesakes, versions } from '../repository';
import { changesOf } from '../rules/compare';
import { decidedKeys, withDecidedKeys } from '../rules/namesakes';

const AT_ONCE = 10;

async function batchesOf(contentId: string, count: number): Promise<BatchDocument[]> {
  const rows: BatchDocument[] = [];
  for (let n = 0; n < count; n += AT_ONCE) rows.push(...(await batches.from(contentId, n, AT_ONCE)));
  return rows;
}

/** The home as it was then, with the keys that were decided then; compared with how it is now. */
function again(home: ImportedHome, before: HomeDocument | undefined): ImportedHome {
  const after = { ...home, owners: home.owners.map((owner) => ({ ...owner, given: true })) };
  const there = before !== undefined && !before.goneAt;
  const changes = there ? changesOf(before, after) : [];
  const kind = there ? (changes.length > 0 ? 'changed' : 'same') : 'added';
  return { ...after, kind, changes };
}

function draftOf(
  compared: Compared,
  homes: ImportedHome[],
  from: Pick<Draft, 'fileName' | 'fileHash' | 'sheet'>,
) {
  const now = new Map(compared.homes.map((home) => [home._id, home]));
  const wanted = new Set(homes.map(({ homeId }) => homeId));
  const gone = compared.homes.filter(({ _id, goneAt }) => !goneAt && !wanted.has(_id));
  return {
    ...{ ...from, places: [], problems: [], notes: [], phones: new Map<number, string>() },
    homes: homes.map((home) => again(home, now.get(home.homeId))),
    gone: gone.map(({ _id, label }) => ({ homeId: _id, label })),
  };
}

async function madeOf(
  context: Context,
  old: VersionDocument,
  place: PlaceDocument,
): Promise<VersionDocument> {
  const compared = await snapshotOf(place);
  const rest = old.restDifferent === null ? null : ('different' as const);
  const groups = await namesakes.ofVersion(old.contentId);
  const decided = groups.map((group) => ({ ...group, decision: group.decision ?? rest }));
  const keys = decidedKeys(decided, registerIds.owner);
  const rows = await batchesOf(old.contentId, old.batches);
  const homes = rows.flatMap((batch) => (batch.holds === 'homes' ? batch.homes : []));
  const own = homes.map((home) => withDecidedKeys(home, keys));
  const content = contentOf(context, { ...draftOf(compared, own, old), repeats: old._id }, compared);
  await versions.writeContent(content.version, content.batches, content.namesakes);
  return content.version;
}

/** An earlier version as a new preview, with everything that was decided for it (REG-8). Its places are there since then. */
export async function repeatImport(
  context: Context,
  input: CallInput<'members.repeatImport'>,
): Promise<ImportView> {
  const old = await importOf(context, store, input.importId);
  enforce(repeatRefusal(old));
  const place = await importPlace(context, old.placeId);
  const id = newId(context, 'register-version');
  const there = await versions.byId(store, id);
  const made = there ? null : await madeOf(context, old, place);
  await change(context, async (transaction) => {
    const version = found(made);
    await versions.put(transaction, version);
    const facts = { repeats: old._id, hash: version.hash, ...version.difference };
    return { subject: { kind: 'register-import', id }, path: place.path, facts };
  });
  const { contentId } = found(await versions.byId(store, id));
  await leftovers.settle([contentId]);
  return presentImport(context, id);
}

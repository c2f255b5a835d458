import { serverNow } from '../../kernel/clock';
import { change } from '../../kernel/change';
import { systemContext } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import type { BatchDocument, RegisterDocument, VersionDocument } from './documents';
import { applyHomes } from './applying-homes';
import { markGone } from './applying-gone';
import { registerIds } from './ids';
import { batches, namesakes, placesBelow, registers, versions } from './repository';
import { decidedKeys } from './rules/namesakes';

/** Batches under way at once: none is about the same home as another. */
const WINDOW = 4;

async function decidedKeysOf({ contentId, namesakes: count, restDifferent }: VersionDocument) {
  if (count === 0) return new Map<string, string>();
  const groups = await namesakes.ofVersion(contentId);
  const rest = restDifferent === null ? null : ('different' as const);
  return decidedKeys(
    groups.map((group) => ({ ...group, decision: group.decision ?? rest })),
    registerIds.owner,
  );
}

async function applyBatch(
  batch: BatchDocument,
  version: VersionDocument,
  keys: ReadonlyMap<string, string>,
  requestId: string,
): Promise<void> {
  if (batch.holds === 'places') await placesBelow.make(batch.places);
  else if (batch.holds === 'homes') await applyHomes(batch.homes, version, keys, requestId);
  else await markGone(batch, version, requestId);
}

/** Ends it: the version holds, the one before it is history. Done twice it is as done once. */
async function finish(
  register: RegisterDocument,
  version: VersionDocument,
  requestId: string,
): Promise<void> {
  const context = systemContext(`register.apply:${version._id}`, requestId);
  const { rows: before } = await versions.ofPlace(version.placeId, ['current']);
  await change(context, async (transaction) => {
    const guard = found(await registers.byId(transaction, register._id));
    const mine = found(await versions.byId(transaction, version._id));
    for (const { _id } of before.filter((one) => one._id !== version._id)) {
      const former = found(await versions.byId(transaction, _id));
      await versions.put(transaction, { ...former, state: 'former', revision: former.revision + 1 });
    }
    await registers.put(transaction, { ...guard, applying: false, revision: guard.revision + 1 });
    await versions.put(transaction, { ...mine, state: 'current', revision: mine.revision + 1 });
    const facts = { hash: version.hash, homes: version.counts.homes };
    return { subject: { kind: 'register', id: register._id }, path: register.path, facts };
  });
}

/**
 * Brings `homes` to what the register's current version says, batch by batch from where it was left, until done or `mayGoOn` says no.
 * Every batch does nothing the second time; whoever else is at it meets in the register's count of batches (REG-7).
 */
export async function applyVersion(
  registerId: string,
  requestId: string,
  mayGoOn: () => boolean,
): Promise<void> {
  let register = found(await registers.byId(store, registerId));
  if (!register.applying || register.currentId === null) return;
  const version = found(await versions.byId(store, register.currentId));
  const keys = await decidedKeysOf(version);
  while (register.applying && register.currentId === version._id && register.applied < version.batches) {
    const some = await batches.from(version.contentId, register.applied, WINDOW);
    if (some.length === 0) throw new Error(`import ${version._id} lacks batch ${register.applied}`);
    await Promise.all(some.map((batch) => applyBatch(batch, version, keys, requestId)));
    await registers.advance(registerId, version._id, {
      from: register.applied,
      to: register.applied + some.length,
      movedAt: serverNow(),
    });
    register = found(await registers.byId(store, registerId));
    if (!mayGoOn()) break;
  }
  const done = register.applied === version.batches && register.currentId === version._id;
  if (register.applying && done) await finish(register, version, requestId);
}

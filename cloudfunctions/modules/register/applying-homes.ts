import { change } from '../../kernel/change';
import { systemContext } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import type { HomeDocument } from '../members/documents';
import { homes as homeStore, persons } from '../members/repository';
import type { ImportedHome, VersionDocument } from './documents';
import { registeredHomes } from './repository';
import { appliedHome, isApplied, type Rekeyed, rekeyedOwners } from './rules/applied-home';
import { withDecidedKeys } from './rules/namesakes';

/** Writes under way at once, each by itself. */
const AT_ONCE = 20;
/** A household changed while it was being written: it is read again. */
const ROUNDS = 5;

/** A person who stays under another key keeps the tie: home and persons together, or a tie would mean nobody (REG-5). */
async function rekey(
  after: ImportedHome,
  rekeyed: readonly Rekeyed[],
  version: VersionDocument,
  requestId: string,
) {
  const { homeId } = after;
  const context = systemContext(`register.rekey:${version._id}:${homeId}`, requestId);
  await change(context, async (transaction) => {
    const before = found(await homeStore.byId(transaction, homeId));
    await homeStore.put(transaction, appliedHome(before, after));
    for (const person of await persons.ofHome(transaction, homeId)) {
      const ties = person.ties.map((tie) => {
        const to = tie.homeId === homeId && rekeyed.find(({ from }) => from === tie.ownerKey)?.to;
        return to ? { ...tie, ownerKey: to } : tie;
      });
      if (ties.some((tie, n) => tie !== person.ties[n])) {
        await persons.put(transaction, { ...person, ties, revision: person.revision + 1 });
      }
    }
    return { subject: { kind: 'home', id: homeId }, path: before.path, facts: { owners: rekeyed.length } };
  });
}

async function update(
  read: HomeDocument,
  after: ImportedHome,
  version: VersionDocument,
  requestId: string,
): Promise<void> {
  let before = read;
  for (let round = 1; ; round += 1) {
    const next = appliedHome(before, after);
    if (isApplied(before, next)) return;
    const rekeyed = rekeyedOwners(before, after);
    if (rekeyed.length > 0) return rekey(after, rekeyed, version, requestId);
    if (await registeredHomes.replace(before, next)) return;
    if (round === ROUNDS) throw new Error(`home ${after.homeId} changes all the time`);
    before = found(await homeStore.byId(store, after.homeId));
  }
}

/** Brings the homes of a batch to what the version says; those that are so already are left alone. */
export async function applyHomes(
  batch: readonly ImportedHome[],
  version: VersionDocument,
  keys: ReadonlyMap<string, string>,
  requestId: string,
): Promise<void> {
  const wanted = batch.map((home) => withDecidedKeys(home, keys));
  const rows = await homeStore.byIds(
    store,
    wanted.map(({ homeId }) => homeId),
  );
  const before = new Map(rows.map((home) => [home._id, home]));
  const fresh = wanted.filter(({ homeId }) => !before.has(homeId));
  await registeredHomes.make(fresh.map((home) => appliedHome(null, home)));
  const others = wanted.flatMap((home) => {
    const read = before.get(home.homeId);
    return read ? [{ home, read }] : [];
  });
  for (let from = 0; from < others.length; from += AT_ONCE) {
    const some = others.slice(from, from + AT_ONCE);
    await Promise.all(some.map(({ home, read }) => update(read, home, version, requestId)));
  }
}

import type { Reader, Transaction } from '../../kernel/database';
import { enforce, Refusal } from '../../kernel/refusal';
import type { PlaceDocument } from '../members/documents';
import { places } from '../members/repository';
import { registers } from './repository';
import { registerRoot } from './rules/root';

/**
 * Written with each change that is made to homes beside an import: a preview that was compared with what they were is outdated, and
 * while a version is being brought in nobody else writes them (REG-7).
 */
export async function touchRegisters(
  transaction: Transaction,
  near: readonly PlaceDocument[],
): Promise<void> {
  const onPaths = await places.byIds(
    transaction,
    near.flatMap(({ path }) => path),
  );
  const byLength = [...onPaths].sort((a, b) => a.path.length - b.path.length);
  const roots = new Map<string, PlaceDocument>();
  for (const { path } of near) {
    const root = registerRoot(byLength.filter(({ _id }) => path.includes(_id)));
    if (root) roots.set(root._id, root);
  }
  for (const root of roots.values()) {
    const register = await registers.of(transaction, root);
    if (register.applying) throw new Refusal('REGISTER_APPLYING');
    await registers.put(transaction, { ...register, revision: register.revision + 1 });
  }
}

/** How the registers of a place stand, to be compared before a roll is read and in the transaction that makes it current. */
export async function standOfRegisters(
  reader: Reader,
  place: { placeId: string; path: readonly string[] },
): Promise<string> {
  const rows = await registers.touching(reader, place);
  enforce(rows.some(({ applying }) => applying) ? 'REGISTER_APPLYING' : null);
  const stands = rows.map(({ _id, revision }) => `${_id}:${revision}`);
  return [...new Set(stands)].sort().join(' ');
}

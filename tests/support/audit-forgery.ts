import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import type { SealDocument } from '../../cloudfunctions/modules/audit/documents';
import { contentHash, NOTHING_BEFORE, sealHash } from '../../cloudfunctions/modules/audit/seal';
import type { CollectionName } from '../../config/collections';
import { documentsOf, inserted, removed } from './documents';
import type { TestCloud } from './local-cloud';

export const sealsOf = async (cloud: TestCloud): Promise<SealDocument[]> =>
  (await documentsOf<SealDocument>(cloud.cloud, 'audit_seals')).sort((a, b) => a.number - b.number);

async function put<T extends { _id: string }>(
  cloud: TestCloud,
  collection: CollectionName,
  document: T,
): Promise<void> {
  await removed(cloud, collection, document._id);
  await inserted(cloud, collection, document);
}

/**
 * Changes the first entry of a seal and makes that seal and all behind it anew, as an operator could who holds the database: the chain
 * fits its entries again. Whoever calls the answer has it as it was.
 */
export async function remade(cloud: TestCloud, number: number): Promise<() => Promise<void>> {
  const before = await sealsOf(cloud);
  const entries = new Map(
    (await documentsOf<AuditEntry>(cloud.cloud, 'audit')).map((entry) => [entry._id, entry]),
  );
  const changedId = before.find((seal) => seal.number === number)?.entryIds[0] ?? '';
  const honest = entries.get(changedId);
  if (!honest) throw new Error(`seal ${number} holds nothing`);
  entries.set(changedId, { ...honest, actorName: '另一个人' });
  await put(cloud, 'audit', { ...honest, actorName: '另一个人' });
  let previous = before.find((seal) => seal.number === number - 1)?.hash ?? NOTHING_BEFORE;
  for (const seal of before.filter((one) => one.number >= number)) {
    const content = contentHash(seal.entryIds.flatMap((id) => entries.get(id) ?? []));
    const hash = sealHash(seal.number, previous, content);
    await put(cloud, 'audit_seals', { ...seal, previous, content, hash });
    previous = hash;
  }
  const last = before.at(-1);
  await put(cloud, 'settings', { _id: 'audit-head', number: last?.number ?? 0, hash: previous });
  return async () => {
    await put(cloud, 'audit', honest);
    for (const seal of before) await put(cloud, 'audit_seals', seal);
    const hash = last?.hash ?? NOTHING_BEFORE;
    await put(cloud, 'settings', { _id: 'audit-head', number: last?.number ?? 0, hash });
  };
}

import { _ } from '../../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../../kernel/database';
import { idOf } from '../../../kernel/ids';
import { insertMissing } from '../../../kernel/insert-missing';
import { inBatches } from '../rules/batches';
import type { BatchDocument, NamesakeDocument, VersionDocument } from '../documents';
import { leftovers } from './leftovers';

const LISTED = 50;
const NAMESAKES_AT_ONCE = 50;

export const versions = {
  byId: (reader: Reader, id: string) => reader.get<VersionDocument>('register_versions', id),

  put: (transaction: Transaction, version: VersionDocument) => transaction.put('register_versions', version),

  /** Those of a register in one of the states, the latest first, and whether there are earlier ones. */
  async ofPlace(placeId: string, states: readonly VersionDocument['state'][]) {
    const rows = await store.find<VersionDocument>(
      'register_versions',
      { placeId, state: _.in([...states]) },
      { order: [['createdAt', 'desc']], limit: LISTED + 1 },
    );
    return { rows: rows.slice(0, LISTED), earlier: rows.length > LISTED };
  },

  /** Some that were looked at long ago and not used. */
  forgotten: (before: number, limit: number) =>
    store.find<VersionDocument>(
      'register_versions',
      { state: 'preview', createdAt: _.lt(before) },
      { limit },
    ),

  /** What a version holds, before it itself: nothing refers to it until then, so it is noted as left over first. */
  async writeContent(
    version: VersionDocument,
    batches: readonly BatchDocument[],
    namesakes: readonly NamesakeDocument[],
  ): Promise<void> {
    await leftovers.noteContent(version, version.createdAt);
    for (const batch of batches) await insertMissing('register_batches', [batch]);
    for (const some of inBatches(namesakes, NAMESAKES_AT_ONCE))
      await insertMissing('register_namesakes', some);
  },
};

export const batches = {
  idFor: (contentId: string, n: number) => idOf('register-batch', contentId, String(n)),

  /** From the n-th on, in order. */
  from: (contentId: string, n: number, limit: number) =>
    store.find<BatchDocument>(
      'register_batches',
      { contentId, n: _.gte(n) },
      { order: [['n', 'asc']], limit },
    ),

  async removeOf(contentId: string): Promise<void> {
    const rows = await store.findAll<BatchDocument>('register_batches', { contentId });
    await store.removeAll(
      'register_batches',
      rows.map(({ _id }) => _id),
    );
  },
};

export const namesakes = {
  idFor: (contentId: string, name: string) => idOf('register-namesake', contentId, name),

  byId: (reader: Reader, id: string) => reader.get<NamesakeDocument>('register_namesakes', id),

  put: (transaction: Transaction, namesake: NamesakeDocument) =>
    transaction.put('register_namesakes', namesake),

  from: (contentId: string, n: number, limit: number) =>
    store.find<NamesakeDocument>(
      'register_namesakes',
      { contentId, n: _.gte(n) },
      { order: [['n', 'asc']], limit },
    ),

  ofVersion: (contentId: string) => store.findAll<NamesakeDocument>('register_namesakes', { contentId }),

  async removeOf(contentId: string): Promise<void> {
    const rows = await namesakes.ofVersion(contentId);
    await store.removeAll(
      'register_namesakes',
      rows.map(({ _id }) => _id),
    );
  },
};

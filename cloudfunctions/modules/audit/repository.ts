import { byIds } from '../../kernel/by-ids';
import { _ } from '../../kernel/cloud';
import type { AuditEntry } from '../../kernel/change';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { pageOf } from '../../kernel/page';
import type { ChainHeadDocument, SealDocument, SealLink } from './documents';

const AUDIT_PAGE = 30;

export const audit = {
  /** What was done in a place and all that lies in it, without what was done to these subjects. */
  inPlace: (placeId: string, hidden: readonly string[], cursor: string | null | undefined) =>
    pageOf<AuditEntry>(
      'audit',
      { path: placeId, ...(hidden.length > 0 ? { 'subject.id': _.nin([...hidden]) } : {}) },
      { by: 'at', direction: 'desc', limit: AUDIT_PAGE },
      cursor,
    ),
  /** By the flag and never by time: an entry that was committed late would be missed (architecture.md). */
  unsealed: (limit: number) =>
    store.find<AuditEntry>('audit', { sealed: false }, { order: [['_id', 'asc']], limit }),
  byIds: (ids: readonly string[]) => byIds<AuditEntry>(store, 'audit', ids),
  isSealed: async (transaction: Transaction, id: string) =>
    (await transaction.get<AuditEntry>('audit', id))?.sealed === true,
  markSealed: (transaction: Transaction, entry: AuditEntry) =>
    transaction.put('audit', { ...entry, sealed: true }),
};

export const seals = {
  from: (number: number, limit: number) =>
    store.find<SealDocument>('audit_seals', { number: _.gte(number) }, { order: [['number', 'asc']], limit }),
  /** The same without the ids of their entries, which are most of a seal. */
  async linksFrom(number: number, limit: number): Promise<SealLink[]> {
    const { list } = (await store
      .aggregate('audit_seals')
      .match({ number: _.gte(number) })
      .sort({ number: 1 })
      .project({ number: 1, previous: 1, content: 1, hash: 1 })
      .limit(limit)
      .end()) as { list: SealLink[] };
    return list;
  },
  insert: (transaction: Transaction, seal: SealDocument) => transaction.insert('audit_seals', seal),
  /** What the last sealing left; null before the first. */
  head: (reader: Reader) => reader.get<ChainHeadDocument>('settings', 'audit-head'),
  putHead: (transaction: Transaction, head: ChainHeadDocument) => transaction.put('settings', head),
};

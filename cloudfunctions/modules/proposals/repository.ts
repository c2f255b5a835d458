import type { ProposalStage } from '@contract/proposals';
import { _ } from '../../kernel/cloud';
import type { AuditEntry } from '../../kernel/change';
import { type Reader, store, type Transaction, type Where } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import type { ProposalDocument, SupportDocument } from './documents';

export const PROPOSALS_PAGE = 20;
/** A matter has dozens of lines; its supports are lines of their own. */
const TIMELINE_LIMIT = 1000;

/** Which proposals a list shows to whom. */
export interface ProposalFilter {
  placeId: string;
  stages: readonly ProposalStage[];
  /** Only those of these very places, for a neighbour who sees neither the next estate nor what is held; null: an office that sees all. */
  within: readonly string[] | null;
}

/** Rows that follow the cursor '<value>_<id>', newest first: two of the same millisecond are both found. */
function following(where: Where, field: string, cursor: string | null | undefined): Where {
  const [at, id] = [Number(cursor?.split('_')[0]), cursor?.split('_')[1]];
  if (!cursor || !Number.isFinite(at) || !id) return where;
  return _.or([
    { ...where, [field]: _.lt(at) },
    { ...where, [field]: at, _id: _.gt(id) },
  ]) as unknown as Where;
}

function page(where: Where, field: 'updatedAt' | 'createdAt', cursor: string | null | undefined) {
  return store.find<ProposalDocument>('proposals', following(where, field, cursor), {
    order: [
      [field, 'desc'],
      ['_id', 'asc'],
    ],
    limit: PROPOSALS_PAGE,
  });
}

export const proposals = {
  byId: (reader: Reader, id: string) => reader.get<ProposalDocument>('proposals', id),

  put: (transaction: Transaction, proposal: ProposalDocument) => transaction.put('proposals', proposal),

  insert: (transaction: Transaction, proposal: ProposalDocument) => transaction.insert('proposals', proposal),

  /** One page, latest change first; the cursor of the next one is `nextOf(rows, 'updatedAt')`. */
  inPlace({ placeId, stages, within }: ProposalFilter, cursor?: string | null): Promise<ProposalDocument[]> {
    const where = { path: placeId, stage: _.in([...stages]) };
    const seen = within === null ? where : { ...where, placeId: _.in([...within]), held: null };
    return page(seen, 'updatedAt', cursor);
  },

  ofAuthor: (personId: string, cursor?: string | null) => page({ authorIds: personId }, 'createdAt', cursor),

  byIds(reader: Reader, ids: readonly string[]): Promise<ProposalDocument[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return reader.find<ProposalDocument>(
      'proposals',
      { _id: _.in([...ids]) },
      { limit: Math.min(ids.length, 1000) },
    );
  },

  /** What the content check holds back in a place, oldest first. */
  held: (placeId: string, after: number, limit: number) =>
    store.find<ProposalDocument>(
      'proposals',
      { path: placeId, stage: 'collecting', held: _.in(['review', 'unanswered']), createdAt: _.gt(after) },
      { order: [['createdAt', 'asc']], limit },
    ),

  unanswered: (limit: number) =>
    store.find<ProposalDocument>(
      'proposals',
      { held: 'unanswered', stage: 'collecting' },
      { order: [['createdAt', 'asc']], limit },
    ),

  /** How many of a place stand in these stages, whatever they wait for besides. */
  count: (placeId: string, where: Where) => store.count('proposals', { path: placeId, ...where }),
};

/** Cursor of the page after these rows, or null where they are the last. */
export function nextOf(rows: readonly ProposalDocument[], field: 'updatedAt' | 'createdAt'): string | null {
  const last = rows.at(-1);
  return last && rows.length === PROPOSALS_PAGE ? `${last[field]}_${last._id}` : null;
}

interface SupportCount {
  _id: string;
  persons: number;
}

export const supports = {
  idOf: (proposalId: string, personId: string) => idOf('support', proposalId, personId),

  byId: (reader: Reader, proposalId: string, personId: string) =>
    reader.get<SupportDocument>('supports', supports.idOf(proposalId, personId)),

  put: (transaction: Transaction, support: SupportDocument) => transaction.put('supports', support),

  remove: (transaction: Transaction, support: SupportDocument) => transaction.remove('supports', support._id),

  /** All supports of these proposals (one, and those merged into it). */
  of: (proposalIds: readonly string[]) =>
    store.findAll<SupportDocument>('supports', { proposalId: _.in([...proposalIds]) }),

  /** The person's own supports among these proposals, as this reader sees them. */
  async mine(reader: Reader, proposalIds: readonly string[], personId: string): Promise<SupportDocument[]> {
    if (proposalIds.length === 0) return [];
    const ids = proposalIds.map((id) => supports.idOf(id, personId));
    return reader.find<SupportDocument>(
      'supports',
      { _id: _.in(ids) },
      { limit: Math.min(ids.length, 1000) },
    );
  },

  /** Supporting persons of each proposal; without what was merged into it. */
  async counts(proposalIds: readonly string[]): Promise<Map<string, number>> {
    if (proposalIds.length === 0) return new Map();
    const answer = (await store
      .aggregate('supports')
      .match({ proposalId: _.in([...proposalIds]) })
      .group({ _id: '$proposalId', persons: _.aggregate.sum(1) })
      .limit(proposalIds.length)
      .end()) as { list: SupportCount[] };
    return new Map(answer.list.map((row) => [row._id, row.persons]));
  },
};

/** Audit entries that the timelines of these matters show, oldest first. */
export function entriesOf(matterIds: readonly string[]): Promise<AuditEntry[]> {
  return store.find<AuditEntry>(
    'audit',
    { matterId: _.in([...matterIds]), timeline: _.neq(null) },
    { order: [['at', 'asc']], limit: TIMELINE_LIMIT },
  );
}

import type { Page } from '@contract/envelope';
import type { ProposalStage } from '@contract/proposals';
import type { Office } from '@contract/roles';
import { byIds } from '../../kernel/by-ids';
import { _ } from '../../kernel/cloud';
import type { AuditEntry } from '../../kernel/change';
import { type Reader, store, type Transaction, type Where } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import { pageOf } from '../../kernel/page';
import type { ProposalDocument, SupportDocument } from './documents';

const PROPOSALS_PAGE = 20;
/** A matter has dozens of lines; its supports are lines of their own. */
const TIMELINE_LIMIT = 1000;

/** Which proposals a list shows to whom. */
export interface ProposalFilter {
  placeId: string;
  stages: readonly ProposalStage[];
  /** Only those of these very places, for a neighbour who sees neither the next estate nor what is held; null: an office that sees all. */
  within: readonly string[] | null;
}

/** A neighbour sees the proposals of their own places, without what is held (SEC-8, SEC-11). */
function seen(where: Where, within: readonly string[] | null): Where {
  return within === null ? where : { ...where, placeId: _.in([...within]), held: null };
}

const DESK_WAITS = {
  triage: { stage: 'collecting', route: null, held: null },
  appeal: { stage: 'returned', 'appeal.decision': 'pending' },
  handling: { stage: 'handling' },
  schedule: { stage: 'collecting', route: 'shared' },
} as const satisfies Record<string, Where>;
/** What a proposal waits for at the desk. */
export type DeskWait = keyof typeof DESK_WAITS;

function page(where: Where, by: 'updatedAt' | 'createdAt', cursor: string | null | undefined) {
  return pageOf<ProposalDocument>(
    'proposals',
    where,
    { by, direction: 'desc', limit: PROPOSALS_PAGE },
    cursor,
  );
}

export const proposals = {
  byId: (reader: Reader, id: string) => reader.get<ProposalDocument>('proposals', id),

  put: (transaction: Transaction, proposal: ProposalDocument) => transaction.put('proposals', proposal),

  insert: (transaction: Transaction, proposal: ProposalDocument) => transaction.insert('proposals', proposal),

  /** One page, latest change first. */
  inPlace(
    { placeId, stages, within }: ProposalFilter,
    cursor?: string | null,
  ): Promise<Page<ProposalDocument>> {
    const where = { path: placeId, stage: _.in([...stages]) };
    return page(seen(where, within), 'updatedAt', cursor);
  },

  ofAuthor: (personId: string, cursor?: string | null) => page({ authorIds: personId }, 'createdAt', cursor),

  byIds: (reader: Reader, ids: readonly string[]) => byIds<ProposalDocument>(reader, 'proposals', ids),

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

  /** 公事 and 家事 that an office reported done and their authors have not answered about, the longest waiting first. */
  reportedDone: (limit: number) =>
    store.find<ProposalDocument>(
      'proposals',
      { stage: 'done', route: _.in(['public', 'private']) },
      { order: [['handled.at', 'asc']], limit },
    ),

  /** Those of an author that wait for them, the longest waiting first. */
  waitingFor: (personId: string) =>
    store.find<ProposalDocument>(
      'proposals',
      { authorIds: personId, stage: _.in(['done', 'returned']) },
      { order: [['updatedAt', 'asc']], limit: PROPOSALS_PAGE },
    ),

  /** Those of a place that wait for its desk in one way, the longest waiting first. */
  waitingIn: (placeId: string, wait: DeskWait, limit: number) =>
    store.find<ProposalDocument>(
      'proposals',
      { path: placeId, ...DESK_WAITS[wait] },
      { order: [['updatedAt', 'asc']], limit },
    ),

  /** What was given to one of these offices in a place and all that lies in it, the longest waiting first. */
  givenTo: (placeId: string, offices: readonly Office[], limit: number) =>
    store.find<ProposalDocument>(
      'proposals',
      { path: placeId, stage: 'handling', holderOffice: _.in([...offices]) },
      { order: [['updatedAt', 'asc']], limit },
    ),

  /** How many of a place stand in each stage, as far as they are seen. */
  async counts({ placeId, within }: Omit<ProposalFilter, 'stages'>): Promise<Map<ProposalStage, number>> {
    const { list } = (await store
      .aggregate('proposals')
      .match(seen({ path: placeId }, within))
      .group({ _id: '$stage', count: _.aggregate.sum(1) })
      .limit(100)
      .end()) as { list: { _id: ProposalStage; count: number }[] };
    return new Map(list.map((row) => [row._id, row.count]));
  },
};

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
  mine(reader: Reader, proposalIds: readonly string[], personId: string): Promise<SupportDocument[]> {
    const ids = proposalIds.map((id) => supports.idOf(id, personId));
    return byIds<SupportDocument>(reader, 'supports', ids);
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

/** What the timelines of these matters show. */
export interface TimelineEntries {
  /** Oldest first; where there are too many the latest: they say what was decided. */
  entries: AuditEntry[];
  /** Whether there are earlier ones. */
  earlier: boolean;
}

export async function entriesOf(matterIds: readonly string[]): Promise<TimelineEntries> {
  const read = (direction: 'asc' | 'desc') =>
    store.find<AuditEntry>(
      'audit',
      { matterId: _.in([...matterIds]), timeline: _.neq(null) },
      { order: [['at', direction]], limit: TIMELINE_LIMIT },
    );
  const first = await read('asc');
  if (first.length < TIMELINE_LIMIT) return { entries: first, earlier: false };
  // One fewer than the platform gives at once tells that there are more.
  return { entries: (await read('desc')).slice(0, -1).reverse(), earlier: true };
}

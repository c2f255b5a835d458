import type { Choice } from '@contract/decision';
import { _ } from '../../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../../kernel/database';
import { isDuplicateKey } from '../../../kernel/failures';
import { idOf } from '../../../kernel/ids';
import type { BallotDocument, BallotRevisionDocument, CastFigures } from '../documents';
import type { Channel } from '../rules/seal-text';

/** Choices of one motion: at most twenty options and two more. */
const CHOICES = 100;

/** What a change writes over a ballot. */
export type BallotChange = Pick<
  BallotDocument,
  'choice' | 'revision' | 'castAt' | 'receipt' | 'clientId' | 'castBy' | 'named'
> &
  Required<Pick<BallotDocument, 'proof' | 'channel'>>;

/** What its history keeps of a ballot that was changed. */
export function revisionOf(ballot: BallotDocument): BallotRevisionDocument {
  const { revision, choice, castAt, clientId, castBy, proof, channel, named } = ballot;
  return {
    ...{ choice, revision, castAt, clientId, castBy },
    ...(proof && { proof }),
    ...(channel && { channel }),
    ...(named !== undefined && { named }),
  };
}

export const ballots = {
  /** A voter has one ballot, because its id follows from motion and voter (BAL-2, BAL-3). */
  idOf: (motionId: string, entryId: string) => idOf('ballot', motionId, entryId),

  byId: (reader: Reader, id: string) => reader.get<BallotDocument>('ballots', id),

  async byIds(ids: readonly string[]): Promise<BallotDocument[]> {
    if (ids.length === 0) return [];
    return store.find<BallotDocument>(
      'ballots',
      { _id: _.in([...ids]) },
      { limit: Math.min(ids.length, 1000) },
    );
  },

  ofMotion: (motionId: string) => store.findAll<BallotDocument>('ballots', { motionId }),

  /** Inserts a first ballot; false where the voter has one already. */
  async insertFirst(ballot: BallotDocument): Promise<boolean> {
    try {
      await store.insert('ballots', ballot);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  },

  /** Puts a change in the place of the revision that it names; false where another one stands by now (BAL-4). */
  replace(standing: BallotDocument, next: BallotChange): Promise<boolean> {
    const { _id, revision, clientId } = standing;
    const { named, ...said } = next;
    const change = {
      ...said,
      proof: _.set(next.proof),
      named: named ?? _.remove(),
      history: _.push([revisionOf(standing)]),
    };
    // The client id too: a paper that was set aside leaves its number free for another first ballot (PAP-10).
    return store.updateWhere('ballots', { _id, revision, clientId }, change);
  },

  /** A paper's ballot is written with the paper itself. */
  put: (transaction: Transaction, ballot: BallotDocument) => transaction.put('ballots', ballot),
  insert: (transaction: Transaction, ballot: BallotDocument) => transaction.insert('ballots', ballot),
  remove: (transaction: Transaction, id: string) => transaction.remove('ballots', id),

  /** Which voters of a motion have a ballot, and nothing of what it says (PAP-12). */
  async entryIds(motionId: string): Promise<Set<string>> {
    const rows = await store.findAll<BallotDocument>('ballots', { motionId });
    return new Set(rows.map(({ entryId }) => entryId));
  },

  /** Heads by channel, added up by the database. */
  async channels(motionId: string): Promise<{ channel: Channel; heads: number }[]> {
    const $ = _.aggregate;
    const { list } = (await store
      .aggregate('ballots')
      .match({ motionId })
      .group({ _id: '$channel', heads: $.sum(1) })
      .limit(CHOICES)
      .end()) as { list: { _id: Channel | null; heads: number }[] };
    return list.map(({ _id, heads }) => ({ channel: _id ?? 'phone', heads }));
  },

  /** Heads and area by choice, added up by the database from the ballots themselves (BAL-10). */
  async figures(motionId: string): Promise<CastFigures[]> {
    const $ = _.aggregate;
    const { list } = (await store
      .aggregate('ballots')
      .match({ motionId })
      .group({ _id: '$choice', heads: $.sum(1), area: $.sum('$area') })
      .limit(CHOICES)
      .end()) as { list: { _id: Choice; heads: number; area: number }[] };
    return list.map(({ _id: choice, heads, area }) => ({ choice, heads, area }));
  },
};

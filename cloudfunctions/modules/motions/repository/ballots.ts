import type { Choice } from '@contract/decision';
import { byIds } from '../../../kernel/by-ids';
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
  'choice' | 'revision' | 'castAt' | 'receipt' | 'clientId' | 'castBy' | 'named' | 'proxy'
> &
  Required<Pick<BallotDocument, 'proof' | 'channel'>>;

/** What its history keeps of a ballot that was changed. */
export function revisionOf(ballot: BallotDocument): BallotRevisionDocument {
  const { revision, choice, castAt, clientId, castBy, proof, channel, named, setAside, proxy } = ballot;
  return {
    ...{ choice, revision, castAt, clientId, castBy },
    ...(proof && { proof }),
    ...(channel && { channel }),
    ...(named !== undefined && { named }),
    ...(setAside && { setAside }),
    ...(proxy && { proxy }),
  };
}

/** Of those that count: a paper that was set aside is kept for its number alone (PAP-10). Null: also where the field is missing. */
const STANDING = { setAside: null };

export const ballots = {
  /** A voter has one ballot, because its id follows from motion and voter (BAL-2, BAL-3). */
  idOf: (motionId: string, entryId: string) => idOf('ballot', motionId, entryId),

  async byId(reader: Reader, id: string): Promise<BallotDocument | null> {
    const ballot = await reader.get<BallotDocument>('ballots', id);
    return ballot?.setAside ? null : ballot;
  },

  /** The last revision of a voter, also where it is a paper that was set aside: for whoever writes the next one, and for its receipt. */
  lastById: (reader: Reader, id: string) => reader.get<BallotDocument>('ballots', id),

  byIds: (ids: readonly string[]) => byIds<BallotDocument>(store, 'ballots', ids, STANDING),

  ofMotion: (motionId: string) => store.findAll<BallotDocument>('ballots', { motionId, ...STANDING }),

  /** Papers that were set aside and that no ballot took the place of. */
  setAsideOf: (motionId: string) => store.findAll<BallotDocument>('ballots', { motionId, setAside: true }),

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
    const { named, proxy, ...said } = next;
    const change = {
      ...said,
      proof: _.set(next.proof),
      named: named ?? _.remove(),
      proxy: proxy ? _.set(proxy) : _.remove(),
      setAside: _.remove(),
      history: _.push([revisionOf(standing)]),
    };
    return store.updateWhere('ballots', { _id, revision, clientId }, change);
  },

  /** A paper's ballot is written with the paper itself. */
  put: (transaction: Transaction, ballot: BallotDocument) => transaction.put('ballots', ballot),
  insert: (transaction: Transaction, ballot: BallotDocument) => transaction.insert('ballots', ballot),

  /** Which voters of a motion have a ballot, and nothing of what it says (PAP-12). */
  async entryIds(motionId: string): Promise<Set<string>> {
    const where = { motionId, ...STANDING };
    const rows = await store.findAll<Pick<BallotDocument, '_id' | 'entryId'>>('ballots', where, ['entryId']);
    return new Set(rows.map(({ entryId }) => entryId));
  },

  /** The same of these voters alone. */
  async entryIdsAmong(motionId: string, entries: readonly { _id: string }[]): Promise<Set<string>> {
    const rows = await ballots.byIds(entries.map(({ _id }) => ballots.idOf(motionId, _id)));
    return new Set(rows.map(({ entryId }) => entryId));
  },

  /** How many of the ballots that count were cast by somebody entrusted (PROXY-9). */
  byProxy: (motionId: string) =>
    store.count('ballots', { motionId, ...STANDING, 'proxy.holderId': _.exists(true) }),

  /** Heads by channel, added up by the database. */
  async channels(motionId: string): Promise<{ channel: Channel; heads: number }[]> {
    const $ = _.aggregate;
    const { list } = (await store
      .aggregate('ballots')
      .match({ motionId, ...STANDING })
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
      .match({ motionId, ...STANDING })
      .group({ _id: '$choice', heads: $.sum(1), area: $.sum('$area') })
      .limit(CHOICES)
      .end()) as { list: { _id: Choice; heads: number; area: number }[] };
    return list.map(({ _id: choice, heads, area }) => ({ choice, heads, area }));
  },
};

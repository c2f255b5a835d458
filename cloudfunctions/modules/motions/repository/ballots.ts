import type { Choice } from '@contract/decision';
import { _ } from '../../../kernel/cloud';
import { type Reader, store } from '../../../kernel/database';
import { isDuplicateKey } from '../../../kernel/failures';
import { idOf } from '../../../kernel/ids';
import type { BallotDocument, CastFigures } from '../documents';

/** Choices of one motion: at most twenty options and two more. */
const CHOICES = 100;

/** What a change writes over a ballot. */
export type BallotChange = Pick<BallotDocument, 'choice' | 'revision' | 'castAt' | 'receipt' | 'clientId'> &
  Required<Pick<BallotDocument, 'proof'>>;

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
    const { _id, revision, choice, castAt, clientId, proof } = standing;
    const earlier = { choice, revision, castAt, clientId, ...(proof && { proof }) };
    const change = { ...next, proof: _.set(next.proof), history: _.push([earlier]) };
    return store.updateWhere('ballots', { _id, revision }, change);
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

import type { ChallengeOutcome } from '@contract/rolls';
import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import { pageOf } from '../../kernel/page';
import type { ChallengeDocument } from './documents';

const PAGE = 30;
/** Homes of one person in one motion. */
const OWN_ROWS = 100;
/** Three outcomes, and those that wait. */
const GROUPS = 10;

export const challenges = {
  idOf: (motionId: string, personId: string, homeId: string | null) =>
    idOf('roll-challenge', motionId, personId, homeId ?? ''),

  byId: (reader: Reader, id: string) => reader.get<ChallengeDocument>('roll_challenges', id),

  put: (transaction: Transaction, challenge: ChallengeDocument) =>
    transaction.put('roll_challenges', challenge),

  ofPerson: (motionId: string, personId: string) =>
    store.find<ChallengeDocument>(
      'roll_challenges',
      { motionId, personId },
      { order: [['raisedAt', 'asc']], limit: OWN_ROWS },
    ),

  ofMotion: (motionId: string, state: ChallengeDocument['state'], cursor: string | null | undefined) =>
    pageOf<ChallengeDocument>(
      'roll_challenges',
      { motionId, state },
      { by: 'raisedAt', direction: 'asc', limit: PAGE },
      cursor,
    ),

  /** Those that wait in a place and all that lies in it, the oldest first. */
  openIn: (placeId: string, limit: number) =>
    store.find<ChallengeDocument>(
      'roll_challenges',
      { path: placeId, state: 'open' },
      { order: [['raisedAt', 'asc']], limit },
    ),

  /** How many there are of one motion, by how they ended; 'open' for those that wait. */
  async counts(motionId: string): Promise<Record<ChallengeOutcome | 'open', number>> {
    const $ = _.aggregate;
    const { list } = (await store
      .aggregate('roll_challenges')
      .match({ motionId })
      .group({ _id: '$answer.outcome', n: $.sum(1) })
      .limit(GROUPS)
      .end()) as { list: { _id: ChallengeOutcome | null; n: number }[] };
    const of = (outcome: ChallengeOutcome | null) => list.find(({ _id }) => _id === outcome)?.n ?? 0;
    return { open: of(null), corrected: of('corrected'), later: of('later'), refused: of('refused') };
  },
};

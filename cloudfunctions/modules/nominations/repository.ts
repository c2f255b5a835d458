import type { NominationState } from '@contract/nominations';
import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import { pageOf } from '../../kernel/page';
import type { NominationDocument, RoundDocument } from './documents';

const ROUNDS_PAGE = 20;
const SAME_CODE = 10;
/** Of one person in one round: five that they made, and what they agreed to for themselves and as a guardian. */
const OWN = 20;
/** Rounds that one person is a nominee of, over the years. */
const STANDING = 500;
/** A community of thousands makes thousands of nominations: a page shows what can be worked on. */
const WAITING: readonly { states: readonly NominationState[]; direction: 'asc' | 'desc'; limit: number }[] = [
  { states: ['agreed'], direction: 'asc', limit: 40 },
  { states: ['asked'], direction: 'desc', limit: 40 },
  { states: ['declined', 'refused', 'withdrawn', 'joined'], direction: 'desc', limit: 20 },
];

export const rounds = {
  byId: (reader: Reader, id: string) => reader.get<RoundDocument>('nomination_rounds', id),
  put: (transaction: Transaction, round: RoundDocument) => transaction.put('nomination_rounds', round),
  inPlace: (placeId: string, cursor: string | null | undefined) =>
    pageOf<RoundDocument>(
      'nomination_rounds',
      { path: placeId },
      { by: 'createdAt', direction: 'desc', limit: ROUNDS_PAGE },
      cursor,
    ),
};

export const nominations = {
  idOf: (roundId: string, personId: string, n: number) => idOf('nomination', roundId, personId, String(n)),
  byId: (reader: Reader, id: string) => reader.get<NominationDocument>('nominations', id),
  /** What one person made or agreed to in a round. */
  async ofPerson(roundId: string, personId: string): Promise<NominationDocument[]> {
    const limit = OWN;
    const rows = await Promise.all([
      store.find<NominationDocument>('nominations', { roundId, nominatorId: personId }, { limit }),
      store.find<NominationDocument>('nominations', { roundId, 'consent.personId': personId }, { limit }),
    ]);
    return rows.flat();
  },
  /** For the offices, each part cut at its limit: who waits for them the longest, who was asked last, what was ended last. */
  async waiting(roundId: string): Promise<{ rows: NominationDocument[]; more: boolean }> {
    const parts = await Promise.all(
      WAITING.map(({ states, direction, limit }) =>
        store.find<NominationDocument>(
          'nominations',
          { roundId, state: _.in([...states]) },
          { order: [['at', direction]], limit: limit + 1 },
        ),
      ),
    );
    const rows = parts.flatMap((part, n) => part.slice(0, WAITING[n]?.limit));
    return { rows, more: parts.some((part, n) => part.length > (WAITING[n]?.limit ?? 0)) };
  },
  ofNominator: (reader: Reader, roundId: string, nominatorId: string, limit: number) =>
    reader.find<NominationDocument>('nominations', { roundId, nominatorId }, { limit }),
  /** Where somebody who agreed is a nominee, or waits to be. */
  standingOf: (reader: Reader, personId: string) =>
    reader.find<NominationDocument>(
      'nominations',
      { 'consent.personId': personId, state: _.in(['agreed', 'candidate']) },
      { limit: STANDING },
    ),
  /** Eight digits can be those of several; who is asked is told apart by their place. */
  byCode: (code: string) => store.find<NominationDocument>('nominations', { code }, { limit: SAME_CODE }),
  /** Agreed, and waiting for an office, in a place and all that lies in it. */
  agreedIn: (placeId: string, limit: number) =>
    store.find<NominationDocument>(
      'nominations',
      { path: placeId, state: 'agreed' },
      { order: [['at', 'asc']], limit },
    ),
  insert: (transaction: Transaction, nomination: NominationDocument) =>
    transaction.insert('nominations', nomination),
  put: (transaction: Transaction, nomination: NominationDocument) =>
    transaction.put('nominations', nomination),
};

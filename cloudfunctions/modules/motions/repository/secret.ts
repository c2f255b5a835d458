import { byIds } from '../../../kernel/by-ids';
import { type Reader, store, type Transaction } from '../../../kernel/database';
import { idOf, randomId } from '../../../kernel/ids';
import type { Choice } from '@contract/decision';
import type { BallotBoxDocument, BallotChoiceDocument, BallotMarkDocument } from '../secret/documents';

/** Marks of one officer that a page shows. */
const OWN_MARKS = 50;
/** Removed in one request. */
const REMOVED_AT_ONCE = 500;

export const marks = {
  /** A voter has one, because its id follows from motion and voter (SECRET-3). */
  idOf: (motionId: string, entryId: string) => idOf('ballot-mark', motionId, entryId),

  byId: (reader: Reader, id: string) => reader.get<BallotMarkDocument>('ballot_marks', id),
  insert: (transaction: Transaction, mark: BallotMarkDocument) => transaction.insert('ballot_marks', mark),
  remove: (transaction: Transaction, id: string) => transaction.remove('ballot_marks', id),

  byIds: (ids: readonly string[]) => byIds<BallotMarkDocument>(store, 'ballot_marks', ids),

  ofMotion: (motionId: string) => store.findAll<BallotMarkDocument>('ballot_marks', { motionId }),

  /** Papers that were marked as put into the box. */
  inBox: (motionId: string) => store.count('ballot_marks', { motionId, channel: 'box' }),

  /** The last papers that this officer marked. */
  byOfficer: (motionId: string, personId: string) =>
    store.find<BallotMarkDocument>(
      'ballot_marks',
      { motionId, channel: 'box', castBy: personId },
      { order: [['castAt', 'desc']], limit: OWN_MARKS },
    ),
};

export const choices = {
  /** Under an id that is drawn anew at each attempt: nothing of motion, voter, person or time goes into it (SECRET-4). */
  insert: (transaction: Transaction, motionId: string, choice: Choice) =>
    transaction.insert<BallotChoiceDocument>('ballot_choices', { _id: randomId(), motionId, choice }),

  ofMotion: (motionId: string) => store.findAll<BallotChoiceDocument>('ballot_choices', { motionId }),

  /** Removes all of a motion, in batches; broken off it goes on where it was. */
  async removeAll(motionId: string): Promise<void> {
    for (;;) {
      const rows = await store.find<BallotChoiceDocument>(
        'ballot_choices',
        { motionId },
        { order: [['_id', 'asc']], limit: REMOVED_AT_ONCE },
      );
      if (rows.length === 0) return;
      await store.removeAll(
        'ballot_choices',
        rows.map(({ _id }) => _id),
      );
    }
  },
};

export const boxes = {
  byMotion: (reader: Reader, motionId: string) => reader.get<BallotBoxDocument>('ballot_boxes', motionId),
  insert: (transaction: Transaction, box: BallotBoxDocument) => transaction.insert('ballot_boxes', box),
  put: (transaction: Transaction, box: BallotBoxDocument) => transaction.put('ballot_boxes', box),

  /** Takes out of a counted box what was chosen; of one that nobody confirmed as well. */
  forget: (motionId: string) =>
    store.updateWhere('ballot_boxes', { _id: motionId }, { 'entered.content': null, draw: null }),
};

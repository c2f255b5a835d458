import type { LiveEnd } from '@contract/live';
import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import type { AskDocument, LiveFigures, LiveMeetingDocument, LiveVoteDocument } from './documents';

/** Waiting numbers that are shown and dealt at once; who comes after them is dealt theirs as the queue moves on. */
const QUEUE_SHOWN = 200;
const SWEPT = 20;
const ASKS_REMOVED = 1000;

/** What adding up found; written in one step over the version that it was found at. */
export interface Gathered {
  figures: LiveFigures;
  vote: LiveVoteDocument | null;
  endedBy: LiveEnd | null;
}

export const lives = {
  byId: (reader: Reader, meetingId: string) => reader.get<LiveMeetingDocument>('live_meetings', meetingId),
  put: (transaction: Transaction, live: LiveMeetingDocument) => transaction.put('live_meetings', live),

  /** Meetings that show this pairing code; two by rare chance. */
  byCode: (code: string) =>
    store.find<LiveMeetingDocument>('live_meetings', { 'pairing.code': code }, { limit: 2 }),

  /** Whether the caller is the one who adds up anew until `until`: of all who saw the same figures, the first. */
  takeLease: ({ _id, figures: { asOfAt } }: LiveMeetingDocument, now: number, until: number) =>
    store.updateWhere(
      'live_meetings',
      { _id, 'figures.asOfAt': asOfAt, 'figures.leaseUntil': _.lte(now) },
      { figures: { leaseUntil: until } },
    ),

  /** Takes `count` numbers after the highest one; false where somebody else just did. */
  reserveNumbers: ({ _id, lastNumber }: LiveMeetingDocument, count: number) =>
    store.updateWhere('live_meetings', { _id, lastNumber }, { lastNumber: lastNumber + count }),

  /** Writes a state that was read at `version`, outside a transaction; false where it has changed since. */
  replace({ _id, ...live }: LiveMeetingDocument, version: number) {
    const { figures, vote, stage, endedBy, speaker, timer, pairing, changedAt } = live;
    return store.updateWhere(
      'live_meetings',
      { _id, version },
      {
        // Put as a whole: part by part it would have to be an object already.
        ...{ vote: _.set(vote), speaker: _.set(speaker), timer: _.set(timer), pairing: _.set(pairing) },
        ...{ figures: _.set(figures), stage, endedBy, changedAt, version: live.version },
      },
    );
  },

  /** Those whose asks and projectors are still kept long after their end. */
  left: (until: number) =>
    store.find<LiveMeetingDocument>(
      'live_meetings',
      { cleared: false, closesAt: _.lte(until) },
      { order: [['closesAt', 'asc']], limit: SWEPT },
    ),
  /** Ended for good, without a projector. */
  clear: ({ _id, version, endedBy }: LiveMeetingDocument) =>
    store.updateWhere(
      'live_meetings',
      { _id, version },
      {
        ...{ cleared: true, stage: 'ended', endedBy: endedBy ?? 'time', screens: [] },
        ...{ speaker: _.set(null), timer: _.set(null), pairing: _.set(null), version: version + 1 },
      },
    ),
};

export const asks = {
  idOf: (meetingId: string, personId: string) => idOf('live-ask', meetingId, personId),
  byId: (reader: Reader, id: string) => reader.get<AskDocument>('live_queue', id),
  put: (transaction: Transaction, ask: AskDocument) => transaction.put('live_queue', ask),

  /** Who waits, in the order of asking. */
  waiting: ({ _id: meetingId, run }: LiveMeetingDocument) =>
    store.find<AskDocument>(
      'live_queue',
      { meetingId, run, state: 'waiting' },
      {
        order: [
          ['askedAt', 'asc'],
          ['_id', 'asc'],
        ],
        limit: QUEUE_SHOWN,
      },
    ),

  /** The lowest number that waits, as the transaction sees it. */
  async next(transaction: Transaction, { _id: meetingId, run }: LiveMeetingDocument) {
    const where = { meetingId, run, state: 'waiting', number: _.gt(0) };
    const [first] = await transaction.find<AskDocument>('live_queue', where, {
      order: [['number', 'asc']],
      limit: 1,
    });
    return first ?? null;
  },

  /** Deals a number to an ask that still waits for one. */
  deal: ({ _id, askedAt }: AskDocument, number: number) =>
    store.updateWhere('live_queue', { _id, state: 'waiting', number: 0, askedAt }, { number }),

  /** Removes the asks of a meeting, by so many at once; tells whether all are gone. */
  async remove(meetingId: string): Promise<boolean> {
    const rows = await store.find<AskDocument>(
      'live_queue',
      { meetingId },
      { order: [['_id', 'asc']], limit: ASKS_REMOVED },
    );
    await store.removeAll(
      'live_queue',
      rows.map(({ _id }) => _id),
    );
    return rows.length < ASKS_REMOVED;
  },
};

import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import { pageOf } from '../../kernel/page';
import type {
  CorrectionDocument,
  MinutesDocument,
  MinutesVersionDocument,
  SignatureDocument,
} from './documents';

const CORRECTIONS_PAGE = 20;
const SIGNATURES_PAGE = 20;
/** Each is released by an office with a reason; far above what any meeting has. */
const MOST_VERSIONS = 1000;

export const minutes = {
  byMeeting: (reader: Reader, meetingId: string) => reader.get<MinutesDocument>('minutes', meetingId),
  put: (transaction: Transaction, record: MinutesDocument) => transaction.put('minutes', record),
  /** Whose time for corrections is over, with none open. */
  due: (now: number, limit: number) =>
    store.find<MinutesDocument>(
      'minutes',
      { state: 'released', open: 0, correctionsUntil: _.lt(now) },
      { order: [['correctionsUntil', 'asc']], limit },
    ),
  /** With corrections that wait for an answer, in a place and all that lies in it. */
  askedIn: (placeId: string, limit: number) =>
    store.find<MinutesDocument>(
      'minutes',
      { path: placeId, open: _.gt(0) },
      { order: [['open', 'desc']], limit },
    ),
};

export const minutesVersions = {
  idOf: (meetingId: string, number: number) => idOf('minutes-version', meetingId, String(number)),
  byNumber: (reader: Reader, meetingId: string, number: number) =>
    reader.get<MinutesVersionDocument>('minutes_versions', minutesVersions.idOf(meetingId, number)),
  insert: (transaction: Transaction, version: MinutesVersionDocument) =>
    transaction.insert('minutes_versions', version),
};

export const corrections = {
  idOf: (meetingId: string, personId: string, n: number) =>
    idOf('minutes-correction', meetingId, personId, String(n)),
  byId: (reader: Reader, id: string) => reader.get<CorrectionDocument>('minutes_corrections', id),
  /** For paper, which has no second page to turn to. */
  ofMeeting: (meetingId: string) => store.findAll<CorrectionDocument>('minutes_corrections', { meetingId }),
  count: (meetingId: string) => store.count('minutes_corrections', { meetingId }),
  /** The newest first. */
  page(meetingId: string, open: boolean, cursor: string | null | undefined) {
    const where = open ? { meetingId, state: 'open' } : { meetingId };
    const order = { by: 'at', direction: 'desc', limit: CORRECTIONS_PAGE } as const;
    return pageOf<CorrectionDocument>('minutes_corrections', where, order, cursor);
  },
  ofPerson: (reader: Reader, meetingId: string, personId: string, limit: number) =>
    reader.find<CorrectionDocument>('minutes_corrections', { meetingId, personId }, { limit }),
  insert: (transaction: Transaction, correction: CorrectionDocument) =>
    transaction.insert('minutes_corrections', correction),
  put: (transaction: Transaction, correction: CorrectionDocument) =>
    transaction.put('minutes_corrections', correction),
};

export const signatures = {
  idOf: (meetingId: string, number: number, personId: string) =>
    idOf('minutes-signature', meetingId, String(number), personId),
  ofPerson: (reader: Reader, meetingId: string, number: number, personId: string) =>
    reader.get<SignatureDocument>('minutes_signatures', signatures.idOf(meetingId, number, personId)),
  /** For paper. */
  ofMeeting: (meetingId: string) => store.findAll<SignatureDocument>('minutes_signatures', { meetingId }),
  /** Of one version, in the order in which they were given. */
  page(meetingId: string, number: number, cursor: string | null | undefined) {
    const order = { by: 'at', direction: 'asc', limit: SIGNATURES_PAGE } as const;
    return pageOf<SignatureDocument>('minutes_signatures', { meetingId, number }, order, cursor);
  },
  /** How many each version has. */
  async counts(meetingId: string): Promise<Map<number, number>> {
    const { list } = (await store
      .aggregate('minutes_signatures')
      .match({ meetingId })
      .group({ _id: '$number', persons: _.aggregate.sum(1) })
      .limit(MOST_VERSIONS)
      .end()) as { list: { _id: number; persons: number }[] };
    return new Map(list.map((row) => [row._id, row.persons]));
  },
  insert: (transaction: Transaction, signature: SignatureDocument) =>
    transaction.insert('minutes_signatures', signature),
};

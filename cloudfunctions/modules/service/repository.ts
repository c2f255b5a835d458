import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { pageOf } from '../../kernel/page';
import type { LogDocument, RecordDocument } from './documents';

const PAGE = 50;
const GROUPS = 1000;
/** Nobody has more of one shift than its places and a few who withdrew. */
const BOARD = 1000;

/** Hours of one person by month and team. */
export interface HoursSum {
  month: string;
  team: string | null;
  minutes: number;
  shifts: number;
}

/** Of a place: records by team and state. */
export interface RecordSum {
  team: string | null;
  state: RecordDocument['state'];
  records: number;
  minutes: number;
}

export const records = {
  byId: (reader: Reader, id: string) => reader.get<RecordDocument>('service_records', id),

  put: (transaction: Transaction, record: RecordDocument) => transaction.put('service_records', record),

  ofShift: (shiftId: string) => store.find<RecordDocument>('service_records', { shiftId }, { limit: BOARD }),

  /** One page of a person's, the latest first. */
  ofPerson: (personId: string, cursor: string | null | undefined) =>
    pageOf<RecordDocument>(
      'service_records',
      { personId },
      { by: 'startsAt', direction: 'desc', limit: PAGE },
      cursor,
    ),

  /** One page of a place's in a month, the latest first. */
  inMonth: (placeId: string, month: string, cursor: string | null | undefined) =>
    pageOf<RecordDocument>(
      'service_records',
      { path: placeId, month },
      { by: 'startsAt', direction: 'desc', limit: PAGE },
      cursor,
    ),

  async sumsOf(personId: string): Promise<HoursSum[]> {
    const $ = _.aggregate;
    const { list } = (await store
      .aggregate('service_records')
      .match({ personId, state: 'done' })
      .group({ _id: { month: '$month', team: '$teamName' }, minutes: $.sum('$minutes'), shifts: $.sum(1) })
      .limit(GROUPS)
      .end()) as { list: { _id: { month: string; team: string | null }; minutes: number; shifts: number }[] };
    return list.map(({ _id, minutes, shifts }) => ({
      month: _id.month,
      team: _id.team ?? null,
      minutes,
      shifts,
    }));
  },

  async sumsIn(placeId: string, month: string): Promise<RecordSum[]> {
    const $ = _.aggregate;
    const { list } = (await store
      .aggregate('service_records')
      .match({ path: placeId, month })
      .group({ _id: { team: '$teamName', state: '$state' }, records: $.sum(1), minutes: $.sum('$minutes') })
      .limit(GROUPS)
      .end()) as {
      list: {
        _id: { team: string | null; state: RecordDocument['state'] };
        records: number;
        minutes: number;
      }[];
    };
    return list.map(({ _id, ...rest }) => ({ team: _id.team ?? null, state: _id.state, ...rest }));
  },
};

export const logs = {
  byId: (reader: Reader, id: string) => reader.get<LogDocument>('patrol_logs', id),

  insert: (transaction: Transaction, log: LogDocument) => transaction.insert('patrol_logs', log),

  page: (shiftId: string, cursor: string | null | undefined) =>
    pageOf<LogDocument>('patrol_logs', { shiftId }, { by: 'at', direction: 'desc', limit: PAGE }, cursor),
};

import { byIds } from '../../kernel/by-ids';
import { _ } from '../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../kernel/database';
import { idOf } from '../../kernel/ids';
import type { ShiftDocument } from './documents';

/** A shift without its claims: what a roster needs, however long the lists are. */
export type ShiftRow = Omit<ShiftDocument, 'claims' | 'late'>;

const ROW_FIELDS = [
  ...(['taskId', 'title', 'where', 'placeId', 'placeName', 'path', 'teamId', 'teamName'] as const),
  ...(['startsAt', 'endsAt', 'month', 'places', 'waitlist', 'withdrawUntil', 'taken', 'waiting'] as const),
  ...(['next', 'dueAt', 'state', 'cancelled', 'revision', 'createdAt'] as const),
];
/** Shifts that one roster shows. */
export const ROSTER_PAGE = 400;
const FIRST = { order: [['startsAt', 'asc']] } as const;
const MONTH_GROUPS = 1000;

export interface ShiftSums {
  team: string | null;
  shifts: number;
  places: number;
  taken: number;
}

export const shifts = {
  idOf: (taskId: string, startsAt: number) => idOf('shift', taskId, String(startsAt)),

  claimId: (shiftId: string, personId: string) => idOf('claim', shiftId, personId),

  byId: (reader: Reader, id: string) => reader.get<ShiftDocument>('shifts', id),

  byIds: (reader: Pick<Reader, 'find'>, ids: readonly string[]) =>
    byIds<ShiftDocument>(reader, 'shifts', ids),

  put: (transaction: Transaction, shift: ShiftDocument) => transaction.put('shifts', shift),

  insert: (transaction: Transaction, shift: ShiftDocument) => transaction.insert('shifts', shift),

  /** Those of a place and all that lies in it, and of places around it, that start in a span; one more than a page tells of a cut. */
  async roster(path: readonly string[], from: number, until: number): Promise<ShiftRow[]> {
    const startsAt = _.gte(from).and(_.lt(until));
    const options = { ...FIRST, limit: ROSTER_PAGE + 1, fields: ROW_FIELDS };
    const around = path.slice(0, -1);
    const [within, above] = await Promise.all([
      store.find<ShiftRow>('shifts', { path: path.at(-1) ?? '', startsAt }, options),
      around.length === 0 ? [] : store.find<ShiftRow>('shifts', { placeId: _.in(around), startsAt }, options),
    ]);
    return [...within, ...above].sort((a, b) => a.startsAt - b.startsAt).slice(0, ROSTER_PAGE + 1);
  },

  ofTask: (taskId: string, from: number, until: number) =>
    store.find<ShiftRow>(
      'shifts',
      { taskId, startsAt: _.gte(from).and(_.lt(until)) },
      { ...FIRST, limit: ROSTER_PAGE + 1, fields: ROW_FIELDS },
    ),

  /** Those of a task that are not over, the next first. */
  comingOf: (taskId: string, now: number, limit: number) =>
    store.find<ShiftRow>(
      'shifts',
      { taskId, endsAt: _.gt(now) },
      { order: [['endsAt', 'asc']], limit, fields: ROW_FIELDS },
    ),

  /** Open ones of a task that have not begun. */
  openOf: (taskId: string, now: number, limit: number) =>
    store.find<ShiftRow>(
      'shifts',
      { taskId, state: 'open', startsAt: _.gt(now) },
      { ...FIRST, limit, fields: ROW_FIELDS },
    ),

  /** Those with an offer whose time is over, the longest over first. */
  due: (now: number, limit: number) =>
    store.find<ShiftDocument>('shifts', { dueAt: _.lte(now) }, { order: [['dueAt', 'asc']], limit }),

  /** What a month's shifts of a place come to, by team. */
  async sums(placeId: string, month: string): Promise<ShiftSums[]> {
    const $ = _.aggregate;
    const { list } = (await store
      .aggregate('shifts')
      .match({ path: placeId, month, state: 'open' })
      .group({ _id: '$teamName', shifts: $.sum(1), places: $.sum('$places'), taken: $.sum('$taken') })
      .limit(MONTH_GROUPS)
      .end()) as { list: (Omit<ShiftSums, 'team'> & { _id: string | null })[] };
    return list.map(({ _id, ...rest }) => ({ team: _id, ...rest }));
  },
};

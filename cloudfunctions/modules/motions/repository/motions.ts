import { byIds } from '../../../kernel/by-ids';
import { _ } from '../../../kernel/cloud';
import { type Reader, store, type Transaction } from '../../../kernel/database';
import type { ChainHeadDocument } from '../../audit/documents';
import type { AttendanceDocument } from '../../meetings/documents';
import type { MotionDocument, MotionState } from '../documents';

/** Motions that are read for one page of a list; those of one instant beyond it would be passed over. */
const LIST_ROWS = 100;
/** Motions that run at some places. */
const FEW = 50;
/** Motions on one meeting's agenda, or of one proposal: all of them, for the meeting takes them along (MEET-11), the steps of a matter hold them up (PATH-16), and cancelled drafts count. */
const ALL_OF = 1000;
/** Meetings that one person checks in to; only those of one motion matter. */
const CHECK_INS = 500;

type WithLookups = MotionDocument & { checkIns: AttendanceDocument[]; auditHeads: ChainHeadDocument[] };

export const motions = {
  byId: (reader: Reader, id: string) => reader.get<MotionDocument>('motions', id),
  put: (transaction: Transaction, motion: MotionDocument) => transaction.put('motions', motion),

  byIds: (ids: readonly string[]) => byIds<MotionDocument>(store, 'motions', ids),

  /** The motions on a meeting's agenda. */
  ofMeeting: (reader: Reader, meetingId: string) =>
    reader.find<MotionDocument>('motions', { meetingId }, { order: [['createdAt', 'asc']], limit: ALL_OF }),

  ofProposal: (reader: Reader, proposalId: string) =>
    reader.find<MotionDocument>('motions', { proposalId }, { order: [['createdAt', 'asc']], limit: ALL_OF }),

  /** Motions of a place and all that lies in it, the latest closing first, from an instant backwards. */
  inPlace(placeId: string, states: readonly MotionState[], closingBy: number | null) {
    const from = { path: placeId, state: _.in([...states]) };
    return store.find<MotionDocument>(
      'motions',
      closingBy === null ? from : { ...from, closesAt: _.lte(closingBy) },
      {
        order: [
          ['closesAt', 'desc'],
          ['_id', 'desc'],
        ],
        limit: LIST_ROWS,
      },
    );
  },

  /** Counted motions of a place and all that lies in it whose result nobody has published, the longest waiting first. */
  unpublished: (placeId: string, limit: number) =>
    store.find<MotionDocument>(
      'motions',
      { path: placeId, state: 'counted', resolutionId: null },
      { order: [['closesAt', 'asc']], limit },
    ),

  /** Announced motions of these very places that can still be voted on or will be, the first to close first. */
  runningAt: (placeIds: readonly string[], now: number) =>
    store.find<MotionDocument>(
      'motions',
      { placeId: _.in([...placeIds]), state: 'announced', closesAt: _.gte(now) },
      { order: [['closesAt', 'asc']], limit: FEW },
    ),

  /** Announced motions with an extension that nothing is decided of, closing between the two instants, the first to close first. */
  extensible: ({ from, to }: { from: number; to: number }, limit: number) =>
    store.find<MotionDocument>(
      'motions',
      { state: 'announced', closesAt: _.gte(from).and(_.lte(to)), 'extension.days': _.gt(0), extended: null },
      { order: [['closesAt', 'asc']], limit },
    ),

  /** Announced motions without paper that closed no later than the instant, the longest waiting first. */
  closedBy: (at: number, limit: number) =>
    store.find<MotionDocument>(
      'motions',
      { state: 'announced', closesAt: _.lte(at), paper: null },
      { order: [['closesAt', 'asc']], limit },
    ),

  /** Those with paper that were settled no later than the instant; they wait apart, so that nobody's settling holds up another's count. */
  settledBy: (at: number, limit: number) =>
    store.find<MotionDocument>(
      'motions',
      { state: 'announced', settlesAt: _.lte(at) },
      { order: [['settlesAt', 'asc']], limit },
    ),

  /** Secret motions with a box that closed by the one instant and are not settled at the other: all of them, for each is reminded of. */
  settling: (closedBy: number, now: number) =>
    store.findAll<MotionDocument>('motions', {
      state: 'announced',
      settlesAt: _.gte(now),
      closesAt: _.lte(closedBy),
      ballot: 'secret',
    }),

  /** Ids of secret motions with a box, in a place and all that lies in it, that are not counted yet. */
  async withOpenBox(placeId: string): Promise<string[]> {
    const where = { state: 'announced', settlesAt: _.gt(0), ballot: 'secret', path: placeId };
    const rows = await store.findAll<MotionDocument>('motions', where);
    return rows.map(({ _id }) => _id);
  },

  /** Counted secret motions whose single choices are still there. */
  withChoices: (limit: number) =>
    store.find<MotionDocument>('motions', { choicesPending: true }, { order: [['closesAt', 'asc']], limit }),

  /** Motions whose roll was made anew and whose proxies are to be looked at by now (PROXY-13). */
  proxiesDue: (now: number, limit: number) =>
    store.find<MotionDocument>(
      'motions',
      { proxiesDue: _.lte(now) },
      { order: [['proxiesDue', 'asc']], limit },
    ),

  /** Looked at, unless the roll was made anew once more meanwhile. */
  proxiesLookedAt: (id: string, proxiesDue: number) =>
    store.updateWhere('motions', { _id: id, proxiesDue }, { proxiesDue: _.remove() }),

  choicesForgotten: (id: string) =>
    store.updateWhere('motions', { _id: id, choicesPending: true }, { choicesPending: false }),

  /**
   * A motion, whether the person has checked in to its meeting, and the newest seal of the audit log for the receipt: one request
   * for all, so that a first ballot stays within four (BAL-12, BAL-22). Without a transaction: only the clock changes what is read here.
   */
  async forBallot(
    id: string,
    personId: string,
  ): Promise<{ motion: MotionDocument; checkedIn: boolean; auditHead: ChainHeadDocument | null } | null> {
    const { list } = (await store
      .aggregate('motions')
      .match({ _id: id })
      .lookup({
        from: 'attendances',
        pipeline: [{ $match: { personId } }, { $limit: CHECK_INS }],
        as: 'checkIns',
      })
      .lookup({ from: 'settings', pipeline: [{ $match: { _id: 'audit-head' } }], as: 'auditHeads' })
      .limit(1)
      .end()) as { list: WithLookups[] };
    const row = list[0];
    if (!row) return null;
    const { checkIns, auditHeads, ...motion } = row;
    const checkedIn = checkIns.some(({ meetingId }) => meetingId === motion.meetingId);
    return { motion, checkedIn, auditHead: auditHeads[0] ?? null };
  },
};

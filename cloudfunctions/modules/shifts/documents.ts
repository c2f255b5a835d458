import type { ClaimState } from '@contract/shifts';

/** One person's place in a shift or its waitlist. */
export interface Claim {
  /** Made of shift and person; the record of what they did has it too. */
  id: string;
  personId: string;
  state: ClaimState;
  /** The order in which claims were committed (SHIFT-2). */
  n: number;
  at: number;
  /** Of an offer (SHIFT-5); null of all others. */
  answerBy: number | null;
}

/** A withdrawal after the announced time (SHIFT-7). */
export interface LateWithdrawal {
  id: string;
  personId: string;
  at: number;
  reason: string;
}

/**
 * Collection `shifts`; `_id` is made of task and start, so that no pattern lays one down twice. It holds all its claims: the guard of
 * its places and its waitlist (SHIFT-1).
 */
export interface ShiftDocument {
  _id: string;
  taskId: string;
  title: string;
  where: string;
  placeId: string;
  placeName: string;
  path: string[];
  teamId: string | null;
  teamName: string | null;
  startsAt: number;
  endsAt: number;
  /** 'YYYY-MM' of the start in +08:00 */
  month: string;
  places: number;
  waitlist: number;
  withdrawUntil: number;
  /** Six digits, shown at the place. */
  code: string;
  claims: Claim[];
  late: LateWithdrawal[];
  /** Of `claims`: taken or offered, and waiting; written with them. */
  taken: number;
  waiting: number;
  /** The number of the next claim. */
  next: number;
  /** Lines of its patrol log (HOURS-9); none yet: absent. */
  logged?: number;
  /** The first `answerBy` of its offers; null: none. */
  dueAt: number | null;
  state: 'open' | 'cancelled';
  cancelled: { at: number; reason: string } | null;
  revision: number;
  createdAt: number;
}

import { z } from 'zod';
import { command, query } from './call';
import type { Can } from './envelope';
import { clientId, day, id, optionalText, text } from './fields';

/** 'offered': a place is held for them until `answerBy`. */
export type ClaimState = 'taken' | 'waiting' | 'offered';

export interface OwnClaim {
  state: ClaimState;
  /** Of those who wait, from 1; null for whoever does not wait. */
  place: number | null;
  /** Of an offer: until when it can be accepted (SHIFT-5). */
  answerBy: number | null;
}

export interface ShiftSummary {
  id: string;
  taskId: string;
  title: string;
  where: string;
  placeName: string;
  teamName: string | null;
  startsAt: number;
  endsAt: number;
  places: number;
  /** Places that are taken or held for an answer. */
  taken: number;
  waiting: number;
  waitlist: number;
  /** How many are still missing; 0 when full, over or cancelled. */
  missing: number;
  state: 'open' | 'running' | 'over' | 'cancelled';
  mine: OwnClaim | null;
}

export interface ShiftDetail extends ShiftSummary {
  /** Of the task, to be read before claiming. */
  risks: { none: boolean; text: string };
  minimumAge: number;
  bring: string;
  /** Until when withdrawing is free; later it needs a reason and is noted as late. */
  withdrawUntil: number;
  leaders: string[];
  cancelled: { at: number; reason: string } | null;
  /** The caller's other shift that this one overlaps, where `can.claim` says SHIFT_OVERLAP. */
  overlap: { id: string; title: string; startsAt: number } | null;
  /** The caller's own record of this shift, once there is one. */
  record: { id: string; inAt: number | null; outAt: number | null } | null;
  /** `lead`: board, code and confirmations (service.board). `claim` is null also for whoever has claimed: see `mine`. */
  can: Can<'claim' | 'withdraw' | 'accept' | 'decline' | 'checkIn' | 'checkOut' | 'log' | 'lead' | 'cancel'>;
}

export interface RosterDay {
  /** 'YYYY-MM-DD' of the start in +08:00. */
  on: string;
  shifts: ShiftSummary[];
  /** People missing on that day. */
  missing: number;
}

export interface Roster {
  /** Days with shifts only. */
  days: RosterDay[];
  missing: number;
  /** True where there are more shifts than one page holds (400): ask for fewer days. */
  cut: boolean;
  can: Can<'lead'>;
}

export interface OwnShifts {
  /** The next first: taken, waiting, offered. */
  upcoming: ShiftSummary[];
}

const visible = { roles: ['person'], relation: 'visible' } as const;
const leaders = { roles: ['person'], relation: 'responsible' } as const;
const self = { roles: ['person'], relation: 'self' } as const;
const claiming = { roles: ['person'], relation: 'visible' } as const;
const one = z.strictObject({ clientId, id });

export const shiftCalls = {
  /** Of a place and all that lies in it and around it, or of one task; at most 31 days. */
  'shifts.roster': query(
    visible,
    z.strictObject({
      placeId: id,
      taskId: id.optional(),
      firstOn: day,
      days: z.int().min(1).max(31, '最多看31天').default(7),
    }),
  ).returns<Roster>(),
  'shifts.detail': query(visible, z.strictObject({ id })).returns<ShiftDetail>(),
  'shifts.mine': query(self, z.strictObject({})).returns<OwnShifts>(),
  'shifts.claim': command(claiming, one).returns<ShiftDetail>(),
  /** The reason is needed after `withdrawUntil`. */
  'shifts.withdraw': command(
    self,
    z.strictObject({ clientId, id, reason: optionalText(100, '原因') }),
  ).returns<ShiftDetail>(),
  'shifts.accept': command(self, one).returns<ShiftDetail>(),
  'shifts.decline': command(self, one).returns<ShiftDetail>(),
  'shifts.cancel': command(
    leaders,
    z.strictObject({ clientId, id, reason: text(100, '取消的原因') }),
  ).returns<ShiftDetail>(),
};

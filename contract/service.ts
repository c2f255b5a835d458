import { z } from 'zod';
import { command, query } from './call';
import type { Can, Page } from './envelope';
import { clientId, cursor, id, instant, photos, text } from './fields';

/**
 * present: checked in, not out. stated: by times that a leader has still to confirm. done: hours stand. no-show: claimed and not come.
 */
export type RecordState = 'present' | 'stated' | 'done' | 'no-show';

/** How a time came to be known. */
export type Means = 'code' | 'leader' | 'stated';

export interface RecordVersion {
  at: number;
  by: string;
  inAt: number | null;
  outAt: number | null;
  minutes: number;
  reason: string;
}

/** What one person did in one shift (HOURS-1). */
export interface ServiceRecordView {
  id: string;
  shiftId: string;
  title: string;
  teamName: string | null;
  placeName: string;
  personName: string;
  mine: boolean;
  startsAt: number;
  endsAt: number;
  state: RecordState;
  inAt: number | null;
  outAt: number | null;
  means: Means | null;
  /** Whole minutes; 0 until it is done. */
  minutes: number;
  /** '2小时30分钟' */
  minutesWords: string;
  /** What it said before, oldest first. */
  earlier: RecordVersion[];
  dispute: { text: string; at: number; answer: { text: string; by: string; at: number } | null } | null;
  can: Can<'record' | 'noShow' | 'dispute' | 'answerDispute'>;
}

/** One line of the arrival board. `id` is that of the claim, and of its record. */
export interface BoardRow {
  id: string;
  name: string;
  claim: 'taken' | 'offered' | 'waiting' | 'late';
  /** Of a late withdrawal. */
  reason: string | null;
  record: ServiceRecordView | null;
  can: Can<'record' | 'noShow'>;
}

export interface Board {
  shiftId: string;
  title: string;
  startsAt: number;
  endsAt: number;
  /** Six digits, shown large at the place; taken from 30 minutes before the start to 30 minutes after the end. */
  code: string;
  opensAt: number;
  closesAt: number;
  expected: number;
  arrived: number;
  left: number;
  rows: BoardRow[];
}

export interface LogEntry {
  id: string;
  by: string;
  mine: boolean;
  text: string;
  photos: string[];
  at: number;
}

export interface ShiftLog extends Page<LogEntry> {
  can: Can<'log'>;
}

export interface HoursPart {
  minutes: number;
  words: string;
  shifts: number;
}

/** The caller's own hours (条例 19). */
export interface OwnHours extends Page<ServiceRecordView> {
  total: HoursPart;
  byMonth: (HoursPart & { month: string })[];
  byTeam: (HoursPart & { team: string })[];
}

/** Of a place by team and month, with nobody's name. */
export interface ServiceStatistics {
  /** 'YYYY-MM' */
  month: string;
  rows: {
    team: string;
    shifts: number;
    places: number;
    claimed: number;
    came: number;
    noShows: number;
    /** Places that nobody took. */
    missing: number;
    minutes: number;
    minutesWords: string;
  }[];
  asOf: number;
}

const self = { roles: ['person'], relation: 'self' } as const;
const leaders = { roles: ['person'], relation: 'responsible' } as const;
const there = { roles: ['person'], relation: 'visible' } as const;
const month = z.string().regex(/^20[2-9]\d-(0[1-9]|1[0-2])$/, '请选择月份');
const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/, '请填写6位数字');
const reason = z.string().trim().max(200, '最多200个字').default('');

export const serviceCalls = {
  'service.board': query(leaders, z.strictObject({ shiftId: id })).returns<Board>(),
  'service.checkIn': command(
    { ...self, perTenMinutes: 20 },
    z.strictObject({ clientId, shiftId: id, code }),
  ).returns<ServiceRecordView>(),
  'service.checkOut': command(
    { ...self, perTenMinutes: 20 },
    z.strictObject({ clientId, shiftId: id, code }),
  ).returns<ServiceRecordView>(),
  /** By time, where there was no code: a leader confirms it. After the start, until seven days after the end. */
  'service.state': command(
    self,
    z.strictObject({ clientId, shiftId: id, inAt: instant, outAt: instant }),
  ).returns<ServiceRecordView>(),
  /** The leader's list: enters, confirms and puts right; the reason is needed where hours stood. `id`: of the board's row. */
  'service.record': command(
    leaders,
    z.strictObject({ clientId, shiftId: id, id, inAt: instant, outAt: instant.nullable(), reason }),
  ).returns<Board>(),
  'service.noShow': command(leaders, z.strictObject({ clientId, shiftId: id, id })).returns<Board>(),
  'service.dispute': command(
    self,
    z.strictObject({ clientId, id, text: text(300, '哪里不对') }),
  ).returns<ServiceRecordView>(),
  /** Answers in words; times are put right by `service.record`. */
  'service.answerDispute': command(
    leaders,
    z.strictObject({ clientId, id, text: text(300, '答复') }),
  ).returns<ServiceRecordView>(),
  'service.log': query(there, z.strictObject({ shiftId: id, cursor })).returns<ShiftLog>(),
  'service.writeLog': command(
    there,
    z.strictObject({ clientId, shiftId: id, text: text(300, '情况'), photos }),
  ).returns<LogEntry>(),
  'service.hours': query(self, z.strictObject({ cursor })).returns<OwnHours>(),
  /** For offices of the place: rows of a month, with names. */
  'service.rows': query(
    { roles: ['person'], relation: 'office-place' },
    z.strictObject({ placeId: id, month, cursor }),
  ).returns<Page<ServiceRecordView>>(),
  'service.statistics': query(there, z.strictObject({ placeId: id, month })).returns<ServiceStatistics>(),
};

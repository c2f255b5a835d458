import type { RoomDay, TakenSlot } from '@contract/bookings';
import { describe, expect, it } from 'vitest';
import { exceptionDays, weeklyLines } from '@/features/rooms/hours-words';
import {
  cellOf,
  columnsOf,
  endsFrom,
  freeSpans,
  type Lengths,
  partedColumns,
  partsOf,
  rowsOf,
  startsOf,
} from '@/features/rooms/room-day';
import { slotFrom } from '@/features/rooms/slot';
import { dayAfter, lengthText, minuteOf, minutesText, mondayOf, weekdayOf } from '@/services/day';
import { distanceText, metresBetween } from '@/services/distance';

const H = 60;
const LENGTHS: Lengths = { step: 30, shortest: 60, longest: 180, buffer: 0 };
const OPEN = [
  { from: 9 * H, to: 12 * H },
  { from: 14 * H, to: 21 * H },
];
const ALWAYS = { from: 0, to: 24 * H };
const choir: TakenSlot = [9 * H, 10 * H + 30, 'taken', '合唱', null];

const dayWith = (taken: TakenSlot[], changes: Partial<RoomDay> = {}): RoomDay => ({
  ...{ on: '2026-03-03', open: OPEN, why: null, bookable: ALWAYS, taken },
  ...changes,
});
const cellAt = (day: RoomDay, hour: number, lengths = LENGTHS) =>
  cellOf(day, { from: hour * H, to: (hour + 1) * H }, startsOf(day, lengths));

describe('days as weeks are read here', () => {
  it.each([
    ['2026-03-02', 0],
    ['2026-03-08', 6],
    ['2024-02-29', 3],
    ['1969-12-31', 2],
  ])('%s is day %i of its week', (on, day) => {
    expect(weekdayOf(on)).toBe(day);
  });

  it('goes over month and year ends, in +08:00 whatever the phone', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28');
    expect(mondayOf('2026-03-01')).toBe('2026-02-23');
    expect(minuteOf(Date.parse('2026-03-03T00:05:00+08:00'))).toBe(5);
  });

  it('says minutes and lengths as people do', () => {
    expect([0, 545, 1440].map(minutesText)).toEqual(['0:00', '9:05', '24:00']);
    expect([45, 60, 90, 135].map(lengthText)).toEqual(['45 分钟', '1 小时', '1 小时半', '2 小时 15 分']);
  });
});

describe('a day of a room', () => {
  it('is free where it is open and nothing stands, long enough for a booking', () => {
    expect(freeSpans(dayWith([choir]), LENGTHS)).toEqual([
      { from: 10 * H + 30, to: 12 * H },
      { from: 14 * H, to: 21 * H },
    ]);
    expect(freeSpans(dayWith([], { bookable: null }), LENGTHS)).toEqual([]);
  });

  it('keeps the buffer free before and after a booking', () => {
    const talk: TakenSlot = [16 * H, 17 * H, 'taken', '议事', null];
    expect(freeSpans(dayWith([talk]), { ...LENGTHS, buffer: 30 }).slice(1)).toEqual([
      { from: 14 * H, to: 15 * H + 30 },
      { from: 17 * H + 30, to: 21 * H },
    ]);
  });

  it('keeps the buffer of what ends just as the door opens', () => {
    const meeting: TakenSlot = [8 * H, 9 * H, 'meeting', '会议', null];
    expect(freeSpans(dayWith([meeting]), { ...LENGTHS, buffer: 30 })[0]).toEqual({
      from: 9 * H + 30,
      to: 12 * H,
    });
  });

  it('lets nothing begin before it may be booked, nor the last one end after closing', () => {
    const day = dayWith([], { bookable: { from: 19 * H + 10, to: 24 * H } });
    expect(startsOf(day, LENGTHS)).toEqual([19 * H + 30, 20 * H]);
    expect(endsFrom(day, 20 * H, LENGTHS)).toEqual([21 * H]);
    expect(endsFrom(day, 20 * H + 30, LENGTHS)).toEqual([]);
  });

  it('begins a slot with an hour, or the shortest that the room takes', () => {
    expect(slotFrom(dayWith([]), 14 * H, LENGTHS)).toEqual({ on: '2026-03-03', from: 14 * H, to: 15 * H });
    const long = { ...LENGTHS, shortest: 120 };
    expect(slotFrom(dayWith([]), 14 * H, long)?.to).toBe(16 * H);
    expect(slotFrom(dayWith([]), 14 * H, { ...LENGTHS, shortest: 30, longest: 30 })?.to).toBe(14 * H + 30);
    expect(slotFrom(dayWith([]), 20 * H + 30, LENGTHS)).toBeNull();
  });
});

describe('an hour of the week grid', () => {
  it.each([
    [9, 'taken', '合唱', null],
    [10, 'partly', '有空', 10 * H + 30],
    [11, 'free', '可约', 11 * H],
    [12, 'shut', '休', null],
    [14, 'free', '可约', 14 * H],
  ] as const)('at %i is %s', (hour, kind, label, start) => {
    expect(cellAt(dayWith([choir]), hour)).toMatchObject({ kind, label, start });
  });

  it('shows one’s own before what else could be booked in it', () => {
    const own: TakenSlot = [15 * H + 30, 16 * H, 'mine', '书法', 'b'];
    const short = { ...LENGTHS, shortest: 30 };
    expect(cellAt(dayWith([own]), 15, short)).toMatchObject({ kind: 'mine', start: null });
  });

  it('says what is over, and what is too short', () => {
    const late = dayWith([], { bookable: { from: 16 * H, to: 24 * H } });
    expect(cellAt(late, 14)).toMatchObject({ kind: 'over', label: '—' });
    expect(cellAt(dayWith([]), 20, { ...LENGTHS, shortest: 120 })).toMatchObject({ label: '太短' });
  });

  it('has rows from the first opening to the last closing, and a booking outside of them', () => {
    expect(rowsOf([dayWith([])]).map(({ from }) => from / H)).toEqual([
      9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
    ]);
    const meeting: TakenSlot = [21 * H, 22 * H, 'meeting', '坝坝会', null];
    expect(rowsOf([dayWith([meeting])]).at(-1)).toEqual({ from: 21 * H, to: 22 * H });
    expect(rowsOf([])).toEqual([]);
  });

  it('has columns for the days to come that are open, five at most beside each other', () => {
    const days = Array.from({ length: 7 }, (_, n) => dayWith([], { on: dayAfter('2026-03-02', n) }));
    expect(columnsOf(days, '2026-03-04').map(({ on }) => on.slice(8))).toEqual([
      '04',
      '05',
      '06',
      '07',
      '08',
    ]);
    expect(columnsOf([dayWith([], { open: [] })], '2026-03-02')).toEqual([]);
    expect(partedColumns(days).map((part) => part.length)).toEqual([4, 3]);
    expect(partedColumns(days.slice(2)).map((part) => part.length)).toEqual([5]);
  });

  it('is read as a list in large print', () => {
    expect(partsOf(dayWith([choir]), LENGTHS).map(({ from, to, kind }) => [from, to, kind])).toEqual([
      [9 * H, 10 * H + 30, 'taken'],
      [10 * H + 30, 12 * H, 'free'],
      [14 * H, 21 * H, 'free'],
    ]);
  });
});

describe('opening hours and distances in words', () => {
  it('says days in a row with the same hours in one line', () => {
    const weekly = [...Array.from({ length: 5 }, () => OPEN), [{ from: 9 * H, to: 12 * H }], []];
    expect(weeklyLines(weekly)).toEqual([
      { days: '周一到周五', times: '9:00–12:00、14:00–21:00' },
      { days: '周六', times: '9:00–12:00' },
      { days: '周日', times: '休息' },
    ]);
    expect(weeklyLines(Array.from({ length: 7 }, () => []))).toEqual([{ days: '每天', times: '休息' }]);
  });

  it('says from when to when a day differs', () => {
    const now = Date.parse('2026-03-03T09:00:00+08:00');
    const base = { fromOn: '2026-10-01', periods: [], reason: '放假' };
    expect(exceptionDays({ ...base, untilOn: '2026-10-01' }, now)).toBe('10月1日 周四');
    expect(exceptionDays({ ...base, untilOn: null }, now)).toBe('10月1日 周四起，到另行通知');
  });

  it('measures as the crow flies', () => {
    const yard = { latitude: 30_636_000, longitude: 104_080_000 };
    expect(metresBetween(yard, yard)).toBe(0);
    // A thousandth of a degree of latitude is 111.2 m.
    expect(metresBetween(yard, { ...yard, latitude: 30_637_000 })).toBe(111);
    expect([3, 348, 1_240].map(distanceText)).toEqual(['约 10 米', '约 350 米', '约 1.2 公里']);
  });
});

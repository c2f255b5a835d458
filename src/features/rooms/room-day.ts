import type { RoomDay, SlotKind, TakenSlot } from '@contract/bookings';
import type { Period } from '@contract/opening-hours';
import type { RoomRules } from '@contract/rooms';

/** What a room asks of the length of a booking, in minutes. */
export type Lengths = Pick<RoomRules, 'step' | 'shortest' | 'longest' | 'buffer'>;

/** What stands in the room at a time. */
export interface Taken extends Period {
  kind: SlotKind;
  label: string;
  /** Of the booking, or of a meeting the meeting's; null where it is not for the caller to open. */
  id: string | null;
}

export type CellKind = SlotKind | 'free' | 'partly' | 'shut' | 'over';

export interface Cell extends Period {
  on: string;
  kind: CellKind;
  label: string;
  /** Where a booking can begin in it; null where none can. */
  start: number | null;
  taken: Taken | null;
}

const HOUR = 60;
const overlaps = (one: Period, other: Period) => one.from < other.to && other.from < one.to;

export const takenOf = ([from, to, kind, label, id]: TakenSlot): Taken => ({ from, to, kind, label, id });

export const isMine = (kind: CellKind): boolean => kind.startsWith('mine');

/** What is open, bookable and not occupied, long enough for a booking. A hint to choose by: the server decides. */
export function freeSpans({ open, bookable, taken }: RoomDay, { shortest, buffer }: Lengths): Period[] {
  if (bookable === null) return [];
  const busy = taken.map(takenOf).sort((a, b) => a.from - b.from);
  const free = open.flatMap(({ from: opens, to }) => {
    const spans: Period[] = [];
    let from = Math.max(opens, bookable.from);
    for (const one of busy) {
      if (one.to + buffer <= from || one.from >= to + buffer) continue;
      spans.push({ from, to: Math.min(one.from - buffer, to) });
      from = Math.max(from, one.to + buffer);
    }
    return [...spans, { from, to }];
  });
  return free.filter(({ from, to }) => to - from >= shortest);
}

/** The minutes within [from, before) at which a booking can begin in a free span. */
function startsIn(span: Period, { step, shortest }: Lengths, { bookable }: RoomDay): number[] {
  const first = Math.ceil(span.from / step) * step;
  const last = Math.min(span.to - shortest, bookable?.to ?? 0);
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  return Array.from({ length: count }, (_, n) => first + n * step);
}

/** Beginnings that a booking of the day can have. */
export const startsOf = (day: RoomDay, lengths: Lengths): number[] =>
  freeSpans(day, lengths).flatMap((span) => startsIn(span, lengths, day));

/** Ends that a booking from `from` can have. */
export function endsFrom(day: RoomDay, from: number, lengths: Lengths): number[] {
  const { step, shortest, longest } = lengths;
  const span = freeSpans(day, lengths).find((one) => one.from <= from && from + shortest <= one.to);
  if (!span) return [];
  const last = Math.min(span.to, from + longest);
  const count = Math.max(0, Math.floor((last - from - shortest) / step) + 1);
  return Array.from({ length: count }, (_, n) => from + shortest + n * step);
}

/** Rows of an hour from the earliest opening to the last closing of the days shown. */
export function rowsOf(days: readonly RoomDay[]): Period[] {
  const spans = days.flatMap(({ open, taken }) => [...open, ...taken.map(takenOf)]);
  if (spans.length === 0) return [];
  const first = Math.floor(Math.min(...spans.map(({ from }) => from)) / HOUR);
  const last = Math.ceil(Math.max(...spans.map(({ to }) => to)) / HOUR);
  return Array.from({ length: last - first }, (_, n) => ({
    from: (first + n) * HOUR,
    to: (first + n + 1) * HOUR,
  }));
}

function freeCell(day: RoomDay, row: Period, start: number): Cell {
  const whole = day.open.some(({ from, to }) => from <= row.from && row.to <= to);
  const partly = !whole || start > row.from || day.taken.map(takenOf).some((one) => overlaps(one, row));
  const [kind, label] = partly ? (['partly', '有空'] as const) : (['free', '可约'] as const);
  return { ...row, on: day.on, kind, label, start, taken: null };
}

/** Nothing stands there and nothing can begin there: what to say instead. */
function idleCell(day: RoomDay, row: Period): Cell {
  const base = { ...row, on: day.on, start: null, taken: null };
  if (!day.open.some((span) => overlaps(span, row))) return { ...base, kind: 'shut', label: '休' };
  const { bookable } = day;
  if (bookable && bookable.from < row.to && row.from <= bookable.to)
    return { ...base, kind: 'over', label: '太短' };
  return { ...base, kind: 'over', label: '—' };
}

/** What one hour of one day shows: one's own first, then whether a booking can begin in it, then what stands there, else why not. */
export function cellOf(day: RoomDay, row: Period, starts: readonly number[]): Cell {
  const there = day.taken.map(takenOf).filter((one) => overlaps(one, row));
  const own = there.find(({ kind }) => isMine(kind));
  const start = starts.find((minute) => row.from <= minute && minute < row.to);
  if (!own && start !== undefined) return freeCell(day, row, start);
  const taken = own ?? there[0];
  if (taken) return { ...row, on: day.on, start: null, kind: taken.kind, label: taken.label, taken };
  return idleCell(day, row);
}

export interface DayPart extends Period {
  kind: SlotKind | 'free';
  label: string;
  taken: Taken | null;
}

/** A day read from morning to evening: what can be booked, and what stands there. */
export function partsOf(day: RoomDay, lengths: Lengths): DayPart[] {
  const free = freeSpans(day, lengths).flatMap((span): DayPart[] => {
    const [from] = startsIn(span, lengths, day);
    return from === undefined ? [] : [{ from, to: span.to, kind: 'free', label: '可约', taken: null }];
  });
  const taken = day.taken.map(takenOf).map((one) => ({ ...one, taken: one }));
  return [...free, ...taken].sort((a, b) => a.from - b.from);
}

/** Days from `today` on that are worth a column: open, or with something in them. */
export const columnsOf = (days: readonly RoomDay[], today: string): RoomDay[] =>
  days.filter(({ on, open, taken }) => on >= today && (open.length > 0 || taken.length > 0));

/** Columns in parts of at most five, as even as can be: 7 → 4 and 3. */
export function partedColumns(days: readonly RoomDay[]): RoomDay[][] {
  const parts = Math.ceil(days.length / 5);
  const size = Math.ceil(days.length / Math.max(1, parts));
  return Array.from({ length: parts }, (_, n) => days.slice(n * size, (n + 1) * size));
}

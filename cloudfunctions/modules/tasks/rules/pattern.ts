import { addDays, dayNumber, daysBetween, startOfDay } from '../../motions/rules/days';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const WEEK = 7;

export const SHIFTS_AT_ONCE = 62;
/** Nobody plans further ahead. */
export const HORIZON_DAYS = 366;

/** On which days and between which hours, in +08:00 (TASK-6). */
export interface Pattern {
  /** 'YYYY-MM-DD' */
  firstOn: string;
  lastOn: string;
  /** 1 Monday … 7 Sunday; empty: every day. */
  weekdays: readonly number[];
  /** 'HH:mm' */
  from: string;
  /** Not after `from`: on the next day. */
  to: string;
}

/** Epoch ms. */
export interface Span {
  startsAt: number;
  endsAt: number;
}

/** 1 for Monday; 1970-01-01 was a Thursday. */
const weekdayOf = (on: string) => ((dayNumber(on) + 3) % WEEK) + 1;

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The shifts of a pattern in their order, over the ends of months and midnights, whatever the machine's zone (TASK-6). */
export function spansOf({ firstOn, lastOn, weekdays, from, to }: Pattern): Span[] {
  const length = ((minutesOf(to) - minutesOf(from) + DAY_MINUTES - 1) % DAY_MINUTES) + 1;
  const days = Array.from({ length: Math.max(0, daysBetween(firstOn, lastOn) + 1) }, (_, n) =>
    addDays(firstOn, n),
  );
  return days
    .filter((on) => weekdays.length === 0 || weekdays.includes(weekdayOf(on)))
    .map((on) => {
      const startsAt = startOfDay(on) + minutesOf(from) * MINUTE_MS;
      return { startsAt, endsAt: startsAt + length * MINUTE_MS };
    });
}

/** Why a pattern cannot be laid down, as a sentence for its field, or null. */
export function patternProblem(pattern: Pattern, today: string): Record<string, string> | null {
  const { firstOn, lastOn } = pattern;
  if (lastOn < firstOn) return { lastOn: '最后一天不能早于第一天' };
  if (lastOn > addDays(today, HORIZON_DAYS)) return { lastOn: '最多排到一年以后' };
  const count = spansOf(pattern).length;
  if (count === 0) return { weekdays: '这些日子里没有选中的星期几，请改一改' };
  return count > SHIFTS_AT_ONCE ? { lastOn: `一次最多排${SHIFTS_AT_ONCE}班，请分几次排` } : null;
}

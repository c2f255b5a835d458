import { DEFAULT_PROFILE } from '@contract/profile';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, startOfDay } from '../../cloudfunctions/modules/motions/rules/days';
import { latestClosing } from '../../cloudfunctions/modules/motions/rules/extension';
import { checkNotice } from '../../cloudfunctions/modules/motions/rules/notice';
import {
  earliestPublicationEnd,
  publicationRefusal,
} from '../../cloudfunctions/modules/motions/rules/publication';
import { inZone, ZONES } from '../support/zones';

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (n: number) => String(n).padStart(2, '0');
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The leaves of a calendar on the wall, torn off one by one; it knows the months by heart and no clock. */
function leaves(fromYear: number, toYear: number): string[] {
  const all: string[] = [];
  for (let year = fromYear; year <= toYear; year += 1)
    for (const [month, length] of MONTHS.entries())
      for (let day = 1; day <= length + (month === 1 && isLeap(year) ? 1 : 0); day += 1)
        all.push(`${year}-${two(month + 1)}-${two(day)}`);
  return all;
}

const at = (days: readonly string[], n: number): string => {
  const day = days[n];
  if (day === undefined) throw new Error('the calendar ends before');
  return day;
};

const NOON_MS = 12 * 3_600_000;
const DAYS = leaves(2026, 2029);
/** Longer than anything that is counted here. */
const LAST = DAYS.length - 70;

describe('days beside a calendar on the wall', () => {
  it('[PATH-4] go on from each day of a century as its leaves do, leap years and the year 2100 included', () => {
    const century = leaves(2026, 2126);
    for (let n = 0; n + 61 < century.length; n += 1) {
      const wrong = [1, 15, 16, 61].filter((days) => addDays(at(century, n), days) !== at(century, n + days));
      if (wrong.length > 0) expect.fail(`${wrong.join(', ')} days after ${at(century, n)}`);
    }
    expect(daysBetween('2026-01-01', at(century, century.length - 1))).toBe(century.length - 1);
  });

  it.each(ZONES)(
    '[PATH-1] [PATH-8] [EXT-5] [CLK-8] are those of notice, publication and extension over every month’s end, on a machine in %s',
    (zone) => {
      inZone(zone, () => {
        for (let n = 0; n < LAST; n += 1) {
          const today = at(DAYS, n);
          const told = (meetingOn: string) =>
            checkNotice({ body: 'owners', noticeOn: today, meetingOn, profile: DEFAULT_PROFILE });
          const closesAt = startOfDay(today) + NOON_MS;
          const longer = latestClosing({ closesAt, extension: { days: 3 }, extended: null });
          const seen = [
            told(at(DAYS, n + 16)).earliestOn,
            told(at(DAYS, n + 16)).refusal,
            told(at(DAYS, n + 15)).refusal,
            earliestPublicationEnd(today, DEFAULT_PROFILE),
            publicationRefusal(today, at(DAYS, n + 14), DEFAULT_PROFILE),
            [closesAt, longer, longer - NOON_MS, longer - NOON_MS - 1].map(dayOf),
          ];
          const expected = [
            at(DAYS, n + 16),
            null,
            'NOTICE_TOO_SHORT',
            at(DAYS, n + 15),
            'PUBLICATION_TOO_SHORT',
            [today, at(DAYS, n + 3), at(DAYS, n + 3), at(DAYS, n + 2)],
          ];
          if (JSON.stringify(seen) !== JSON.stringify(expected)) expect(seen).toEqual(expected);
        }
      });
    },
  );
});

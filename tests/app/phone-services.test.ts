import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { monthAfter, monthOf } from '@/components/date-field/month';
import { areaText, countText, fenOf, percentText } from '@/services/figures';
import { parameterText } from '@/services/parameter-text';
import {
  dateTimeText,
  dayOf,
  dayText,
  dayTimeText,
  durationText,
  greetingText,
  instantOf,
  sinceText,
  spokenTime,
} from '@/services/time';

const at = (text: string) => Date.parse(`${text}+08:00`);
const NOW = at('2025-11-21T15:00:00');
const HOUR = 3_600_000;

describe('words in an address', () => {
  it.each([
    [encodeURIComponent('物业费降5%好不好'), '物业费降5%好不好'],
    ['%E9%99%8D5%25', '降5%'],
    ['降5%好不好', '降5%好不好'],
    ['', ''],
  ])('reads %s as %s', (written, read) => {
    expect(parameterText(written)).toBe(read);
  });
});

describe('time as a neighbour says it', () => {
  it.each([
    ['2025-11-21T19:30:00', '今晚7:30'],
    ['2025-11-21T16:00:00', '今天下午4:00'],
    ['2025-11-22T09:00:00', '明天上午9:00'],
    ['2025-11-22T20:00:00', '明晚8:00'],
    ['2025-11-23T12:05:00', '后天中午12:05'],
    ['2025-11-20T16:20:00', '昨天下午4:20'],
    ['2025-11-20T21:00:00', '昨晚9:00'],
    ['2025-11-21T00:30:00', '今天凌晨0:30'],
    ['2025-11-24T18:00:00', '11月24日 周一 18:00'],
    ['2026-01-05T09:00:00', '2026年1月5日 周一 9:00'],
    ['2025-11-10T18:00:00', '11月10日 18:00'],
  ])('says %s as %s', (moment, said) => {
    expect(spokenTime(at(moment), NOW)).toBe(said);
  });

  it.each([
    ['2025-11-21T04:59:59', '您好'],
    ['2025-11-21T05:00:00', '上午好'],
    ['2025-11-21T12:30:00', '中午好'],
    ['2025-11-21T13:00:00', '下午好'],
    ['2025-11-21T23:59:59', '晚上好'],
  ])('greets at %s with %s', (moment, said) => {
    expect(greetingText(at(moment))).toBe(said);
  });

  it('counts days in +08:00 across midnight, a month and a year', () => {
    expect(dayOf(at('2025-12-31T23:59:59'))).toBe('2025-12-31');
    expect(dayOf(at('2026-01-01T00:00:00'))).toBe('2026-01-01');
    expect(spokenTime(at('2026-01-01T00:10:00'), at('2025-12-31T23:50:00'))).toBe('明天凌晨0:10');
    expect(dayText('2025-11-24', NOW)).toBe('11月24日 周一');
    expect(instantOf('2025-11-24', '18:00')).toBe(at('2025-11-24T18:00:00'));
    expect(dateTimeText(at('2025-11-24T08:05:00'), NOW)).toBe('11月24日 8:05');
    expect(dayTimeText(at('2025-11-24T08:05:00'), NOW)).toBe('11月24日 周一 8:05');
  });

  it('gives the two largest parts of a duration', () => {
    expect(durationText(51 * HOUR)).toBe('2 天 3 小时');
    expect(durationText(48 * HOUR)).toBe('2 天');
    expect(durationText(5 * HOUR + 20 * 60_000)).toBe('5 小时 20 分');
    expect(durationText(59_999)).toBe('不到 1 分钟');
    expect(sinceText(NOW - 6 * 24 * HOUR, NOW)).toBe('已 6 天');
    expect(sinceText(NOW - 30_000, NOW)).toBe('刚刚');
  });
});

describe('figures', () => {
  it('writes counts and areas exactly', () => {
    expect(countText(999)).toBe('999');
    expect(countText(1_234_567)).toBe('1,234,567');
    expect(areaText(801_200)).toBe('8,012 ㎡');
    expect(areaText(19_436)).toBe('194.36 ㎡');
    expect(areaText(1_164_050)).toBe('11,640.5 ㎡');
    expect(areaText(5)).toBe('0.05 ㎡');
  });

  it.each([
    ['46200', 4_620_000],
    ['46,200.5', 4_620_050],
    [' 0.07 ', 7],
    ['19.99', 1999],
    ['999999999.99', 99_999_999_999],
    ['', null],
    ['1.234', null],
    ['-3', null],
    ['4万', null],
    ['1e5', null],
    ['.5', null],
  ])('[URG-2] reads %s yuan as whole fen, or not at all', (yuan, fen) => {
    expect(fenOf(yuan)).toBe(fen);
  });

  it('rounds percent half up in whole numbers', () => {
    expect(percentText(746, 792)).toBe('94.2%');
    expect(percentText(1, 2000)).toBe('0.1%');
    expect(percentText(1, 2001)).toBe('0.0%');
    expect(percentText(3, 3)).toBe('100.0%');
    expect(percentText(0, 0)).toBe('—');
  });
});

describe('the calendar', () => {
  it('begins weeks on Monday and knows leap years', () => {
    const february = monthOf('2028-02');
    expect(february.weeks[0]?.map((day) => day?.day)).toEqual([undefined, 1, 2, 3, 4, 5, 6]);
    expect(february.weeks.flat().filter(Boolean)).toHaveLength(29);
    expect(monthOf('2025-12').weeks.every((week) => week.length === 7)).toBe(true);
  });

  it('turns over the year', () => {
    expect(monthAfter('2025-12', 1)).toBe('2026-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
  });
});

describe('icons', () => {
  const folder = path.resolve(import.meta.dirname, '../../src');
  const drawn = readdirSync(path.join(folder, 'assets/icons')).map((file) => file.replace('.svg', ''));
  const namesIn = (file: string) => {
    const list =
      /(?:\$names:|ICON_NAMES = \[)([^;\]]+)/.exec(readFileSync(path.join(folder, file), 'utf8'))?.[1] ?? '';
    return [...list.matchAll(/["']([\w-]+)["']/g)].map(([, name]) => name);
  };

  it.each(['components/icon/icon.scss', 'components/icon/icon.tsx'])('%s names each drawing once', (file) => {
    expect(namesIn(file).sort()).toEqual([...drawn].sort());
  });

  it('are one family: 24 by 24, outlines of one stroke, no fill', () => {
    for (const name of drawn) {
      const svg = readFileSync(path.join(folder, 'assets/icons', `${name}.svg`), 'utf8');
      expect(svg, name).toMatch(/viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="2"/);
    }
  });
});

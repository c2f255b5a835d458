import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  before,
  occurrence,
  type Rhythm,
  rhythmWords,
} from '../../cloudfunctions/modules/series/rules/rhythm';
import { countRefusal, left } from '../../cloudfunctions/modules/series/rules/suggestions';
import { telephoneRefusals } from '../../cloudfunctions/modules/organisations/rules';

const days = (rhythm: Rhythm, n: number) => Array.from({ length: n }, (_, k) => occurrence(rhythm, k));

describe('the days of a series', () => {
  it.each<[string, Rhythm, string[]]>([
    [
      '每周四',
      { every: 'week', firstOn: '2026-02-19', last: false },
      ['2026-02-19', '2026-02-26', '2026-03-05'],
    ],
    [
      '每月第二个星期三',
      { every: 'month', firstOn: '2026-03-11', last: false },
      ['2026-03-11', '2026-04-08', '2026-05-13'],
    ],
    [
      '每月最后一个星期六',
      { every: 'month', firstOn: '2026-01-31', last: true },
      ['2026-01-31', '2026-02-28', '2026-03-28', '2026-04-25', '2026-05-30'],
    ],
    [
      '每季度一次（2、5、8、11月第四个星期五）',
      { every: 'quarter', firstOn: '2026-11-27', last: false },
      ['2026-11-27', '2027-02-26', '2027-05-28'],
    ],
    [
      '每半年一次（3、9月最后一个星期二）',
      { every: 'half-year', firstOn: '2026-03-31', last: true },
      ['2026-03-31', '2026-09-29', '2027-03-30'],
    ],
  ])('[FORM-7] are %s, over the ends of months and years', (words, rhythm, expected) => {
    expect(rhythmWords(rhythm)).toBe(words);
    expect(days(rhythm, expected.length)).toEqual(expected);
  });

  it('[FORM-7] keep the weekday, come in order and one to a period, whatever the first day is', () => {
    const first = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
    const every = fc.constantFrom('month', 'quarter', 'half-year');
    fc.assert(
      fc.property(first, every, fc.nat(40), (at, period, n) => {
        const firstOn = at.toISOString().slice(0, 10);
        const rhythm: Rhythm = { every: period, firstOn, last: Number(firstOn.slice(8)) > 28 };
        const on = occurrence(rhythm, n);
        const weekday = (one: string) => new Date(`${one}T00:00:00Z`).getUTCDay();
        const month = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
        expect(occurrence(rhythm, 0)).toBe(firstOn);
        expect(weekday(on)).toBe(weekday(firstOn));
        expect(month(on) - month(firstOn)).toBe(n * { month: 1, quarter: 3, 'half-year': 6 }[period]);
      }),
    );
  });

  it('[FORM-8] are told backwards from the next one, as many as are shown', () => {
    const rhythm: Rhythm = { every: 'week', firstOn: '2026-02-19', last: false };
    expect(before(rhythm, 3, 2)).toEqual(['2026-03-05', '2026-02-26']);
    expect(before(rhythm, 1, 12)).toEqual(['2026-02-19']);
    expect(before(rhythm, 0, 12)).toEqual([]);
  });
});

describe('suggestions for a session', () => {
  const of = (...people: string[]) => people.map((personId) => ({ personId }));

  it('[FORM-9] are three of a person and thirty of all', () => {
    expect(countRefusal(of('a', 'a', 'b'), 'a')).toBeNull();
    expect(countRefusal(of('a', 'a', 'a'), 'a')).toBe('SUGGESTIONS_OWN_FULL');
    expect(countRefusal(of('a', 'a', 'a'), 'b')).toBeNull();
    const many = Array.from({ length: 29 }, (_, n) => ({ personId: `p${n}` }));
    expect(countRefusal(many, 'a')).toBeNull();
    expect(left(many, 'a')).toEqual({ mine: 1, all: 1 });
    expect(countRefusal([...many, { personId: 'x' }], 'a')).toBe('SUGGESTIONS_FULL');
  });
});

describe('what is written about an organisation', () => {
  it.each([
    ['13800001234', true],
    ['电话 138 0000 1234', true],
    ['１３８００００１２３４', true],
    ['028-8555 1234', true],
    ['主任138.1234.5678', true],
    ['主任138/1234/5678', true],
    ['主任138,1234,5678', true],
    ['主任138–1234_5678', true],
    ['主任幺三八零零零零一二三四', true],
    ['2026-03-01 13800001234', true],
    ['办公室主任', false],
    ['2026-03-01起开放，2026.9.1止', false],
    ['2026-2027学年', false],
    ['三楼会议室，一到五楼都能借', false],
    ['周一至周五 8:30-11:30、14:00-17:30', false],
    ['会议室60座，周六9:00-17:00', false],
    ['2026年3月起，50个车位', false],
  ])('[ORG-1] «%s» is a telephone number: %s', (contact, refused) => {
    expect(Object.keys(telephoneRefusals({ contact }))).toEqual(refused ? ['contact'] : []);
  });
});

import { describe, expect, it } from 'vitest';
import { clockOf, instantWithin, typedClock } from '@/features/volunteers/clock-within';
import { bornOnOf, bornText } from '@/features/volunteers/day-of-birth';
import { timesText } from '@/features/volunteers/record-words';
import { ageText, gapOf, hoursText, mineOf, spanText } from '@/features/volunteers/shift-words';
import { patternOf, peopleOf } from '@/features/volunteers/shift-pattern';
import { dayAfter, monthsBefore, weekFrom } from '@/features/volunteers/week';

const at = (text: string) => Date.parse(`${text}+08:00`);
const NIGHT = { startsAt: at('2026-02-28T21:00:00'), endsAt: at('2026-03-01T01:00:00') };
const DAY = { startsAt: at('2026-03-31T08:30:00'), endsAt: at('2026-03-31T11:00:00') };
const NOW = at('2026-02-20T12:00:00');

describe('a shift in words', () => {
  it('says when it ends on the next day', () => {
    expect(hoursText(NIGHT)).toBe('21:00—次日1:00');
    expect(spanText(NIGHT, NOW)).toBe('2月28日 周六 21:00—次日1:00');
    expect(spanText(DAY, NOW)).toBe('3月31日 周二 8:30—11:00');
    expect(timesText({ inAt: NIGHT.startsAt, outAt: NIGHT.endsAt })).toBe('21:00 到，1:00 走');
    expect(timesText({ inAt: NIGHT.startsAt, outAt: null })).toBe('21:00 到，还没有走的时间');
  });

  it('[TASK-5] says beside the age what somebody below 18 needs, on the shift as on its task', () => {
    expect(ageText(18)).toBe('满18岁');
    expect(ageText(16)).toBe('满16岁，未满18岁要监护人同意');
  });

  it.each([
    [{ missing: 2, waiting: 0 }, '还缺 2 人'],
    [{ missing: 0, waiting: 3 }, '满了，候补 3 人'],
    [{ missing: 0, waiting: 0 }, '满了，可以候补'],
    [{ missing: 0, waiting: 0, waitlist: 0 }, '满了'],
    [{ missing: 0, waiting: 0, state: 'cancelled' as const }, '取消了'],
    [{ missing: 0, waiting: 0, state: 'over' as const }, '结束了'],
  ])('says of %o: %s', (shift, said) => {
    const places = { state: 'open' as const, places: 4, taken: 4, waitlist: 2, ...shift };
    expect(gapOf(places).text).toBe(said);
  });

  it('says where I stand in the queue', () => {
    expect(mineOf({ state: 'waiting', place: 3, answerBy: null }).text).toBe('我在候补，第 3 位');
    expect(mineOf({ state: 'taken', place: null, answerBy: null }).text).toBe('我报了名');
  });
});

describe('a time that is typed', () => {
  it.each([
    ['1905', '19:05'],
    ['905', '09:05'],
    ['9：05', '09:05'],
    ['2400', null],
    ['1960', null],
    ['', null],
    ['十点', null],
  ])('reads %s as %s', (typed, clock) => {
    expect(clockOf(typed)).toBe(clock);
  });

  it.each([
    [NIGHT, '2050', '2026-02-28T20:50:00'],
    [NIGHT, '2359', '2026-02-28T23:59:00'],
    [NIGHT, '0000', '2026-03-01T00:00:00'],
    [NIGHT, '0130', '2026-03-01T01:30:00'],
    [DAY, '0830', '2026-03-31T08:30:00'],
    [DAY, '1110', '2026-03-31T11:10:00'],
  ])('lies at the shift, also after midnight and over the end of a month', (span, typed, instant) => {
    expect(instantWithin(span, typed)).toBe(at(instant));
    expect(typedClock(at(instant))).toBe(typed);
  });
});

describe('a day of birth in eight digits', () => {
  it.each([
    ['19530402', '1953-04-02'],
    ['20000229', '2000-02-29'],
    ['20010229', null],
    ['19531301', null],
    ['18530402', null],
    ['1953', null],
  ])('reads %s as %s', (typed, on) => {
    expect(bornOnOf(typed)).toBe(on);
  });

  it('is said back', () => {
    expect(bornText('1953-04-02')).toBe('1953年4月2日');
  });
});

describe('the calendar of a roster', () => {
  it('begins its week on Monday, and goes over the ends of month and year', () => {
    expect(weekFrom('2026-03-01')).toBe('2026-02-23');
    expect(weekFrom('2026-03-02')).toBe('2026-03-02');
    expect(dayAfter('2025-12-31', 1)).toBe('2026-01-01');
    expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28');
    expect(monthsBefore('2026-01-31', 3)).toEqual(['2026-01', '2025-12', '2025-11']);
  });

  it('takes one day where no last day is picked, and refuses what is no number of people', () => {
    const picked = { firstOn: '2026-03-01', lastOn: null, weekdays: ['1', '3'], from: '21:00', to: '01:00' };
    const whole = { ...picked, places: '4', waitlist: '0', withdrawHours: '12' };
    expect(patternOf(whole)).toEqual({ ...picked, lastOn: '2026-03-01', weekdays: [1, 3] });
    expect(patternOf({ ...whole, to: null })).toBeNull();
    expect(peopleOf(whole)).toEqual({ places: 4, waitlist: 0, withdrawHours: 12 });
    expect(peopleOf({ ...whole, places: '0' })).toBeNull();
    expect(peopleOf({ ...whole, waitlist: '两' })).toBeNull();
  });
});

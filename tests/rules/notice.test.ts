import type { Body } from '@contract/decision';
import { BODIES } from '@contract/decision';
import { DEFAULT_PROFILE } from '@contract/profile';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../cloudfunctions/modules/motions/rules/days';
import { checkNotice } from '../../cloudfunctions/modules/motions/rules/notice';
import {
  earliestPublicationEnd,
  publicationRefusal,
} from '../../cloudfunctions/modules/motions/rules/publication';
import { inZone, ZONES } from '../support/zones';

const ASSEMBLIES = BODIES.filter((body) => body !== 'owners' && body !== 'yard');

function notice(body: Body, noticeOn: string, meetingOn: string, specialReason?: string) {
  return checkNotice({ body, noticeOn, meetingOn, specialReason, profile: DEFAULT_PROFILE });
}

describe('notice', () => {
  it.each([
    ['2026-06-01', '2026-06-17'],
    ['2026-02-13', '2026-03-01'],
    ['2028-02-13', '2028-02-29'],
    ['2026-12-16', '2027-01-01'],
  ])('[PATH-1] lets owners who are told on %s meet on %s and not a day before', (noticeOn, meetingOn) => {
    expect(notice('owners', noticeOn, meetingOn)).toEqual({
      days: 15,
      earliestOn: meetingOn,
      article: '《物业管理条例》第十四条',
      specialCircumstances: false,
      refusal: null,
    });
    expect(notice('owners', noticeOn, addDays(meetingOn, -1)).refusal).toBe('NOTICE_TOO_SHORT');
  });

  it('[PATH-1] refuses the fifteenth day, on which fifteen whole days have not passed', () => {
    expect(notice('owners', '2026-06-01', '2026-06-16').refusal).toBe('NOTICE_TOO_SHORT');
  });

  it.each(ASSEMBLIES)('[PATH-1] gives %s ten days', (body) => {
    expect(notice(body, '2026-06-01', '2026-06-12')).toMatchObject({ days: 10, refusal: null });
    expect(notice(body, '2026-06-01', '2026-06-11').refusal).toBe('NOTICE_TOO_SHORT');
  });

  it('[PATH-1] lets a profile lengthen the period and never shorten it', () => {
    const days = (own: number) => {
      const profile = { ...DEFAULT_PROFILE, noticeDays: { owners: own } };
      return checkNotice({ body: 'owners', noticeOn: '2026-06-01', meetingOn: '2026-08-01', profile }).days;
    };
    expect([days(20), days(3)]).toEqual([20, 15]);
  });

  it.each(ASSEMBLIES)('[PATH-2] lets %s meet at once under recorded special circumstances', (body) => {
    expect(notice(body, '2026-06-01', '2026-06-01', '洪水')).toMatchObject({
      earliestOn: '2026-06-01',
      specialCircumstances: true,
      refusal: null,
    });
    expect(notice(body, '2026-06-01', '2026-05-31', '洪水').refusal).toBe('NOTICE_TOO_SHORT');
  });

  it('[PATH-2] wants the reason, and knows no special circumstances of owners', () => {
    expect(notice('residents-assembly', '2026-06-01', '2026-06-03', '  ').refusal).toBe('NOTICE_TOO_SHORT');
    expect(notice('owners', '2026-06-01', '2026-06-03', '洪水').refusal).toBe('NO_SPECIAL_CIRCUMSTANCES');
    expect(notice('owners', '2026-06-01', '2026-06-17', '洪水').refusal).toBeNull();
  });

  it('[PATH-3] names the first day possible beside the refusal', () => {
    expect(notice('villagers-assembly', '2026-01-25', '2026-01-28')).toMatchObject({
      refusal: 'NOTICE_TOO_SHORT',
      earliestOn: '2026-02-05',
      article: '《村民委员会组织法》第二十五条',
    });
  });

  it('[PATH-3] tells the neighbours of a yard meeting the day before', () => {
    expect(notice('yard', '2026-06-01', '2026-06-01').refusal).toBe('NOTICE_TOO_SHORT');
    expect(notice('yard', '2026-06-01', '2026-06-02').refusal).toBeNull();
    expect(notice('yard', '2026-06-01', '2026-06-01', '停水').refusal).toBeNull();
  });

  it.each(ZONES)('[PATH-4] gives the same days in %s', (zone) => {
    const days = inZone(zone, () => notice('owners', '2026-10-25', '2026-11-10'));
    expect(days).toMatchObject({ earliestOn: '2026-11-10', refusal: null });
  });
});

describe('publication', () => {
  it('[PATH-8] lasts fifteen days, the first not counted', () => {
    expect(earliestPublicationEnd('2026-02-20', DEFAULT_PROFILE)).toBe('2026-03-07');
    expect(publicationRefusal('2026-02-20', '2026-03-07', DEFAULT_PROFILE)).toBeNull();
    expect(publicationRefusal('2026-02-20', '2026-03-06', DEFAULT_PROFILE)).toBe('PUBLICATION_TOO_SHORT');
  });

  it('[PATH-8] lets a profile ask for more, never for less', () => {
    const until = (publicationDays: number) =>
      earliestPublicationEnd('2026-06-01', { ...DEFAULT_PROFILE, publicationDays });
    expect([until(30), until(7)]).toEqual(['2026-07-01', '2026-06-16']);
  });
});

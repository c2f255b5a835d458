import type { CallRequest } from '@contract/calls';
import { EJSON } from 'bson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionDocument } from '../../cloudfunctions/modules/series/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { inboxOf } from '../support/inbox';
import { DAY, HOUR, type PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let table: string;
/** Of another building. */
let next: string;

const now = () => cloud.cloud.clock.now();
const timer = () => cloud.cloud.fireTimer('timer');
const till = (day: string) => cloud.advance(Date.parse(`${day}:00+08:00`) - now());
const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
const detail = (by: PersonKey = 'wang', id = table) => as(by).call('series.detail', { id });
const newest = async (by: PersonKey = 'wang') => {
  const [session] = (await detail(by)).sessions;
  if (!session?.id) throw new Error('no session');
  return { ...session, id: session.id };
};

/** The second Wednesday of each month, from April on; the tests' clock stands at the 2nd of March. */
const monthly = (changes: Partial<CallRequest<'series.plan'>> = {}): CallRequest<'series.plan'> => ({
  ...{
    clientId: freshId(),
    title: '幸福里圆桌',
    placeId: 'xingfuli',
    form: 'round-table',
    convener: 'secretary',
  },
  ...{ venue: '2栋前坝子', every: 'month', firstOn: '2026-04-08', startsAt: '19:30', minutes: 90 },
  ...changes,
});
const suggest = (by: PersonKey, sessionId: string, text = '楼道灯换成声控的') =>
  as(by).call('series.suggest', { clientId: freshId(), sessionId, text });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  table = (await as('secretary').call('series.plan', monthly())).id;
});
afterAll(() => cloud.close());

describe('a round table that comes again', () => {
  it('[FORM-7] is planned by who plans there, in words, for a day and a form that fit', async () => {
    expect(await detail()).toMatchObject({
      ...{
        rhythm: '每月第二个星期三 19:30',
        nextOn: '2026-04-08',
        sessions: [],
        can: { end: 'NOT_ALLOWED' },
      },
    });
    const plan = (by: PersonKey, changes: Partial<CallRequest<'series.plan'>>) =>
      as(by).call('series.plan', monthly(changes));
    await expect(plan('wang', {})).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(plan('secretary', { firstOn: '2026-03-01' })).rejects.toMatchObject({
      code: 'TIME_IN_PAST',
    });
    await expect(plan('secretary', { last: true })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(plan('secretary', { form: 'building' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(plan('secretary', { convener: 'grid-worker' })).rejects.toMatchObject({
      code: 'CONVENER_WRONG',
    });
    const thirtyFirst = await plan('zhou', {
      title: '1栋圆桌',
      placeId: 'xingfuli-1',
      firstOn: '2026-03-31',
      convener: 'building-head',
    });
    expect(thirtyFirst.rhythm).toBe('每月最后一个星期二 19:30');
    // A neighbour of another building does not even hear that it exists.
    await expect(detail('buyer', thirtyFirst.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const listed = async (by: PersonKey) =>
      (await as(by).call('series.list', { placeId: 'xingfuli' })).items.length;
    expect([await listed('wang'), await listed('buyer'), await listed('secretary')]).toEqual([2, 1, 2]);
    next = (await plan('secretary', { title: '2栋圆桌', placeId: 'xingfuli-2' })).id;
  });

  it('[FORM-8] has its draft made once, three weeks ahead, with a call for suggestions and a reminder', async () => {
    await till('2026-03-18T08:59');
    await timer();
    expect((await detail()).sessions).toEqual([]);
    await till('2026-03-18T09:00');
    const fault = cloud.cloud.faults.on({ action: 'database.commitTransaction', nth: 1, then: 'fail-after' });
    await timer();
    cloud.cloud.faults.reset();
    expect(fault.hits).toBe(1);
    await cloud.advance(60_000);
    await timer();
    expect((await detail()).sessions).toMatchObject([
      {
        on: '2026-04-08',
        state: 'gathering',
        meetingId: null,
        left: { mine: 3, all: 30 },
        can: { suggest: null },
      },
    ]);
    expect((await detail()).nextOn).toBe('2026-04-08');
    const titles = async (by: PersonKey) =>
      (await inboxOf(cloud, yard.people[by].openid)).map(({ title }) => title);
    expect((await titles('wang')).filter((title) => title === '幸福里圆桌：请您提建议')).toHaveLength(1);
    expect(
      (await titles('secretary')).filter((title) => title === '请准备：幸福里圆桌（4月8日）'),
    ).toHaveLength(1);
    const { meetingId } = await newest('secretary');
    const meeting = await as('secretary').call('meetings.detail', { id: meetingId ?? '' });
    expect(meeting).toMatchObject({ stage: 'draft', form: 'round-table', seriesId: table });
    expect(meeting.agenda.map(({ title }) => title)).toEqual(['上次建议的办理情况']);
  });
});

describe('suggestions for its session', () => {
  it('[FORM-9] are three of a person, also when they come at once, of neighbours only, and can be taken back', async () => {
    const { id } = await newest();
    const sent = await Promise.allSettled([1, 2, 3, 4].map((n) => suggest('wang', id, `第${n}条建议`)));
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(sent.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'SUGGESTIONS_OWN_FULL' },
    });
    await expect(suggest('feng', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // An office that reaches the other building sees its table, and has no home there to speak for.
    const [there] = (await detail('zhao', next)).sessions;
    await expect(suggest('zhao', there?.id ?? '')).rejects.toMatchObject({ code: 'NOT_IN_SCOPE' });
    expect((await newest()).can.suggest).toBe('SUGGESTIONS_OWN_FULL');
    const [first] = (await newest()).suggestions;
    const back = { sessionId: id, suggestionId: first?.id ?? '' };
    const withdraw = (by: PersonKey) =>
      as(by).call('series.withdrawSuggestion', { clientId: freshId(), ...back });
    await expect(withdraw('zhou')).rejects.toMatchObject({ code: 'NOT_AUTHOR' });
    await withdraw('wang');
    expect((await newest()).left).toEqual({ mine: 1, all: 28 });
    await suggest('zhou', id);
  });

  it('[FORM-9] are thirty in all', async () => {
    const { id } = await newest();
    const [session] = (await documentsOf<SessionDocument>(cloud.cloud, 'series_sessions')).filter(
      ({ _id }) => _id === id,
    );
    expect(session?.suggestions).toHaveLength(3);
    const [one] = session?.suggestions ?? [];
    const filled = Array.from({ length: 30 }, (_, n) => ({ ...one, id: `s${n}`, personId: `p${n}` }));
    const write = (suggestions: unknown) =>
      cloud.cloud.database.handle({
        ...{ action: 'database.modifyDocument', collectionName: 'series_sessions', queryType: 'DOC' },
        ...{ query: JSON.stringify({ _id: id }), multi: false, merge: true, upsert: false },
        data: EJSON.stringify({ $set: { suggestions } }, { relaxed: false }),
      });
    await write(filled);
    await expect(suggest('zhao', id)).rejects.toMatchObject({ code: 'SUGGESTIONS_FULL' });
    await write(session?.suggestions);
    expect((await newest()).suggestions).toHaveLength(3);
  });

  it('[FORM-10] [MEET-3] are put to topics until the notice goes out', async () => {
    const { id, meetingId, suggestions } = await newest('secretary');
    const sort = (n: number, to: object, by: PersonKey = 'secretary') =>
      as(by).call('series.sortSuggestion', {
        ...{ clientId: freshId(), sessionId: id, suggestionId: suggestions[n]?.id ?? '' },
        ...to,
      });
    await expect(sort(0, { itemId: 'item-1' }, 'wang')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(sort(0, { itemId: 'nowhere' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await sort(0, { title: '楼道照明' });
    const sorted = await sort(1, { itemId: 'item-2' });
    expect(sorted.sessions[0]?.suggestions.map(({ topic }) => topic?.title)).toEqual([
      '楼道照明',
      '楼道照明',
      undefined,
    ]);
    const taken = { clientId: freshId(), sessionId: id, suggestionId: suggestions[0]?.id ?? '' };
    await expect(as('wang').call('series.withdrawSuggestion', taken)).rejects.toMatchObject({
      code: 'SUGGESTION_TAKEN_UP',
    });
    const draft = await as('secretary').call('meetings.detail', { id: meetingId ?? '' });
    expect(draft.agenda.map(({ title }) => title)).toEqual(['上次建议的办理情况', '楼道照明']);
    await as('secretary').call('meetings.giveNotice', {
      clientId: freshId(),
      id: draft.id,
      revision: draft.revision,
    });
    await expect(sort(2, { itemId: 'item-1' })).rejects.toMatchObject({ code: 'AGENDA_LOCKED' });
    await expect(suggest('zhao', id)).rejects.toMatchObject({ code: 'SUGGESTIONS_CLOSED' });
    expect(await newest()).toMatchObject({ state: 'noticed', meetingId: draft.id });
  });

  it('[FORM-10] are answered in sight of everybody, and their author says if that was an answer', async () => {
    const { id, suggestions } = await newest('secretary');
    const mine = suggestions.find(({ by }) => by === '周素珍') ?? suggestions[2];
    const about = { sessionId: id, suggestionId: mine?.id ?? '' };
    const answer = (by: PersonKey, text: string) =>
      as(by).call('series.answerSuggestion', { clientId: freshId(), ...about, text });
    const rate = (by: PersonKey, answered: boolean) =>
      as(by).call('series.rateAnswer', { clientId: freshId(), ...about, answered });
    await expect(rate('zhou', true)).rejects.toMatchObject({ code: 'SUGGESTION_OPEN' });
    await expect(answer('wang', '好的')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await answer('secretary', '物业下周三前换好');
    await expect(rate('wang', true)).rejects.toMatchObject({ code: 'NOT_AUTHOR' });
    await rate('zhou', false);
    const seen = async () => (await newest('zhao')).suggestions.find((one) => one.id === mine?.id);
    expect(await seen()).toMatchObject({ answered: false, answer: { text: '物业下周三前换好' } });
    await answer('secretary', '今天已经换好，请您看看');
    expect((await seen())?.answered).toBeNull();
    expect((await rate('zhou', true)).sessions[0]?.suggestions.at(-1)?.answered).toBe(true);
    const titles = (await inboxOf(cloud, yard.people.zhou.openid)).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('您的建议有答复了'))).toHaveLength(2);
  });
});

describe('a series over the months', () => {
  it('[FORM-8] shows what was missed, makes up for nothing, and goes on with the next day to come', async () => {
    // The timer is away from April to the end of August.
    await till('2026-08-25T10:00');
    await timer();
    const { sessions, nextOn } = await detail();
    expect(sessions.map(({ on, state }) => [on, state])).toEqual([
      ['2026-09-09', 'gathering'],
      ['2026-08-12', 'missed'],
      ['2026-07-08', 'missed'],
      ['2026-06-10', 'missed'],
      ['2026-05-13', 'missed'],
      ['2026-04-08', 'unrecorded'],
    ]);
    expect(nextOn).toBe('2026-09-09');
    await cloud.advance(16 * DAY);
    expect((await newest()).state).toBe('missed');
    expect((await detail()).nextOn).toBe('2026-10-14');
  });

  it('[FORM-8] prepares nothing more once it has ended, with the reason in sight', async () => {
    const { revision } = await detail('secretary');
    const end = (by: PersonKey) =>
      as(by).call('series.end', { clientId: freshId(), id: table, revision, reason: '改成每周一次' });
    await expect(end('wang')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await end('secretary')).toMatchObject({ nextOn: null, ended: { reason: '改成每周一次' } });
    await expect(end('secretary')).rejects.toMatchObject({ code: 'SERIES_ENDED' });
    await cloud.advance(60 * DAY + HOUR);
    await timer();
    expect((await detail()).sessions[0]?.on).toBe('2026-09-09');
  });
});

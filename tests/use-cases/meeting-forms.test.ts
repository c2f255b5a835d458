import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { meetingCallsOf, yardMeeting } from '../support/meetings';
import { type Draft, motionCallsOf, ownersPoll, type PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof meetingCallsOf>;
let votes: ReturnType<typeof motionCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = meetingCallsOf(cloud, yard);
  votes = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

const THREE = [
  { form: 'talk', name: '民情恳谈会', purpose: '听民情' },
  { form: 'council', name: '事务协调会', purpose: '协调公共事务' },
  { form: 'hearing', name: '成效评议会', purpose: '评办得怎么样' },
] as const;
const name = (by: PersonKey, revision: number, changes: object = {}) =>
  on
    .as(by)
    .call('forms.name', { clientId: freshId(), placeId: 'lantian', revision, named: [...THREE], ...changes });
const formsAt = (placeId: string, by: PersonKey = 'secretary') => on.as(by).call('forms.list', { placeId });

describe('the forms of a community', () => {
  it('[FORM-3] get names of their own, which stand in every place of it and in no other', async () => {
    const before = await on.noticed(yardMeeting({ form: 'talk' }));
    const draft = await on.schedule('secretary', yardMeeting({ form: 'talk' }));
    expect(draft).toMatchObject({ form: 'talk', formName: '恳谈会', bodyLabel: '坝坝会' });
    const named = await name('residentsCommittee', 0);
    expect(named).toMatchObject({ revision: 1, community: { name: '蓝田社区' }, can: { name: null } });
    const { forms } = await formsAt('xingfuli');
    expect(forms.find(({ form }) => form === 'talk')).toMatchObject({
      ...{ name: '民情恳谈会', standardName: '恳谈会', purpose: '听民情', decides: false },
    });
    // What went out under the old name keeps it, on paper too; what is still a draft does not.
    expect((await on.as('wang').call('meetings.detail', { id: before.id })).formName).toBe('恳谈会');
    const sent = await on.giveNotice('secretary', draft);
    expect(sent.formName).toBe('民情恳谈会');
    const notice = { kind: 'meeting-notice', id: sent.id } as const;
    const paper = await on.as('secretary').call('documents.show', { clientId: freshId(), ...notice });
    expect(JSON.stringify(paper)).toContain('民情恳谈会');
    await expect(name('secretary', 0)).rejects.toMatchObject({ code: 'STALE' });
    expect((await name('secretary', 1, { named: [] })).forms.find(({ form }) => form === 'talk')?.name).toBe(
      '恳谈会',
    );
  });

  it('[FORM-3] [FORM-4] are named by an office of the whole community, and by nothing that misleads', async () => {
    await expect(name('wang', 2)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(name('zhao', 2)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(name('secretary', 2, { placeId: 'xingfuli' })).rejects.toMatchObject({
      code: 'PLACE_KIND_WRONG',
    });
    const named = [{ form: 'talk', name: '业主大会恳谈', purpose: '谈' }];
    await expect(name('secretary', 2, { named })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(name('secretary', 2, { named: [THREE[0], THREE[0]] })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('a form that decides nothing', () => {
  const voteAt = (meeting: { id: string; placeId: string }, changes: Partial<Draft>): Draft =>
    ownersPoll({
      ...{ body: 'yard', subject: 'yard-matter', base: 'cast', window: null },
      ...{ placeId: meeting.placeId, meetingId: meeting.id, agendaItemId: 'a' },
      ...changes,
    });

  it('[FORM-2] [FORM-6] takes an opinion poll and nothing else, offers nothing else, and says why', async () => {
    const hearing = await on.noticed(yardMeeting({ form: 'hearing' }));
    const asked = { placeId: 'xingfuli', meetingId: hearing.id };
    const offered = await on.as('secretary').call('motions.choices', asked);
    expect(offered).toMatchObject({ onlyOpinion: 'FORM_NO_DECISION', bodies: [{ body: 'yard' }] });
    expect(offered.bodies).toHaveLength(1);
    const worths = offered.bodies.flatMap(({ subjects }) =>
      subjects.flatMap((one) => one.worths.map(({ id }) => id)),
    );
    expect(new Set(worths)).toEqual(new Set(['opinion']));
    await expect(votes.draft('secretary', voteAt(hearing, { worth: 'straw' }))).rejects.toMatchObject({
      code: 'FORM_NO_DECISION',
    });
    const poll = await votes.announced('secretary', voteAt(hearing, { worth: 'opinion' }));
    expect(poll.phase).toBe('announced');
  });

  it('[FORM-2] stops a vote that was drafted while the meeting was another one', async () => {
    const meeting = await on.schedule('secretary', yardMeeting());
    const draft = await votes.draft('secretary', voteAt(meeting, { worth: 'straw' }));
    const { id, revision } = meeting;
    const plan = yardMeeting({ form: 'talk' });
    const changed = await on
      .as('secretary')
      .call('meetings.edit', { clientId: freshId(), id, revision, ...plan });
    await on.giveNotice('secretary', changed);
    await expect(votes.announce('secretary', draft)).rejects.toMatchObject({ code: 'FORM_NO_DECISION' });
  });

  it('[MOT-4] stops a vote whose item became another matter', async () => {
    const [light, gate] = [await votes.shared('wang', '楼道灯'), await votes.shared('wang', '门禁')];
    const agenda = (title: string, proposalId: string) => [{ id: 'a', title, proposalId }];
    const meeting = await on.schedule('secretary', yardMeeting({ agenda: agenda('楼道灯', light) }));
    const draft = await votes.draft('secretary', voteAt(meeting, { worth: 'straw' }));
    const { id, revision } = meeting;
    const plan = { ...yardMeeting({ agenda: agenda('门禁', gate) }), clientId: freshId(), id, revision };
    await on.giveNotice('secretary', await on.as('secretary').call('meetings.edit', plan));
    await expect(votes.announce('secretary', draft)).rejects.toMatchObject({ code: 'ITEM_NOT_ON_AGENDA' });
  });

  it('[FORM-6] offers at an owners’ meeting the owners, and in writing everybody who votes there', async () => {
    const { bodies } = await on.as('secretary').call('motions.choices', { placeId: 'xingfuli' });
    expect(bodies.map(({ body }) => body)).toEqual(['owners', 'yard']);
  });
});

describe('a meeting of a building', () => {
  const plan = () => yardMeeting({ form: 'building', placeId: 'xingfuli-1', convener: 'building-head' });

  it('[FORM-1] is one of a building or a unit', async () => {
    const wrong = { failure: { fields: { form: '楼栋会要选到具体的楼栋或单元' } } };
    await expect(on.schedule('secretary', yardMeeting({ form: 'building' }))).rejects.toMatchObject(wrong);
    expect((await formsAt('xingfuli-1', 'zhou')).forms.map(({ form }) => form)).toContain('building');
    expect((await formsAt('xingfuli')).forms.map(({ form }) => form)).not.toContain('building');
  });

  it('[FORM-5] is told to its homes, and nobody else of the estate sees it or checks in', async () => {
    const meeting = await on.giveNotice('zhou', await on.schedule('zhou', { ...plan(), title: '1栋楼栋会' }));
    expect(meeting.formName).toBe('楼栋会');
    expect(await on.inbox('wang')).toContain('开会通知：1栋楼栋会');
    expect(await on.inbox('buyer')).not.toContain('开会通知：1栋楼栋会');
    await expect(on.as('buyer').call('meetings.detail', { id: meeting.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const code = await on.codeOf(meeting.id);
    await on.at(TEST_NOW + 86_400_000, async () => {
      await expect(on.checkIn('buyer', meeting.id, code)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await on.checkIn('wang', meeting.id, code)).attendance).toBe(1);
    });
  });
});

describe('the topics of a round table', () => {
  it('[FORM-10] that were taken off leave their suggestions without one, not under the next', async () => {
    const secretary = on.as('secretary');
    const { id } = await secretary.call('series.plan', {
      ...{ clientId: freshId(), title: '幸福里圆桌', placeId: 'xingfuli', form: 'round-table' },
      ...{ convener: 'secretary', venue: '2栋前坝子', every: 'week', firstOn: '2026-03-06' },
      ...{ startsAt: '19:30', minutes: 90 },
    });
    await cloud.cloud.fireTimer('timer');
    const [session] = (await secretary.call('series.detail', { id })).sessions;
    const sessionId = session?.id ?? '';
    const suggest = async (text: string) => {
      const { sessions } = await on
        .as('wang')
        .call('series.suggest', { clientId: freshId(), sessionId, text });
      return sessions[0]?.suggestions.at(-1)?.id ?? '';
    };
    const sort = (suggestionId: string, title: string) =>
      secretary.call('series.sortSuggestion', { clientId: freshId(), sessionId, suggestionId, title });
    const [first, second] = [await suggest('楼道灯换成声控的'), await suggest('门口不要停车')];
    await sort(first, '楼道照明');
    const { agenda, ...draft } = await secretary.call('meetings.detail', { id: session?.meetingId ?? '' });
    const { title, body, form, placeId, convener, venue, startsAt, endsAt } = draft;
    await secretary.call('meetings.edit', {
      ...{ clientId: freshId(), id: draft.id, revision: draft.revision, title, body, form, placeId },
      ...{ convener, venue, startsAt, endsAt, agenda: [{ id: 'item-1', title: agenda[0]?.title ?? '' }] },
    });
    const { sessions } = await sort(second, '门口停车');
    expect(sessions[0]?.suggestions.map(({ topic }) => topic?.title)).toEqual([undefined, '门口停车']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallRequest } from '@contract/calls';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { meetingCallsOf, type Schedule } from '../support/meetings';
import { DAY, HOUR, motionCallsOf, type PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof meetingCallsOf>;
let school: string;

type Kept = Omit<CallRequest<'organisations.add'>, 'clientId'>;
const SCHOOL: Kept = {
  ...{ placeId: 'lantian', name: '望江路小学', kind: 'school' },
  ...{ offers: '周末可以借操场和会议室', contact: '总务主任' },
};
const add = (by: PersonKey, changes: Partial<Kept> = {}) =>
  on.as(by).call('organisations.add', { clientId: freshId(), ...SCHOOL, ...changes });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = meetingCallsOf(cloud, yard);
  school = (await add('secretary')).id;
});
afterAll(() => cloud.close());

describe('the organisations in the area', () => {
  it('[ORG-1] are listed for everybody there, kept by the community, without telephone numbers', async () => {
    const list = (by: PersonKey, placeId = 'xingfuli') => on.as(by).call('organisations.list', { placeId });
    expect(await list('wang')).toMatchObject({
      items: [
        { name: '望江路小学', kindLabel: '学校、幼儿园', contact: '总务主任', can: { edit: 'NOT_ALLOWED' } },
      ],
      can: { add: 'NOT_ALLOWED' },
    });
    await expect(list('wang', 'guihu')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(add('zhao')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(add('secretary', { contact: '张老师13800001234' })).rejects.toMatchObject({
      failure: {
        code: 'INVALID_INPUT',
        fields: { contact: '这里不写电话号码，写“办公室主任”这样的职务就行' },
      },
    });
  });

  it('[ORG-1] are changed and taken off by revision, once', async () => {
    const { id, revision } = await add('secretary', { name: '早餐店' });
    const { placeId: _place, ...kept } = SCHOOL;
    const edit = () =>
      on
        .as('residentsCommittee')
        .call('organisations.edit', { clientId: freshId(), id, revision, ...kept, name: '早餐铺' });
    expect((await edit()).name).toBe('早餐铺');
    await expect(edit()).rejects.toMatchObject({ code: 'STALE' });
    const remove = (at: number) =>
      on.as('secretary').call('organisations.remove', { clientId: freshId(), id, revision: at });
    expect(await remove(revision + 1)).toEqual({ id });
    await expect(remove(revision + 2)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { items } = await on.as('wang').call('organisations.list', { placeId: 'xingfuli' });
    expect(items.map(({ name }) => name)).toEqual(['望江路小学']);
  });
});

describe('an organisation that is invited', () => {
  /** An assembly of the households, whose quorum is who is there. */
  const assembly = (changes: Partial<Schedule> = {}): Schedule => ({
    ...{ title: '居民会议', body: 'residents-assembly', membership: 'households', placeId: 'lantian' },
    ...{ convener: 'residents-committee', venue: '小学操场', startsAt: TEST_NOW + 12 * DAY },
    ...{ endsAt: TEST_NOW + 12 * DAY + 2 * HOUR, agenda: [{ id: 'a', title: '操场开放' }] },
    guests: [{ organisationId: school, part: 'speaker', itemId: 'a' }],
    ...changes,
  });

  it('[ORG-2] stands on the page and on the notice, beside its topic and without a vote', async () => {
    const meeting = await on.noticed(assembly());
    expect(meeting.guests).toMatchObject([
      { name: '望江路小学', partWords: '发言，不参加表决', arrived: null },
    ]);
    const asked = { clientId: freshId(), kind: 'meeting-notice', id: meeting.id } as const;
    const { blocks } = await on.as('secretary').call('documents.show', asked);
    expect(JSON.stringify(blocks)).toMatch(/受邀单位.*望江路小学（发言，不参加表决）.*受邀：望江路小学/s);
    const there = { ...assembly(), guests: [{ organisationId: 'nobody', part: 'observer' as const }] };
    await expect(on.schedule('secretary', there)).rejects.toMatchObject({
      failure: { fields: { guests: '请的单位里有不在名单上的，请去掉再保存' } },
    });
  });

  it('[ORG-3] is received at the door by title, and is in no figure of those present', async () => {
    const meeting = await on.noticed(assembly());
    const votes = motionCallsOf(cloud, yard);
    const vote = await votes.announced('secretary', {
      ...{
        title: '操场开放，您同意吗？',
        text: '周末开放。',
        placeId: 'lantian',
        body: 'residents-assembly',
      },
      ...{ membership: 'households', subject: 'community-matter', worth: 'straw', interim: 'shown' },
      ...{ meetingId: meeting.id, agendaItemId: 'a' },
    });
    const receive = (by: PersonKey, who: string | null, organisationId = school) =>
      on.as(by).call('meetings.guestArrived', { clientId: freshId(), id: meeting.id, organisationId, who });
    await expect(receive('secretary', '总务主任')).rejects.toMatchObject({ code: 'CHECK_IN_CLOSED' });
    await cloud.advance(12 * DAY);
    await expect(receive('wang', '总务主任')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(receive('secretary', '总务主任', 'nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(receive('secretary', '13800001234')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const seen = await receive('secretary', '总务主任');
    expect(seen).toMatchObject({ attendance: 0, guests: [{ arrived: { who: '总务主任' } }] });
    expect((await votes.detail('wang', vote.id)).figures).toMatchObject({ present: 0 });
    expect((await receive('secretary', null)).guests[0]?.arrived).toBeNull();
  });
});

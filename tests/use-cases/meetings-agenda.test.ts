import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { voteOn } from '../support/meeting-votes';
import { meetingCallsOf, yardMeeting } from '../support/meetings';
import { DAY, HOUR, motionCallsOf } from '../support/motions';
import { freshId, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let meet: ReturnType<typeof meetingCallsOf>;
let on: ReturnType<typeof motionCallsOf>;

const now = () => cloud.cloud.clock.now();
/** A yard meeting of tomorrow on the one matter. */
const about = (proposalId: string, title = '商量屋顶') => {
  const startsAt = now() + DAY;
  const agenda = [{ id: 'a', title: '屋顶', proposalId }];
  return yardMeeting({ title, agenda, startsAt, endsAt: startsAt + 2 * HOUR });
};
const matter = (id: string) => on.as('wang').call('proposals.detail', { id });

beforeAll(async () => {
  cloud = await startTestCloud();
  const yard = await smallCommunity(cloud);
  meet = meetingCallsOf(cloud, yard);
  on = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

describe('a matter that a meeting has voted on', () => {
  it('[MEET-13] goes on the agenda of the next one when it found no majority', async () => {
    const id = await on.shared('wang', '修一修屋顶，漏水了');
    const meeting = await meet.noticed(about(id));
    const vote = await on.announced('secretary', voteOn(meeting, { proposalId: id }));
    await on.count(vote);
    const { id: meetingId, revision } = meeting;
    const minutes = { clientId: freshId(), id: meetingId, revision, text: '没有人投票。' };
    await on.as('secretary').call('meetings.recordMinutes', minutes);
    expect(await matter(id)).toMatchObject({ stage: 'rejected', meetingId: null });
    const next = await meet.noticed(about(id, '再商量屋顶'));
    expect(await matter(id)).toMatchObject({ stage: 'to-meet', meetingId: next.id });
  });
});

describe('a draft whose day went by', () => {
  it('[MEET-14] stays on the desk until it is cancelled, which sets its matters free', async () => {
    const id = await on.shared('zhou', '单元门换一换');
    const draft = await meet.schedule('secretary', about(id, '没发通知的会'));
    const onDesk = async () => {
      const { groups } = await on.as('secretary').call('overview.desk', {});
      const items = groups.find(({ task }) => task === 'give-notice')?.items ?? [];
      return items.find((item) => item.id === draft.id);
    };
    expect(await onDesk()).toMatchObject({ overdue: false });
    await cloud.advance(2 * DAY);
    const saysSo: unknown = expect.stringContaining('没有发通知');
    expect(await onDesk()).toMatchObject({ overdue: true, detail: saysSo });
    expect((await on.as('secretary').call('meetings.detail', { id: draft.id })).can.cancel).toBeNull();
    const cancel = { clientId: freshId(), id: draft.id, revision: draft.revision, reason: '没有开成' };
    await on.as('secretary').call('meetings.cancel', cancel);
    expect(await onDesk()).toBeUndefined();
    expect(await matter(id)).toMatchObject({ stage: 'collecting', meetingId: null });
  });
});

describe('a meeting that is still a draft', () => {
  it('[MEET-15] is shown to no neighbour with its matters before the notice is out', async () => {
    const id = await on.shared('zhao', '东门装一盏灯');
    const draft = await meet.schedule('secretary', about(id, '还没定的会'));
    const seen = async () => {
      const list = { placeId: 'xingfuli', group: 'to-meet' as const };
      const [{ items }, own] = await Promise.all([
        on.as('liuDeming').call('overview.matters', list),
        on.as('liuDeming').call('proposals.detail', { id }),
      ]);
      const item = items.find((one) => one.id === id);
      return { item, own, text: JSON.stringify([item, own]) };
    };
    const before = await seen();
    expect(before.item?.meeting).toBeNull();
    expect(before.own).toMatchObject({ stage: 'to-meet', meetingId: null, holder: { label: '社区' } });
    expect(before.text).not.toContain('还没定的会');
    await meet.giveNotice('secretary', draft);
    const after = await seen();
    expect(after.item?.meeting).toMatchObject({ id: draft.id, title: '还没定的会' });
    expect(after.own.holder.label).toBe('还没定的会');
    expect(after.own.timeline.map(({ title }) => title)).toContain('列入议程。开会通知：还没定的会');
  });

  it('[MEET-15] leaves no trace for neighbours when it is cancelled', async () => {
    const id = await on.shared('zhao', '西门装一盏灯');
    const draft = await meet.schedule('secretary', about(id, '没开成的会'));
    const cancel = { clientId: freshId(), id: draft.id, revision: draft.revision, reason: '改天再说' };
    await on.as('secretary').call('meetings.cancel', cancel);
    const detail = on.as('liuDeming').call('meetings.detail', { id: draft.id });
    await expect(detail).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const list = { placeId: 'xingfuli', when: 'coming' as const };
    const shown = async (person: 'liuDeming' | 'secretary') =>
      (await on.as(person).call('meetings.list', list)).items.some((one) => one.id === draft.id);
    expect([await shown('liuDeming'), await shown('secretary')]).toEqual([false, true]);
    expect(JSON.stringify(await matter(id))).not.toContain('没开成的会');
  });
});

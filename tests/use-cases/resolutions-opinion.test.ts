import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { meetingCallsOf, yardMeeting } from '../support/meetings';
import { DAY, type Draft, HOUR, ownersPoll } from '../support/motions';
import { smallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { resolutionCallsOf } from '../support/resolutions';

let cloud: TestCloud;
let calls: ReturnType<typeof resolutionCallsOf>;
let meetings: ReturnType<typeof meetingCallsOf>;

const refused = (code: string): unknown => expect.objectContaining({ code });

beforeAll(async () => {
  cloud = await startTestCloud();
  const yard = await smallCommunity(cloud);
  calls = resolutionCallsOf(cloud, yard, await uploadPhoto(cloud, yard.people.propertyManager.openid));
  meetings = meetingCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

const now = () => cloud.cloud.clock.now();
const matter = (id: string) => calls.as('wang').call('proposals.detail', { id });

/** A question in writing to the owners on which nothing is decided. */
const question = (proposalId: string, changes: Partial<Draft> = {}) =>
  ownersPoll({
    ...{ title: '亭子修在哪边好？', subject: 'consultation', worth: 'opinion', proposalId },
    window: { opensAt: now(), closesAt: now() + DAY },
    ...changes,
  });

async function answered(proposalId: string, changes: Partial<Draft> = {}) {
  const motion = await calls.motions.announced('secretary', question(proposalId, changes));
  await calls.motions.cast('wang', motion.id, 'yes');
  await calls.motions.count(motion);
  return motion;
}

/** The yard's next meeting, with the matter on its agenda. */
function meetingOn(proposalId: string) {
  const startsAt = now() + 2 * DAY;
  const agenda = [{ id: 'a', title: '亭子', proposalId }];
  return meetings.noticed(yardMeeting({ startsAt, endsAt: startsAt + 2 * HOUR, agenda }));
}

describe('the published result of an opinion poll', () => {
  it('[RES-10] [RES-4] is published as an opinion, and its matter goes on to its vote and its resolution', async () => {
    const proposalId = await calls.motions.shared('wang', '院坝里修个亭子');
    const poll = await answered(proposalId);
    const published = await calls.publish('secretary', poll.id);
    expect(published).toMatchObject({
      outcome: 'no-threshold',
      stage: 'closed',
      can: { addItem: 'RESOLUTION_STAGE' },
    });
    const open = await matter(proposalId);
    expect(open).toMatchObject({ stage: 'collecting', resolutionId: null, holder: { label: '社区' } });
    expect(open.timeline.slice(-2)).toMatchObject([
      { kind: 'counted', title: '意见征询结束：亭子修在哪边好？' },
      { kind: 'published', title: '意见征询结果公示：亭子修在哪边好？' },
    ]);
    expect(open.timeline.at(-1)?.detail).toMatch(/意见征询，不作决定$/);
    expect(await calls.inbox('wang')).not.toContain('决议公示：亭子修在哪边好？');

    const vote = await calls.motions.announced('secretary', calls.poll(proposalId));
    expect((await matter(proposalId)).stage).toBe('voting');
    await calls.motions.cast('wang', vote.id, 'yes');
    await calls.motions.count(vote);
    const resolution = await calls.publish('secretary', vote.id);
    expect(await matter(proposalId)).toMatchObject({ stage: 'publishing', resolutionId: resolution.id });
  });

  it('[RES-10] leaves the matter in the vote that was announced meanwhile', async () => {
    const proposalId = await calls.motions.shared('wang', '亭子边装一盏灯');
    const poll = await answered(proposalId);
    await calls.motions.announced('secretary', calls.poll(proposalId));
    await calls.publish('secretary', poll.id);
    expect(await matter(proposalId)).toMatchObject({ stage: 'voting', resolutionId: null });
  });

  it('[RES-10] [DEC-9] decides nothing either where its figures reach what a vote would need', async () => {
    const proposalId = await calls.motions.shared('wang', '亭子刷成绿色');
    const asked = { ...calls.poll(proposalId), worth: 'opinion' as const, title: '刷成绿色好吗？' };
    const poll = await answered(proposalId, asked);
    const { verdict } = await calls.as('wang').call('motions.tally', { id: poll.id });
    expect(verdict).toMatchObject({ outcome: 'no-threshold', passed: null, part: { heads: 1 }, lines: [] });
    const published = await calls.publish('secretary', poll.id);
    expect(published).toMatchObject({ outcome: 'no-threshold', worth: 'opinion', stage: 'closed' });
    expect(published.can.addItem).toBe('RESOLUTION_STAGE');
    const open = await matter(proposalId);
    expect(open).toMatchObject({ stage: 'collecting', resolutionId: null });
    expect(open.timeline.slice(-2).map(({ title }) => title)).toEqual([
      '意见征询结束：刷成绿色好吗？',
      '意见征询结果公示：刷成绿色好吗？',
    ]);
  });
});

describe('a matter that was only asked about', () => {
  it('[RES-10] [MEET-10] is with the meeting that it waits for, and afterwards free for the next one', async () => {
    const proposalId = await calls.motions.shared('wang', '亭子里放两张桌子');
    const meeting = await meetingOn(proposalId);
    await answered(proposalId);
    expect(await matter(proposalId)).toMatchObject({
      stage: 'to-meet',
      meetingId: meeting.id,
      holder: { label: meeting.title },
    });
    await expect(meetingOn(proposalId)).rejects.toEqual(refused('ON_AGENDA'));
    const there = { meetingId: meeting.id, agendaItemId: 'a', window: null, body: 'yard' as const };
    const poll = await calls.motions.announced('secretary', question(proposalId, there));
    await calls.motions.count(poll);
    expect(await matter(proposalId)).toMatchObject({ stage: 'collecting', meetingId: null });
    expect((await meetingOn(proposalId)).agenda[0]?.proposalId).toBe(proposalId);
  });
});

describe('a vote that failed', () => {
  it('[RES-9] ends its matter, as a result and not as a resolution, and it can be put to the vote again', async () => {
    const { motionId, proposalId } = await calls.counted('failed');
    const resolution = await calls.publish('secretary', motionId);
    const ended = await matter(proposalId);
    expect(ended).toMatchObject({
      stage: 'rejected',
      resolutionId: resolution.id,
      holder: { label: '已公示' },
    });
    expect(ended.timeline.at(-1)?.title).toMatch(/^表决结果公示：/);
    await calls.motions.announced('secretary', calls.poll(proposalId));
    expect((await matter(proposalId)).stage).toBe('voting');
  });

  it('[RES-9] takes nothing from a matter that another of its votes carries', async () => {
    const { motionId, proposalId } = await calls.counted('failed');
    const again = await calls.motions.announced('secretary', calls.poll(proposalId));
    await calls.motions.cast('wang', again.id, 'yes');
    await calls.motions.count(again);
    const resolution = await calls.publish('secretary', again.id);
    await calls.publish('secretary', motionId);
    expect(await matter(proposalId)).toMatchObject({ stage: 'publishing', resolutionId: resolution.id });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../support/documents';
import { liveCallsOf } from '../support/live';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { HOUR, ownersPoll } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let live: ReturnType<typeof liveCallsOf>;

const refused = (code: string): unknown => expect.objectContaining({ code });
const now = () => cloud.cloud.clock.now();

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  live = liveCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

describe('a vote off the agenda', () => {
  it('[LIVE-10] [PATH-19] is also one that came up off the agenda, whatever item is talked about', async () => {
    const { meeting } = await live.meeting(['wang']);
    await live.send('secretary', 'live.start', { id: meeting.id });
    await live.on.motions.setProfile('xingfuli', { offAgendaBarred: false });
    const draft = await live.on.motions.draft('secretary', {
      ...ownersPoll({ body: 'yard', subject: 'yard-matter', base: 'cast', window: null }),
      ...{ meetingId: meeting.id, agendaItemId: null },
    });
    const { id: motionId } = await live.on.motions.announce('secretary', draft);
    for (const to of ['b', 'a']) {
      const from = to === 'b' ? 'a' : 'b';
      await live.send('secretary', 'live.item', { id: meeting.id, from, to });
      const shown = await live.send('secretary', 'live.vote', { id: meeting.id, from: null, to: motionId });
      expect(shown.state?.vote).toMatchObject({ motionId });
    }
  });
});

describe('what ends a live meeting', () => {
  it('[LIVE-9] is its officer, and every change of the meeting itself; it can be begun anew', async () => {
    const { id, meeting } = await live.meeting();
    cloud.cloud.clock.set(meeting.checkInOpensAt);
    await live.send('secretary', 'live.start', { id });
    expect((await live.send('secretary', 'live.end', { id })).state).toMatchObject({
      ...{ stage: 'ended', endedBy: 'officer' },
    });
    await expect(live.send('secretary', 'live.item', { id, from: 'a', to: 'b' })).rejects.toEqual(
      refused('LIVE_NOT_RUNNING'),
    );
    const again = await live.send('secretary', 'live.start', { id });
    expect(again).toMatchObject({ state: { stage: 'running', version: 3 }, leader: { term: 2 } });
    const moved = await live.on.move(meeting, meeting.startsAt + HOUR);
    expect((await live.later('wang', id)).state).toMatchObject({ stage: 'ended', endedBy: 'moved' });
    cloud.cloud.clock.set(meeting.startsAt);
    await live.send('secretary', 'live.start', { id });
    await live.on.cancel(moved);
    expect((await live.later('wang', id)).state).toMatchObject({ stage: 'ended', endedBy: 'cancelled' });
    expect((await live.view('secretary', id)).can.start).toBe('MEETING_STAGE');
  });

  it('[LIVE-9] is another place or end of the meeting as well as another hour', async () => {
    const { id, meeting } = await live.meeting();
    cloud.cloud.clock.set(meeting.checkInOpensAt);
    await live.send('secretary', 'live.start', { id });
    const moved = await live.as('secretary').call('meetings.move', {
      ...{ clientId: freshId(), id, revision: meeting.revision, startsAt: meeting.startsAt },
      ...{ endsAt: meeting.endsAt, venue: '3栋架空层', reason: '下雨' },
    });
    expect((await live.later('wang', id)).state).toMatchObject({ stage: 'ended', endedBy: 'moved' });
    const again = await live.send('secretary', 'live.start', { id });
    expect(again.state).toMatchObject({ stage: 'running', venue: '3栋架空层' });
    await live.as('secretary').call('meetings.move', {
      ...{ clientId: freshId(), id, revision: moved.revision, startsAt: meeting.startsAt },
      ...{ endsAt: meeting.endsAt + HOUR, venue: '3栋架空层', reason: '事多' },
    });
    expect((await live.later('wang', id)).state).toMatchObject({ stage: 'ended', endedBy: 'moved' });
  });

  it('[KEEP-2] keeps nobody’s name in its queue who leaves while it runs, and calls the next one', async () => {
    const { id } = await live.meeting(['liuFang', 'wang']);
    await live.send('secretary', 'live.start', { id });
    for (const person of ['liuFang', 'wang'] as const) {
      await live.send(person, 'live.ask', { id });
      await live.later('secretary', id);
    }
    await live
      .as('liuFang')
      .call('privacy.leave', { clientId: freshId(), personId: yard.people.liuFang.personId, sure: true });
    const queue = await documentsOf<{ name: string }>(cloud.cloud, 'live_queue');
    expect(queue.filter(({ name }) => name === yard.people.liuFang.name)).toEqual([]);
    const next = await live.send('secretary', 'live.next', { id, from: null, spoke: true });
    expect(next.state).toMatchObject({ speaker: 2, waiting: [] });
  });

  it('[LIVE-9] leaves no names and no projectors a day later', async () => {
    const { id } = await live.meeting(['wang']);
    await live.send('secretary', 'live.start', { id });
    await live.send('wang', 'live.ask', { id });
    cloud.cloud.clock.set(now() + 40 * HOUR);
    await cloud.cloud.fireTimer('timer');
    expect(await documentsOf(cloud.cloud, 'live_queue')).toEqual([]);
    expect((await live.view('secretary', id)).state).toMatchObject({ stage: 'ended', endedBy: 'time' });
  });
});

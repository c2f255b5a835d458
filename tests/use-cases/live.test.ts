import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { triedDenials, type Tries } from '../support/denials';
import { documentsOf } from '../support/documents';
import { liveCallsOf } from '../support/live';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { HOUR, type PersonKey } from '../support/motions';
import { smallCommunity, type SmallCommunity } from '../support/persons';

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

describe('beginning a live meeting', () => {
  it('[LIVE-1] is for whoever prepares meetings there, once the door is open, and happens once', async () => {
    const { id, meeting } = await live.meeting();
    const start = (person: 'secretary' | 'wang' | 'feng' | 'zhao') => live.send(person, 'live.start', { id });
    cloud.cloud.clock.set(meeting.checkInOpensAt - 1);
    await expect(start('secretary')).rejects.toEqual(refused('LIVE_TOO_EARLY'));
    expect(await live.view('secretary', id)).toMatchObject({
      ...{ state: null, leader: null },
      can: { start: 'LIVE_TOO_EARLY', lead: 'LIVE_NOT_RUNNING', ask: 'LIVE_NOT_RUNNING' },
    });
    cloud.cloud.clock.set(meeting.checkInOpensAt);
    await expect(start('wang')).rejects.toEqual(refused('NOT_ALLOWED'));
    const { groups } = await live.as('secretary').call('overview.desk', {});
    const link = `/packages/live/desk/index?id=${id}`;
    expect(groups.find(({ task }) => task === 'live')?.items).toMatchObject([{ id, link, overdue: false }]);
    await expect(start('feng')).rejects.toMatchObject({ code: expect.stringMatching(/^NOT_/) as string });
    expect(await start('secretary')).toMatchObject({
      state: { version: 1, stage: 'running', itemId: 'a', speaker: null, timer: null, waiting: [] },
      leader: { office: '社区书记', you: true, term: 1 },
    });
    await expect(start('zhao')).rejects.toEqual(refused('LIVE_RUNNING'));
    await expect(live.as('feng').call('live.state', { id })).rejects.toEqual(refused('NOT_FOUND'));
    cloud.cloud.clock.set(meeting.endsAt + 4 * HOUR + 1);
    expect(await live.view('wang', id)).toMatchObject({
      ...{ state: { stage: 'ended', endedBy: 'time' }, askAgainMs: null },
    });
  });
});

describe('the three faces of one meeting', () => {
  it('[LIVE-2] [LIVE-3] number those who ask, and tell their names to whoever leads alone', async () => {
    const { id } = await live.meeting(['wang', 'zhou']);
    await live.send('secretary', 'live.start', { id });
    await expect(live.send('liuFang', 'live.ask', { id })).rejects.toEqual(refused('LIVE_CHECK_IN_FIRST'));
    await live.send('zhou', 'live.ask', { id });
    cloud.cloud.clock.set(now() + 10);
    await live.send('wang', 'live.ask', { id });
    await live.send('wang', 'live.ask', { id });
    const wang = await live.later('wang', id);
    expect(wang).toMatchObject({
      state: { waiting: [1, 2], present: 2 },
      mine: { checkedIn: true, asked: 'waiting', number: 2, ahead: 1 },
      ...{ desk: null, can: { ask: null, withdraw: null, lead: 'NOT_ALLOWED' } },
    });
    const desk = (await live.view('secretary', id)).desk;
    expect(desk?.queue).toEqual([
      { number: 1, name: yard.people.zhou.name },
      { number: 2, name: yard.people.wang.name },
    ]);
    const kept = await documentsOf<{ _id: string }>(cloud.cloud, 'live_meetings');
    const shared = JSON.stringify([wang.state, wang.leader, kept.find(({ _id }) => _id === id)]);
    for (const { name, personId, openid } of Object.values(yard.people)) {
      expect([name, personId, openid].filter((word) => shared.includes(word))).toEqual([]);
    }
  });

  it('[LIVE-3] let somebody take the wish back until the number is called, and ask again at the end', async () => {
    const { id } = await live.meeting(['wang', 'zhou']);
    await live.send('secretary', 'live.start', { id });
    for (const person of ['wang', 'zhou'] as const) {
      await live.send(person, 'live.ask', { id });
      await live.later('secretary', id);
    }
    await live.send('wang', 'live.withdraw', { id });
    await expect(live.send('wang', 'live.withdraw', { id })).rejects.toEqual(refused('LIVE_NOT_ASKED'));
    await live.send('wang', 'live.ask', { id });
    expect((await live.later('secretary', id)).state?.waiting).toEqual([2, 3]);
    const called = await live.send('secretary', 'live.next', { id, from: null, spoke: true });
    expect(called.state).toMatchObject({ speaker: 2, waiting: [3] });
    await expect(live.send('zhou', 'live.withdraw', { id })).rejects.toEqual(refused('LIVE_CALLED'));
    expect((await live.view('zhou', id)).mine).toMatchObject({ asked: 'speaking', number: 2 });
    await live.send('secretary', 'live.next', { id, from: 2, spoke: false });
    expect((await live.view('zhou', id)).mine).toMatchObject({ asked: null, number: null });
    await live.send('secretary', 'live.next', { id, from: 3, spoke: true });
    const none = live.send('secretary', 'live.next', { id, from: null, spoke: true });
    await expect(none).rejects.toEqual(refused('LIVE_NOBODY_WAITING'));
  });

  it('[LIVE-5] count down between two instants of the server, extended and stopped', async () => {
    const { id } = await live.meeting();
    await live.send('secretary', 'live.start', { id });
    const timer = (from: number | null, act: string, seconds = 180) =>
      live.send('secretary', 'live.timer', { id, from, act, seconds });
    const from = now();
    const until = from + 180_000;
    expect((await timer(null, 'start')).state?.timer).toEqual({ from, until });
    await expect(timer(null, 'start')).rejects.toEqual(refused('STALE'));
    expect((await timer(until, 'extend', 60)).state?.timer).toEqual({ from, until: until + 60_000 });
    cloud.cloud.clock.set(until + 90_000);
    const later = now() + 60_000;
    expect((await timer(until + 60_000, 'extend', 60)).state?.timer?.until).toBe(later);
    expect((await timer(later, 'stop')).state?.timer).toBeNull();
  });
});

describe('a vote on the faces', () => {
  let id: string;
  let voteId: string;
  beforeAll(async () => {
    ({ id, voteId } = await live.meeting(['wang'], true));
    await live.send('secretary', 'live.start', { id });
  });
  const show = (from: string | null, to: string | null) =>
    live.send('secretary', 'live.vote', { id, from, to });

  it('[LIVE-10] is one of the item that is talked about, with its own figures', async () => {
    expect((await live.view('secretary', id)).desk?.motions).toMatchObject([{ id: voteId, phase: 'open' }]);
    await expect(show(null, id)).rejects.toEqual(refused('LIVE_VOTE_ELSEWHERE'));
    await live.send('secretary', 'live.item', { id, from: 'a', to: 'b' });
    await expect(show(null, voteId)).rejects.toEqual(refused('LIVE_VOTE_ELSEWHERE'));
    await live.send('secretary', 'live.item', { id, from: 'b', to: 'a' });
    expect((await show(null, voteId)).state?.vote).toMatchObject({
      ...{ motionId: voteId, voted: 0, unit: '户', result: null },
    });
    await live.on.motions.cast('wang', voteId, 'yes');
    expect((await live.later('wang', id, 10_000)).state?.vote).toMatchObject({ voted: 1, result: null });
  });

  it('[LIVE-10] shows its result after its own count', async () => {
    const motion = await live.on.motions.detail('wang', voteId);
    await live.on.motions.count(motion);
    const counted = (await live.later('wang', id)).state?.vote?.result;
    expect(counted?.cast.find(({ choice }) => choice === 'yes')).toMatchObject({ label: '同意', heads: 1 });
    expect(counted?.outcome).toBe((await live.on.motions.detail('wang', voteId)).verdict?.outcome);
    expect(counted?.words).toContain('通过');
  });
});

describe('what a face shows as denied', () => {
  it('[SEC-15] [LIVE-4] is what the server answers, before it begins and while it runs', async () => {
    const { id } = await live.meeting(['wang']);
    const detailOf = async (person: PersonKey) => {
      const view = await live.view(person, id);
      return { ...view, revision: view.state?.version ?? 0 };
    };
    const tries: Tries<Awaited<ReturnType<typeof detailOf>>> = {
      start: () => ({ action: 'live.start', input: { id } }),
      lead: () => ({ action: 'live.item', input: { id, from: 'a', to: 'a' } }),
      takeOver: ({ leader }) => ({ action: 'live.takeOver', input: { id, term: leader?.term ?? 1 } }),
      ask: () => ({ action: 'live.ask', input: { id } }),
      withdraw: () => ({ action: 'live.withdraw', input: { id } }),
    };
    const before = await triedDenials({ cloud, yard }, detailOf, tries);
    expect(before.wrong).toEqual([]);
    await live.send('secretary', 'live.start', { id });
    const running = await triedDenials({ cloud, yard }, detailOf, tries);
    expect(running.wrong).toEqual([]);
    expect([before.tried, running.tried].every((tried) => tried >= 20)).toBe(true);
  });
});

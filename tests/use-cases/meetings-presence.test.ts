import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { DAY, type Draft, motionCallsOf, noticedMeeting } from '../support/motions';
import { proxyCallsOf } from '../support/proxies';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;

const now = () => cloud.cloud.clock.now();

beforeEach(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
});
afterEach(() => cloud.close());

const community = { placeId: 'lantian', convener: 'residents-committee', inDays: 11 } as const;

/** A vote on the meeting's one item, at the meeting's own times. */
const voteOn = ({ id: meetingId }: { id: string }, body: Draft['body']): Draft => ({
  title: '广场舞几点结束？',
  text: '大家商量一个时间。',
  ...{ placeId: 'lantian', window: null, meetingId, agendaItemId: 'item' },
  ...{ body, subject: 'community-matter', worth: 'straw', interim: 'shown' },
});

describe('whoever comes late to a meeting that votes', () => {
  it('[MEET-7] still checks in and votes, for no minutes are written before its announced end', async () => {
    const meeting = await noticedMeeting(cloud, yard.people.secretary.openid, {
      ...{ body: 'residents-assembly', membership: 'adults' },
      ...community,
    });
    const vote = await on.announced('secretary', voteOn(meeting, 'residents-assembly'));
    const { id, revision } = meeting;
    const minutes = { clientId: freshId(), id, revision, text: '会议开始，先点名。' };
    const record = () => on.as('secretary').call('meetings.recordMinutes', minutes);
    await cloud.advance(meeting.endsAt - now());
    await expect(record()).rejects.toMatchObject({ code: 'MEETING_STAGE' });
    await on.checkIn('wang', id);
    expect(await on.cast('wang', vote.id, 'yes')).toMatchObject({ applied: true });
    await cloud.advance(1);
    expect((await record()).stage).toBe('held');
  });
});

describe('whom a vote of the meeting counts on', () => {
  it('[MEET-4] [ASM-14] [ROLL-18] checks in and votes: who has left their home since, and an officer without one who holds a proxy', async () => {
    const meeting = await noticedMeeting(cloud, yard.people.secretary.openid, {
      ...{ body: 'residents-assembly', membership: 'households' },
      ...community,
    });
    const vote = await on.announced('secretary', voteOn(meeting, 'residents-assembly'));
    const to = await proxyCallsOf(cloud, yard);
    const held = await to.entrusted(vote.id, 'wang', 'secretary');
    const tie = { clientId: freshId(), homeId: yard.homes['1-1-302'] };
    for (const who of ['heJing', 'heYonggui'] as const) await on.as(who).call('members.leaveHome', tie);
    const later = await noticedMeeting(cloud, yard.people.secretary.openid, {
      ...{ body: 'residents-assembly', membership: 'households' },
      ...community,
    });
    await cloud.advance(meeting.startsAt - now());
    for (const who of ['heJing', 'secretary'] as const)
      expect((await on.as(who).call('meetings.detail', { id: meeting.id })).can.checkIn).toBeNull();
    const cast = to.castInput(vote.id, held.entryId, 'yes');
    const absent = on.as('secretary').call('proxies.cast', cast);
    await expect(absent).rejects.toMatchObject({ code: 'PRESENCE_NEEDED' });
    await on.checkIn('secretary', meeting.id);
    await on.as('secretary').call('proxies.cast', { ...cast, clientId: freshId() });
    await on.checkIn('heJing', meeting.id);
    expect(await on.cast('heJing', vote.id, 'no')).toMatchObject({ applied: true });
    // An office alone is no business of the vote's, nor is a home that was left before another one was announced.
    await expect(on.checkIn('gridWorker', meeting.id)).rejects.toMatchObject({ code: 'NOT_VERIFIED' });
    await expect(on.as('heJing').call('meetings.detail', { id: later.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(on.checkIn('heJing', later.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('who has left their home, in the meeting that still counts on them', () => {
  it('[ROLL-18] [MEET-4] [LIVE-3] [MIN-3] follows it live, speaks, reads and corrects its minutes, as long as it is in sight', async () => {
    const meeting = await noticedMeeting(cloud, yard.people.secretary.openid, {
      ...{ body: 'residents-assembly', membership: 'households' },
      ...community,
    });
    const { id, revision } = meeting;
    const vote = await on.announced('secretary', voteOn(meeting, 'residents-assembly'));
    const [he, desk] = [on.as('heJing'), on.as('secretary')];
    await he.call('members.leaveHome', { clientId: freshId(), homeId: yard.homes['1-1-302'] });
    const other = await noticedMeeting(cloud, yard.people.secretary.openid, {
      ...{ body: 'residents-assembly', membership: 'households' },
      ...community,
    });
    await cloud.advance(meeting.startsAt - now());
    for (const one of [id, other.id]) await desk.call('live.start', { clientId: freshId(), id: one });
    const ask = () => he.call('live.ask', { clientId: freshId(), id });
    await expect(ask()).rejects.toMatchObject({ code: 'LIVE_CHECK_IN_FIRST' });
    await on.checkIn('heJing', id);
    expect(await ask()).toMatchObject({
      mine: { checkedIn: true, asked: 'waiting' },
      can: { withdraw: null },
    });
    const seen = await he.call('live.state', { id });
    if (seen.unchanged) throw new Error('the whole state was asked for');
    const known = seen.view.state?.version ?? 0;
    expect(await he.call('live.state', { id, known })).toMatchObject({ unchanged: true });
    await cloud.advance(meeting.endsAt + 1 - now());
    await desk.call('meetings.recordMinutes', { clientId: freshId(), id, revision, text: '议了广场舞。' });
    const record = await he.call('minutes.record', { id });
    expect(record).toMatchObject({ words: { text: '议了广场舞。' }, can: { ask: null, signAttendee: null } });
    const [{ number, hash } = { number: 0, hash: '' }] = record.versions;
    const wrong = { clientId: freshId(), id, itemId: null, wrong: '没写几点', should: '九点结束' };
    await he.call('minutes.sign', { clientId: freshId(), id, number, hash, role: 'attendee' });
    expect(await he.call('minutes.askCorrection', wrong)).toMatchObject({ open: 1 });
    const unseen = async (of: string) => {
      for (const action of ['meetings.detail', 'live.state', 'minutes.record'] as const)
        await expect(he.call(action, { id: of })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    };
    await unseen(other.id);
    await on.count(vote);
    await unseen(id);
  });
});

describe('a delegates’ meeting', () => {
  async function delegatesMeeting() {
    for (const who of ['wang', 'zhou', 'zhao', 'liuDeming'] as const) {
      await on.as('secretary').call('members.appoint', {
        ...{ clientId: freshId(), personId: yard.people[who].personId },
        ...{ office: 'residents-delegate', placeId: 'lantian' },
        ...{ fromAt: TEST_NOW - DAY, untilAt: TEST_NOW + 300 * DAY },
      });
    }
    const body = 'residents-delegates';
    const meeting = await noticedMeeting(cloud, yard.people.secretary.openid, { body, ...community });
    const vote = await on.announced('secretary', voteOn(meeting, body));
    await cloud.advance(meeting.startsAt - now());
    return { meeting, vote };
  }

  it('[MEET-4] lets a member of the committee who has no home there check in and vote', async () => {
    const { meeting, vote } = await delegatesMeeting();
    const home = await on.as('residentsCommittee').call('overview.home', {});
    expect(home.todo).toContainEqual(expect.objectContaining({ kind: 'check-in', id: meeting.id }));
    const there = await on.checkIn('residentsCommittee', meeting.id);
    expect(there).toMatchObject({ attendance: 1, attendanceHomes: 0, checkedInAt: now() });
    expect(await on.cast('residentsCommittee', vote.id, 'yes')).toMatchObject({ applied: true });
  });

  it('[ROLL-18] [MEET-4] counts on whoever has a seat on its roll and no home there, also when that seat ended since', async () => {
    const untilAt = now() + 11 * DAY;
    const seat = {
      personId: yard.people.newcomer.personId,
      office: 'residents-delegate',
      placeId: 'lantian',
    } as const;
    const term = { fromAt: TEST_NOW - DAY, untilAt };
    await on.as('secretary').call('members.appoint', { clientId: freshId(), ...seat, ...term });
    const { meeting, vote } = await delegatesMeeting();
    await on.checkIn('residentsCommittee', meeting.id);
    const hu = yard.people.residentsCommittee.personId;
    const { here } = await on.as('administrator').call('members.whoIsWho', { placeId: 'lantian' });
    const held = here.find(({ personId }) => personId === hu);
    const ended = { clientId: freshId(), personId: hu, officeId: held?.office.id ?? '', reason: '换届' };
    await on.as('administrator').call('members.withdrawOffice', ended);
    expect(await on.cast('residentsCommittee', vote.id, 'yes')).toMatchObject({ applied: true });
    for (const minute of ['before the timer took the seat', 'after']) {
      const seen = await on.as('newcomer').call('meetings.detail', { id: meeting.id });
      expect([minute, seen.can.checkIn]).toEqual([minute, null]);
      await cloud.cloud.fireTimer('timer');
    }
    await on.checkIn('newcomer', meeting.id);
    expect(await on.cast('newcomer', vote.id, 'no')).toMatchObject({ applied: true });
    // Nothing else of the seat is left: what is announced from now on is not theirs.
    const later = await noticedMeeting(cloud, yard.people.secretary.openid, {
      body: 'residents-delegates',
      ...community,
    });
    await expect(on.as('newcomer').call('meetings.detail', { id: later.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('[MEET-4] lets nobody else in who has no home there', async () => {
    const { meeting } = await delegatesMeeting();
    await expect(on.checkIn('secretary', meeting.id)).rejects.toMatchObject({ code: 'NOT_VERIFIED' });
    await expect(on.checkIn('villagersCommittee', meeting.id)).rejects.toMatchObject({
      code: 'NOT_VERIFIED',
    });
  });
});

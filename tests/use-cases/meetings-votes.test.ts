import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import { documentsOf } from '../support/documents';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { type Meeting, meetingVoteCallsOf, REASON, voteOn } from '../support/meeting-votes';
import { yardMeeting } from '../support/meetings';
import { DAY, type Detail, HOUR, ownersPoll } from '../support/motions';
import { freshId, smallCommunity } from '../support/persons';
import { inboxOf } from '../support/inbox';

const MINUTE = 60_000;

let cloud: TestCloud;
let calls: ReturnType<typeof meetingVoteCallsOf>;
let on: typeof calls.motions;

const at = <T>(now: number, act: () => Promise<T>) => calls.meetings.at(now, act);

const refused = (code: string): unknown => expect.objectContaining({ code });

beforeAll(async () => {
  cloud = await startTestCloud();
  calls = meetingVoteCallsOf(cloud, await smallCommunity(cloud));
  on = calls.motions;
});
afterAll(() => cloud.close());

const proposalOf = (id: string) => on.as('wang').call('proposals.detail', { id });

/** What 王桂兰 was told since the meeting was planned, as title and text. */
async function told(meeting: Meeting) {
  const messages = await inboxOf(cloud, on.as('wang').openid);
  return messages.filter(({ title, body }) => `${title}${body}`.includes(meeting.title));
}

describe('a meeting that is cancelled', () => {
  it('[MEET-11] takes its announced votes along, with the reason and in one notice', async () => {
    const { meeting, vote } = await calls.meetingWithVote('取消的院坝会');
    const cancelled = await calls.cancel(meeting);
    expect(cancelled).toMatchObject({
      stage: 'cancelled',
      agenda: [{ motions: [{ phase: 'cancelled' }] }, {}],
    });
    const seen = await on.detail('wang', vote.id);
    expect(seen).toMatchObject({ phase: 'cancelled', cancelled: { reason: `会议取消：${REASON}` } });
    await expect(on.cast('wang', vote.id, 'yes')).rejects.toEqual(refused('MOTION_STAGE'));
    const messages = (await told(meeting)).filter(({ title }) => title.startsWith('会议取消'));
    expect(messages).toMatchObject([
      { title: `会议取消：${meeting.title}`, body: `会上的表决一起取消：${vote.title}。原因：${REASON}` },
    ]);
  });

  it('[MEET-10] [MEET-11] frees a matter that was to be voted on, with the line on its timeline', async () => {
    const proposalId = await on.shared('wang', '东门空地改停车位');
    const agenda = [{ id: 'a', title: '停车位', proposalId }];
    const meeting = await calls.meetings.noticed(yardMeeting({ title: '停车位的会', agenda }));
    // Two votes on one matter: it is free when both are gone.
    for (const title of ['划停车位吗？', '装道闸吗？'])
      await on.announced('secretary', voteOn(meeting, { title }));
    expect((await proposalOf(proposalId)).stage).toBe('voting');
    await calls.cancel(meeting);
    const free = await proposalOf(proposalId);
    expect(free).toMatchObject({ stage: 'collecting', meetingId: null, can: { withdraw: null } });
    const lines = free.timeline.filter(({ kind }) => kind === 'cancelled');
    expect(lines).toMatchObject([{ title: '会议取消：停车位的会', by: '陈秀兰' }]);
    expect(lines[0]?.detail).toContain('划停车位吗？、装道闸吗？');
    const next = await calls.meetings.schedule('secretary', yardMeeting({ agenda }));
    expect(next.agenda[0]?.proposalId).toBe(proposalId);
  });

  it('[MEET-10] leaves a matter in the written vote that runs beside it, and free for the next meeting', async () => {
    const proposalId = await on.shared('wang', '楼道照明换声控');
    const meeting = await calls.meetings.noticed(
      yardMeeting({ agenda: [{ id: 'a', title: '照明', proposalId }] }),
    );
    await on.announced('secretary', voteOn(meeting));
    const times = { opensAt: cloud.cloud.clock.now() + HOUR, closesAt: TEST_NOW + 9 * DAY };
    const written = await on.announced('secretary', ownersPoll({ proposalId, window: times }));
    await calls.cancel(meeting);
    expect(await proposalOf(proposalId)).toMatchObject({ stage: 'voting', meetingId: null });
    const ended = { clientId: freshId(), id: written.id, revision: written.revision, reason: '材料不全' };
    await on.as('secretary').call('motions.cancel', ended);
    expect(await proposalOf(proposalId)).toMatchObject({ stage: 'collecting', meetingId: null });
  });

  it('[MEET-11] leaves a vote that nobody was told of to be put on another meeting', async () => {
    const meeting = await calls.meetings.noticed(yardMeeting());
    const { id, revision } = await on.draft('secretary', voteOn(meeting));
    await calls.cancel(meeting);
    const kept = await on.detail('secretary', id);
    expect(kept).toMatchObject({ phase: 'draft', can: { edit: null } });
    await expect(on.announce('secretary', kept)).rejects.toEqual(refused('MEETING_STAGE'));
    const next = await calls.meetings.noticed(yardMeeting());
    const edit = { clientId: freshId(), id, revision, ...voteOn(next) };
    const vote = await on.announce('secretary', await on.as('secretary').call('motions.edit', edit));
    expect(vote).toMatchObject({ phase: 'announced', meeting: { id: next.id } });
  });

  it('[AUD-1] [IDM-1] is one entry that names the votes, however often it is sent', async () => {
    const { meeting, vote } = await calls.meetingWithVote('只取消一次');
    const clientId = freshId();
    await calls.cancel(meeting, clientId);
    const { revision } = await on.detail('secretary', vote.id);
    expect((await calls.cancel(meeting, clientId)).stage).toBe('cancelled');
    expect((await on.detail('secretary', vote.id)).revision).toBe(revision);
    const audit = await documentsOf<AuditEntry>(cloud.cloud, 'audit');
    const entries = audit.filter(
      ({ action, subject }) => action === 'meetings.cancel' && subject.id === meeting.id,
    );
    expect(entries.map(({ matterId, facts }) => [matterId, facts.motions])).toEqual([[vote.id, [vote.id]]]);
  });
});

describe('a meeting that is moved', () => {
  it('[MEET-11] [ROLL-12] takes its announced votes to its new times, with their rolls and in one notice', async () => {
    const { meeting, vote } = await calls.meetingWithVote('改期的院坝会');
    const startsAt = meeting.startsAt + 3 * DAY;
    await calls.move(meeting, startsAt, startsAt + HOUR);
    const seen = await on.detail('wang', vote.id);
    expect(seen).toMatchObject({
      phase: 'announced',
      opensAt: startsAt,
      closesAt: startsAt + HOUR,
      roll: vote.roll,
    });
    expect(seen.closingChanges).toMatchObject([
      { from: vote.closesAt, to: startsAt + HOUR, reason: `会议改期：${REASON}` },
    ]);
    const messages = (await told(meeting)).filter(({ title }) => title.startsWith('会议改期'));
    expect(messages).toMatchObject([
      {
        title: `会议改期：${meeting.title}`,
        body: `改到3月6日 周五 09:00，2栋前坝子。会上的表决一起改期：${vote.title}（3月6日 周五 09:00 到 3月6日 周五 10:00）。原因：${REASON}`,
      },
    ]);
    await at(meeting.startsAt, () =>
      expect(on.cast('wang', vote.id, 'yes')).rejects.toEqual(refused('BALLOT_NOT_OPEN')),
    );
    await at(startsAt, async () => expect((await on.cast('wang', vote.id, 'yes')).applied).toBe(true));
  });

  it('[MEET-11] puts off a vote with times of its own by as much as its beginning', async () => {
    const window = { opensAt: TEST_NOW + DAY + HOUR, closesAt: TEST_NOW + 4 * DAY };
    const { meeting, vote } = await calls.meetingWithVote('之后还投三天', { window });
    const { revision } = await calls.move(meeting, meeting.startsAt + 2 * DAY);
    const seen = await on.detail('wang', vote.id);
    expect(seen).toMatchObject({ opensAt: window.opensAt + 2 * DAY, closesAt: window.closesAt + 2 * DAY });
    await calls.move({ ...meeting, revision }, meeting.startsAt - HOUR);
    const earlier = await on.detail('wang', vote.id);
    expect(earlier).toMatchObject({ opensAt: window.opensAt - HOUR, closesAt: window.closesAt - HOUR });
  });

  it('[MEET-11] [CLK-4] keeps a closing that was announced anew, as long after the beginning, and a minute ahead', async () => {
    const { meeting, vote } = await calls.meetingWithVote('截止时间改过');
    const later = (motion: Detail, closesAt: number) => {
      const { id, revision } = motion;
      const change = { clientId: freshId(), id, revision, closesAt, reason: '多留时间' };
      return on.as('secretary').call('motions.changeClosing', change);
    };
    const changed = await later(vote, vote.closesAt + DAY);
    const { revision } = await calls.move(meeting, meeting.startsAt + DAY, meeting.startsAt + DAY + HOUR);
    const seen = await on.detail('secretary', vote.id);
    expect(seen.closesAt).toBe(changed.closesAt + DAY);
    await later(seen, seen.opensAt + 1);
    const again = await calls.move({ ...meeting, revision }, meeting.startsAt);
    const now = meeting.startsAt - HOUR;
    await at(now, async () => {
      await expect(calls.move(again, now + MINUTE - 2)).rejects.toEqual(refused('CLOSING_TOO_SOON'));
      expect((await calls.move(again, now + MINUTE - 1)).startsAt).toBe(now + MINUTE - 1);
    });
  });

  it('[MEET-11] leaves its votes alone where only the place is another', async () => {
    const { meeting, vote } = await calls.meetingWithVote('换到活动室');
    const moved = await calls.move({ ...meeting, venue: '活动室' }, meeting.startsAt, meeting.endsAt);
    expect(moved.notices.at(-1)?.text).toBe(`改到3月3日 周二 09:00，活动室。原因：${REASON}`);
    const seen = await on.detail('wang', vote.id);
    expect(seen).toMatchObject({ opensAt: vote.opensAt, closingChanges: [], revision: vote.revision });
  });
});

describe('the last minute', () => {
  it('[MEET-11] [SEC-15] before a vote opens allows neither, and the screen says what the calls say', async () => {
    const { meeting } = await calls.meetingWithVote('马上开始');
    const canAt = (now: number) => at(now, async () => (await calls.read(meeting.id)).can);
    const opensAt = meeting.startsAt;
    expect(await canAt(opensAt - MINUTE)).toMatchObject({ move: null, cancel: null });
    expect(await canAt(opensAt - MINUTE + 1)).toMatchObject({
      move: 'VOTE_STARTING',
      cancel: 'VOTE_STARTING',
    });
    expect(await canAt(opensAt)).toMatchObject({ move: 'MEETING_STAGE', cancel: 'MEETING_STAGE' });
    await at(opensAt - MINUTE + 1, async () => {
      await expect(calls.cancel(meeting)).rejects.toEqual(refused('VOTE_STARTING'));
      await expect(calls.move(meeting, opensAt + DAY)).rejects.toEqual(refused('VOTE_STARTING'));
    });
    await at(opensAt - MINUTE, async () => expect((await calls.cancel(meeting)).stage).toBe('cancelled'));
  });

  it('[MEET-6] is like any other where no vote is announced', async () => {
    const meeting = await calls.meetings.noticed(yardMeeting());
    await on.draft('secretary', voteOn(meeting));
    await at(meeting.startsAt - 1, async () => {
      expect((await calls.read(meeting.id)).can).toMatchObject({ move: null, cancel: null });
      expect((await calls.cancel(meeting)).stage).toBe('cancelled');
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Tries, triedDenials } from '../support/denials';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { type Meeting, meetingVoteCallsOf, voteOn } from '../support/meeting-votes';
import { ownersMeeting, type Schedule, yardMeeting } from '../support/meetings';
import { DAY, HOUR, type PersonKey } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let calls: ReturnType<typeof meetingVoteCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  calls = meetingVoteCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

const at = <T>(now: number, act: () => Promise<T>) => calls.meetings.at(now, act);
const schedule = (plan: Schedule) => calls.meetings.schedule('secretary', plan);
const seenBy = (person: PersonKey, id: string) => calls.meetings.as(person).call('meetings.detail', { id });

/** The call behind each ability; times that would do, so that only what the screen says can be wrong. */
const tries = (plan: Schedule): Tries<Meeting> => {
  const later = { startsAt: TEST_NOW + 40 * DAY, endsAt: TEST_NOW + 40 * DAY + HOUR };
  return {
    edit: ({ id, revision }) => ({ action: 'meetings.edit', input: { id, revision, ...plan, ...later } }),
    giveNotice: ({ id, revision }) => ({ action: 'meetings.giveNotice', input: { id, revision } }),
    move: ({ id, revision, venue }) => ({
      action: 'meetings.move',
      input: { id, revision, venue, ...later, reason: '下大雨' },
    }),
    cancel: ({ id, revision }) => ({ action: 'meetings.cancel', input: { id, revision, reason: '下大雨' } }),
    checkIn: ({ id }) => ({ action: 'meetings.checkIn', input: { id, code: '000000' } }),
    showCheckIn: ({ id }) => ({ action: 'meetings.showCheckIn', input: { id } }),
    recordMinutes: ({ id, revision }) => ({
      action: 'meetings.recordMinutes',
      input: { id, revision, text: '议了两件事。' },
    }),
    draftMotion: (meeting) => ({
      action: 'motions.draft',
      input:
        meeting.body === 'owners'
          ? voteOn(meeting, { body: 'owners', subject: 'owners-other', base: null, placeId: meeting.placeId })
          : voteOn(meeting, { placeId: meeting.placeId }),
    }),
  };
};

async function agree({ id }: { id: string }, plan: Schedule): Promise<void> {
  // Drafts are seen by those who plan alone.
  const detailOf = (person: PersonKey) => seenBy(person, id).catch(() => null);
  const { tried, wrong } = await triedDenials({ cloud, yard }, detailOf, tries(plan));
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(5);
}

const record = ({ id, revision }: Meeting) =>
  calls.meetings.as('secretary').call('meetings.recordMinutes', {
    clientId: freshId(),
    ...{ id, revision, text: '议了两件事。' },
  });

describe('[SEC-15] the denial on the screen of a meeting is the call’s', () => {
  it.each<[what: string, plan: () => Schedule]>([
    ['a plan', () => yardMeeting()],
    ['a plan of the owners, whose period is still kept', () => ownersMeeting()],
    ['a plan of the owners, too late for the period', () => ownersMeeting(yardTimes())],
    ['a plan without an agenda', () => yardMeeting({ agenda: [] })],
    ['a plan of the owners of one building', () => ownersMeeting({ placeId: 'xingfuli-1' })],
  ])('for %s', async (_what, plan) => agree(await schedule(plan()), plan()));

  it.each<[what: string, hours: number]>([
    ['that was announced', -20],
    ['whose door is open', -0.5],
    ['that has begun', 0.5],
    ['that is over', 30],
  ])('for one %s', async (_what, hours) => {
    const meeting = await calls.meetings.noticed(yardMeeting());
    await at(meeting.startsAt + hours * HOUR, () => agree(meeting, yardMeeting()));
  });

  it('for one of the owners that was announced', async () => {
    await agree(await calls.meetings.noticed(ownersMeeting()), ownersMeeting());
  });

  it('for one that is a minute from its vote', async () => {
    const { meeting } = await calls.meetingWithVote('马上表决');
    await at(meeting.startsAt - 1, () => agree(meeting, yardMeeting()));
  });

  it('for one whose day went by without a notice', async () => {
    const meeting = await schedule(yardMeeting());
    await at(meeting.endsAt, async () => {
      expect((await seenBy('secretary', meeting.id)).can.giveNotice).toBe('TIME_IN_PAST');
      await agree(meeting, yardMeeting());
    });
  });

  it('for one that was held, and one that was cancelled', async () => {
    const meeting = await calls.meetings.noticed(yardMeeting());
    await at(meeting.endsAt + 1, () => record(meeting));
    await agree(meeting, yardMeeting());
    const other = await calls.meetings.noticed(yardMeeting());
    await calls.cancel(other);
    await agree(other, yardMeeting());
  });
});

describe('[SEC-15] who puts a vote on a meeting', () => {
  it('[MOT-7] is told by the screen as by the call: the office of that body, or the secretary', async () => {
    const owners = await calls.meetings.noticed(ownersMeeting());
    const can = async (person: PersonKey) => (await seenBy(person, owners.id)).can.draftMotion;
    expect([await can('zhao'), await can('secretary')]).toEqual([null, null]);
    expect(await can('residentsCommittee')).toBe('CONVENER_WRONG');
    expect(await can('wang')).toBe('NOT_ALLOWED');
  });

  it('[OWN-9] is nobody where the body cannot decide for the place', async () => {
    const part = await schedule(ownersMeeting({ placeId: 'xingfuli-1' }));
    expect(part.can.draftMotion).toBe('NARROWER_AREA');
  });
});

describe('a meeting of another community', () => {
  it('[SEC-11] is not there for whoever plans elsewhere, whatever they call', async () => {
    const { id, revision } = await calls.meetings.noticed(yardMeeting());
    const other = calls.meetings.as('otherSecretary');
    const plan = yardMeeting({ placeId: 'guihu' });
    const edit = { clientId: freshId(), id, revision, ...plan };
    await expect(other.call('meetings.edit', edit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const minutes = { clientId: freshId(), id, revision, text: '不是我们的会' };
    await expect(other.call('meetings.recordMinutes', minutes)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

function yardTimes() {
  const { startsAt, endsAt } = yardMeeting();
  return { startsAt, endsAt };
}

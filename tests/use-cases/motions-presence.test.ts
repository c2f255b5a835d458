import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { DAY, HOUR, motionCallsOf, noticedMeeting } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

const DELEGATES = ['wang', 'zhou', 'zhao', 'liuDeming'] as const;

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;

const now = () => cloud.cloud.clock.now();

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
  for (const who of DELEGATES) {
    await on.as('secretary').call('members.appoint', {
      clientId: freshId(),
      personId: yard.people[who].personId,
      office: 'residents-delegate',
      placeId: 'lantian',
      fromAt: TEST_NOW - DAY,
      untilAt: TEST_NOW + 300 * DAY,
    });
  }
});
afterAll(() => cloud.close());

/** A vote in the first hour of a delegates' meeting of five members, which three come to and vote at. */
async function threeOfFive() {
  const meeting = await noticedMeeting(cloud, yard.people.secretary.openid, {
    body: 'residents-delegates',
    placeId: 'lantian',
    convener: 'residents-committee',
    inDays: 11,
  });
  const closesAt = meeting.startsAt + HOUR;
  const motion = await on.announced('secretary', {
    title: '广场舞几点结束？',
    text: '大家商量一个时间。',
    window: { opensAt: meeting.startsAt, closesAt },
    placeId: 'lantian',
    body: 'residents-delegates',
    subject: 'community-matter',
    worth: 'straw',
    interim: 'hidden',
    meetingId: meeting.id,
    agendaItemId: 'item',
  });
  await cloud.advance(meeting.startsAt - now());
  for (const who of ['wang', 'zhou', 'zhao'] as const) {
    await on.checkIn(who, meeting.id);
    await on.cast(who, motion.id, 'yes');
  }
  return { meeting, motion };
}

async function verdictWhenTheFourthComesAt(after: number) {
  const { meeting, motion } = await threeOfFive();
  await cloud.advance(motion.closesAt + after - now());
  await on.checkIn('liuDeming', meeting.id);
  await on.count(motion);
  return (await on.detail('wang', motion.id)).verdict;
}

describe('who is present at a vote', () => {
  it('[ASM-14] [ASM-2] is not who checks in after it closed: the quorum is not met afterwards', async () => {
    expect(await verdictWhenTheFourthComesAt(1)).toMatchObject({ outcome: 'no-quorum', part: { heads: 3 } });
  });

  it('[ASM-14] [ASM-7] is who checks in until its last instant, also without a ballot', async () => {
    expect(await verdictWhenTheFourthComesAt(0)).toMatchObject({ outcome: 'passed', part: { heads: 4 } });
  });
});

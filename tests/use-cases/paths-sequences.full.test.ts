import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Envelope } from '@contract/envelope';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, HOUR, noticedMeeting, ownersPoll } from '../support/motions';
import { pathCallsOf } from '../support/paths';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { register } from '../support/small-community/register';

const RUNS = 10;
const TIME = 900_000;
const STEP = 'committee-told';
const CONFIRMED = {
  ...{ confirmedBy: '望江街道办事处', electronicVotes: ['owners' as const] },
  ownersConveners: ['residents-committee' as const, 'secretary' as const],
};

type Step = 'tell' | 'back' | 'notice' | 'next' | 'unconfirm' | 'confirm' | 'announce' | 'renew';

const step = fc.constantFrom<Step[]>(
  ...(['tell', 'back', 'notice', 'next', 'unconfirm', 'confirm', 'announce', 'announce', 'renew'] as const),
);
/** Mostly on the way to an announcement, with anything in between. */
const steps = fc
  .tuple(
    fc.array(step, { maxLength: 2 }),
    fc.subarray<Step>(['notice', 'tell']),
    fc.array(step, { minLength: 2, maxLength: 6 }),
    fc.constantFrom<Step[]>(['announce'], ['confirm', 'tell', 'notice', 'announce', 'back', 'renew']),
  )
  .map((parts) => parts.flat());

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof pathCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = pathCallsOf(cloud, yard, await uploadPhoto(cloud, yard.people.secretary.openid));
  // Nobody of the 居民委员会 is registered: that it was told has to be recorded.
  const { here } = await on.as('secretary').call('members.whoIsWho', { placeId: 'lantian' });
  for (const { personId, office } of here.filter((line) => line.office.office === 'residents-committee')) {
    const input = { clientId: freshId(), personId, officeId: office.id, reason: '换届' };
    await on.as('secretary').call('members.withdrawOffice', input);
  }
});
afterAll(() => cloud.close());

const codeOf = (answer: Envelope<unknown>) => (answer.ok ? null : answer.error.code);
const send = async (action: string, input: object) =>
  codeOf(await on.as('secretary').send(action, { clientId: freshId(), ...input }));

let measured = 0;
/** The register has another area for a home of the owners who vote. */
async function measuredAnew(): Promise<void> {
  const row = new Map(register).get('liulin-101');
  if (!row) throw new Error('no such home');
  measured += 1;
  const homes = [{ ...row, area: row.area + measured }];
  await on.as('secretary').call('members.recordHomes', { clientId: freshId(), homes });
}

const plan = () => {
  const startsAt = cloud.cloud.clock.now() + 20 * DAY;
  return { startsAt, endsAt: startsAt + 2 * HOUR };
};

/** A vote of the owners on a meeting that nobody was told of yet. */
async function begun() {
  const meeting = await on.as('secretary').call('meetings.schedule', {
    ...{ clientId: freshId(), title: '业主大会', body: 'owners', membership: null, placeId: 'liulin' },
    ...{ convener: 'residents-committee', venue: '门口空地', ...plan() },
    agenda: [{ id: 'item', title: '议题一' }],
  });
  const question = (meetingId: string) => ({
    ...ownersPoll({ placeId: 'liulin', worth: 'statutory', window: null }),
    ...{ meetingId, agendaItemId: 'item' },
  });
  const motion = await on.motions.draft('secretary', question(meeting.id));
  return { meeting, motion, question };
}

/** What a neighbour knows who has read the three articles, and no code. */
class Neighbour {
  noticed = false;
  told: string | null = null;
  confirmed = true;
  announced = false;

  /** What an announcement has to be answered now. */
  announcing(): string | null {
    if (this.announced) return 'MOTION_STAGE';
    if (!this.noticed) return 'NOTICE_NOT_SENT';
    if (!this.confirmed) return 'WORTH_NOT_CONFIRMED';
    return this.told === null ? 'PATH_STEP_MISSING' : null;
  }
}

async function run(order: readonly Step[]): Promise<void> {
  await on.motions.setProfile('lantian', CONFIRMED);
  // Past every limit of calls in ten minutes.
  cloud.cloud.clock.set(cloud.cloud.clock.now() + 11 * 60_000);
  const { meeting, motion, question } = await begun();
  const knows = new Neighbour();
  const matterId = motion.id;
  let meetingId = meeting.id;
  const revisionOf = async () => (await on.motions.detail('secretary', matterId)).revision;
  const acts: Record<Step, () => Promise<unknown>> = {
    async tell() {
      const answer = await send('paths.record', { matterId, meetingId, step: STEP, ...on.said() });
      expect(answer).toBe(knows.told === null ? null : 'PATH_STEP_RECORDED');
      knows.told = on.stepOf(await on.board('secretary', matterId), STEP)?.record?.id ?? null;
    },
    async back() {
      if (knows.told === null) return;
      const answer = await send('paths.withdraw', { matterId, recordId: knows.told, reason: '记错了' });
      expect(answer).toBe(knows.announced ? 'PATH_STEP_IN_USE' : null);
      if (answer === null) knows.told = null;
    },
    async notice() {
      const { revision } = await on.as('secretary').call('meetings.detail', { id: meetingId });
      const answer = await send('meetings.giveNotice', { id: meetingId, revision });
      expect(answer).toBe(knows.noticed ? 'MEETING_STAGE' : null);
      knows.noticed = true;
    },
    // The meeting is cancelled and the draft put on the next one: what was told of the first is not told of this one.
    async next() {
      if (knows.announced || !knows.confirmed) return;
      const { revision } = await on.as('secretary').call('meetings.detail', { id: meetingId });
      await send('meetings.cancel', { id: meetingId, revision, reason: '场地漏水' });
      const planned = {
        body: 'owners',
        placeId: 'liulin',
        convener: 'residents-committee',
        inDays: 20,
      } as const;
      meetingId = (await noticedMeeting(cloud, yard.people.secretary.openid, planned)).id;
      const anew = { ...question(meetingId), id: matterId, revision: await revisionOf() };
      expect(await send('motions.edit', anew)).toBeNull();
      Object.assign(knows, { noticed: true, told: null });
    },
    async unconfirm() {
      await on.motions.setProfile('lantian', { ...CONFIRMED, confirmedBy: null });
      knows.confirmed = false;
    },
    async confirm() {
      await on.motions.setProfile('lantian', CONFIRMED);
      knows.confirmed = true;
    },
    async announce() {
      const expected = knows.announcing();
      expect(await send('motions.announce', { id: matterId, revision: await revisionOf() })).toBe(expected);
      if (expected === null) knows.announced = true;
    },
    // A roll made anew changes nothing of what the vote rests on.
    async renew() {
      if (!knows.announced) return;
      await measuredAnew();
      const input = { motionId: matterId, revision: await revisionOf(), reason: '面积写错了' };
      expect(await send('rolls.renew', input)).toBeNull();
    },
  };
  for (const one of order) await acts[one]();
  const seen = await on.motions.detail('secretary', matterId);
  expect(seen.phase).toBe(knows.announced ? 'announced' : 'draft');
  if (knows.announced) expect(seen.confirmedBy).toBe(CONFIRMED.confirmedBy);
}

describe('an owners’ vote, its meetings and its local profile in any order', () => {
  it(
    '[PATH-17] [PATH-20] [PATH-23] is never announced with a step missing or without the profile that makes it statutory',
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, (order) => run(order)),
        { numRuns: RUNS, seed: 20260302, endOnFailure: true },
      );
    },
    TIME,
  );
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Tries, triedDenials } from '../support/denials';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { meetingVoteCallsOf, voteOn } from '../support/meeting-votes';
import { yardMeeting } from '../support/meetings';
import { DAY, type Detail, HOUR, ownersPoll, type PersonKey } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { type Resolution, resolutionCallsOf } from '../support/resolutions';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof meetingVoteCallsOf>;
let results: ReturnType<typeof resolutionCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = meetingVoteCallsOf(cloud, yard);
  results = resolutionCallsOf(cloud, yard, await uploadPhoto(cloud, yard.people.propertyManager.openid));
});
afterAll(() => cloud.close());

const now = () => cloud.cloud.clock.now();
const soon = () => ({ opensAt: now() + HOUR, closesAt: now() + DAY });
const draftOf = (changes = {}) => ownersPoll({ window: soon(), ...changes });

/** A yard meeting of tomorrow, planned and not announced. */
function planned() {
  const startsAt = now() + 2 * DAY;
  const plan = yardMeeting({ startsAt, endsAt: startsAt + 2 * HOUR });
  return on.meetings.schedule('secretary', plan);
}

const motionTries: Tries<Detail> = {
  // Whoever has no voter in it cannot even name one.
  vote: ({ id: motionId, mine }) => {
    const own = mine.find(({ may }) => may === null) ?? mine[0];
    const ballot = { motionId, entryId: own?.entryId, choice: 'yes', replaces: 0 };
    return own ? { action: 'motions.castBallot', input: ballot } : null;
  },
  edit: ({ id, revision }) => ({ action: 'motions.edit', input: { id, revision, ...draftOf() } }),
  announce: ({ id, revision }) => ({ action: 'motions.announce', input: { id, revision } }),
  changeClosing: ({ id, revision, closesAt }) => ({
    action: 'motions.changeClosing',
    input: { id, revision, closesAt: closesAt - 60_000, reason: '人都投过了' },
  }),
  cancel: ({ id, revision }) => ({ action: 'motions.cancel', input: { id, revision, reason: '材料不全' } }),
  publish: ({ id: motionId }) => ({
    action: 'resolutions.publish',
    input: { motionId, text: '按结果办。', publishedUntilOn: results.dayIn(20) },
  }),
};

async function motionAgrees({ id }: { id: string }): Promise<void> {
  // Drafts are seen by the offices alone.
  const detailOf = (person: PersonKey) => on.motions.detail(person, id).catch(() => null);
  const { tried, wrong } = await triedDenials({ cloud, yard }, detailOf, motionTries);
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(5);
}

const announceDenial = async ({ id }: { id: string }) =>
  (await on.motions.detail('secretary', id)).can.announce;

describe('[SEC-15] the denial on the screen of a draft is the announcement’s', () => {
  it('[MOT-4] where its meeting has told nobody yet, until the notice goes out', async () => {
    const meeting = await planned();
    const draft = await on.motions.draft('secretary', voteOn(meeting));
    expect(draft.can.announce).toBe('NOTICE_NOT_SENT');
    await motionAgrees(draft);
    await on.meetings.giveNotice('secretary', meeting);
    expect(await announceDenial(draft)).toBeNull();
    expect((await on.motions.announce('secretary', draft)).phase).toBe('announced');
  });

  it('[MOT-4] where its item was taken off the agenda, and where the meeting was cancelled', async () => {
    const meeting = await planned();
    const draft = await on.motions.draft('secretary', voteOn(meeting));
    const { startsAt, endsAt } = meeting;
    const agenda = [{ id: 'b', title: '充电桩' }];
    const edit = { clientId: freshId(), id: meeting.id, revision: meeting.revision };
    const plan = yardMeeting({ startsAt, endsAt, agenda });
    const edited = await on.meetings.as('secretary').call('meetings.edit', { ...edit, ...plan });
    expect(await announceDenial(draft)).toBe('ITEM_NOT_ON_AGENDA');
    await motionAgrees(draft);
    await on.cancel(edited);
    expect(await announceDenial(draft)).toBe('MEETING_STAGE');
    await motionAgrees(draft);
  });

  it('[PATH-24] where its item has another title by now: who drafted it is told, and announces it once written anew', async () => {
    const meeting = await planned();
    const asked = voteOn(meeting, { title: '划停车位，您同意吗？' });
    const draft = await on.motions.draft('secretary', asked);
    const { startsAt, endsAt, id } = meeting;
    const plan = yardMeeting({ startsAt, endsAt, agenda: [{ id: 'a', title: '装充电桩' }] });
    const retitled = (revision: number) =>
      on.meetings.as('secretary').call('meetings.edit', { clientId: freshId(), id, revision, ...plan });
    // The same title again says nothing new.
    const again = await retitled((await retitled(meeting.revision)).revision);
    const inbox = await inboxOf(cloud, on.meetings.as('secretary').openid);
    const heard = inbox.filter(({ title }) => title === `请核对表决：${draft.title}`);
    expect(heard).toMatchObject([{ body: expect.stringContaining('改成了“装充电桩”') as unknown }]);
    await on.meetings.giveNotice('secretary', again);
    expect(await announceDenial(draft)).toBe('ITEM_RETITLED');
    await motionAgrees(draft);
    const anew = { clientId: freshId(), id: draft.id, revision: draft.revision, ...asked };
    await on.motions.as('secretary').call('motions.edit', anew);
    expect(await announceDenial(draft)).toBeNull();
  });

  it('[MOT-11] where its meeting now calls other voters, until it is written anew', async () => {
    const startsAt = now() + 2 * DAY;
    const times = { startsAt, endsAt: startsAt + 2 * HOUR };
    const called = (membership: 'adults' | 'households') =>
      yardMeeting({
        ...times,
        placeId: 'sanzu',
        body: 'villagers-group',
        convener: 'villagers-committee',
        membership,
      });
    const meeting = await on.meetings.schedule('secretary', called('adults'));
    const vote = { body: 'villagers-group', placeId: 'sanzu', subject: 'community-matter' } as const;
    const asked = voteOn(meeting, { ...vote, base: undefined });
    const draft = await on.motions.draft('secretary', asked);
    const { id, revision } = meeting;
    const edit = { clientId: freshId(), id, revision, ...called('households') };
    await on.meetings.as('secretary').call('meetings.edit', edit);
    expect(await announceDenial(draft)).toBe('MEETING_CHANGED');
    await motionAgrees(draft);
    const anew = { clientId: freshId(), id: draft.id, revision: draft.revision, ...asked };
    await on.motions.as('secretary').call('motions.edit', anew);
    expect(await announceDenial(draft)).toBe('NOTICE_NOT_SENT');
  });

  it('[PRO-8] where its matter was withdrawn', async () => {
    const proposalId = await on.motions.shared('wang', '先不修了');
    const draft = await on.motions.draft('secretary', draftOf({ proposalId }));
    const { revision } = await on.motions.as('wang').call('proposals.detail', { id: proposalId });
    const withdraw = { clientId: freshId(), id: proposalId, revision };
    await on.motions.as('wang').call('proposals.withdraw', withdraw);
    expect(await announceDenial(draft)).toBe('PROPOSAL_STAGE');
    await motionAgrees(draft);
  });

  it('[PATH-9] where the profile no longer gives it its worth', async () => {
    const confirmed = { confirmedBy: '望江街道办事处', electronicVotes: ['owners' as const] };
    await on.motions.setProfile('xingfuli', confirmed);
    const window = { opensAt: now() + HOUR, closesAt: now() + 10 * DAY };
    const draft = await on.motions.draft('secretary', draftOf({ worth: 'statutory', window }));
    expect(draft.can.announce).toBeNull();
    await on.motions.setProfile('xingfuli', { confirmedBy: null, electronicVotes: [] });
    expect(await announceDenial(draft)).toBe('WORTH_NOT_CONFIRMED');
    await motionAgrees(draft);
  });

  it('[CLK-4] where less than a minute of its time is left', async () => {
    const draft = await on.motions.draft('secretary', draftOf());
    await cloud.advance(DAY - 59_999);
    expect(await announceDenial(draft)).toBe('TIME_IN_PAST');
    await motionAgrees(draft);
  });
});

describe('[SEC-15] the denial on the screen of a vote is the call’s', () => {
  it('before it opens, while it is open, in its last minute and until it is counted and published', async () => {
    const motion = await on.motions.announced(
      'secretary',
      draftOf({ body: 'yard', subject: 'yard-matter', base: 'cast' }),
    );
    await motionAgrees(motion);
    await cloud.advance(HOUR);
    await motionAgrees(motion);
    await cloud.advance(DAY - HOUR - 59_999);
    expect((await on.motions.detail('secretary', motion.id)).can.changeClosing).toBe('CLOSING_TOO_SOON');
    await motionAgrees(motion);
    await cloud.advance(60_000);
    await motionAgrees(motion);
    await on.motions.count(motion);
    await motionAgrees(motion);
    await results.publish('secretary', motion.id);
    await motionAgrees(motion);
  });

  it('of one that was cancelled', async () => {
    const motion = await on.motions.announced('secretary', draftOf());
    const cancel = { clientId: freshId(), id: motion.id, revision: motion.revision, reason: '材料不全' };
    await on.motions.as('secretary').call('motions.cancel', cancel);
    await motionAgrees(motion);
  });
});

describe('[SEC-15] the denial on the screen of a resolution is the call’s', () => {
  async function agrees({ id, items }: Resolution): Promise<void> {
    const office = await managerOf();
    const detailOf = async (person: PersonKey) => {
      const seen = await results.read(person, id);
      return { ...seen, can: { ...seen.can, report: seen.items[0]?.can.report ?? null } };
    };
    const item = { title: '再请人看看', ...office, dueOn: results.dayIn(9) };
    const { tried, wrong } = await triedDenials({ cloud, yard }, detailOf, {
      addItem: ({ revision }) => ({ action: 'resolutions.addItem', input: { id, revision, ...item } }),
      confirm: ({ revision }) => ({ action: 'resolutions.confirm', input: { id, revision } }),
      reopen: ({ revision }) => ({ action: 'resolutions.reopen', input: { id, revision, reason: '还在漏' } }),
      report: ({ revision }) => ({
        action: 'resolutions.report',
        input: { id, revision, itemId: items[0]?.id, text: '材料进场' },
      }),
    });
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(5);
  }

  async function managerOf() {
    const { here } = await results.as('secretary').call('members.whoIsWho', { placeId: 'xingfuli' });
    const manager = here.find(({ office }) => office.office === 'property-manager');
    return { personId: manager?.personId, officeId: manager?.office.id };
  }

  it('when it is published, in work, done and confirmed', async () => {
    await agrees((await results.published()).resolution);
    const { resolution: given } = await results.assigned();
    await agrees(given);
    const begun = await results.report('propertyManager', given, false);
    const done = await results.report('propertyManager', begun, true);
    await agrees(done);
    await agrees(await results.confirm('wang', done));
  });

  it('[RES-7] lets an office confirm what it proposed without a home there', async () => {
    const proposalId = await on.motions.shared('propertyManager', '水泵房换门锁');
    const motion = await on.motions.announced('secretary', results.poll(proposalId));
    await on.motions.cast('wang', motion.id, 'yes');
    await on.motions.count(motion);
    const { id, revision } = await results.publish('secretary', motion.id);
    const item = { title: '换门锁', ...(await managerOf()), dueOn: results.dayIn(9) };
    const given = { clientId: freshId(), id, revision, ...item };
    const assigned = await results.as('secretary').call('resolutions.addItem', given as never);
    const done = await results.report('propertyManager', assigned, true);
    expect(done.can.confirm).toBeNull();
    expect((await results.confirm('propertyManager', done)).stage).toBe('closed');
  });
});

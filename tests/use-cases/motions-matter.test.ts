import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, type Detail, type Draft, ownersPoll, type PersonKey } from '../support/motions';
import { freshId, smallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { resolutionCallsOf } from '../support/resolutions';

let cloud: TestCloud;
let calls: ReturnType<typeof resolutionCallsOf>;
let on: typeof calls.motions;

const now = () => cloud.cloud.clock.now();
const refused = (code: string): unknown => expect.objectContaining({ code });

beforeAll(async () => {
  cloud = await startTestCloud();
  const yard = await smallCommunity(cloud);
  calls = resolutionCallsOf(cloud, yard, await uploadPhoto(cloud, yard.people.propertyManager.openid));
  on = calls.motions;
  await on.setProfile('lantian', { confirmedBy: '区住建局', electronicVotes: ['owners'] });
});
afterAll(() => cloud.close());

const matter = (id: string, by: PersonKey = 'wang') => on.as(by).call('proposals.detail', { id });

/** 柳林新苑 as one owner's: one ballot decides there. */
function ownedByFeng() {
  const homes = [101, 102, 201, 202].map((room) => ({
    placeId: 'liulin-1',
    label: `柳林新苑1栋${room}`,
    use: 'home' as const,
    area: 9000,
    areaBasis: 'land-register' as const,
    holding: 'owner' as const,
    owners: [{ key: 'feng', name: '冯婷' }],
  }));
  return on.as('secretary').call('members.recordHomes', { clientId: freshId(), homes });
}

/** Has 冯婷 agree, and the vote counted. */
async function counted(motion: Detail) {
  await on.cast('feng', motion.id, 'yes');
  await on.count(motion);
}

const window = () => ({ opensAt: now(), closesAt: now() + 10 * DAY });
const statutory = (proposalId: string, changes: Partial<Draft> = {}) =>
  ownersPoll({ worth: 'statutory', proposalId, window: window(), ...changes });

describe('the statutory vote after the straw poll that prepared it', () => {
  it('[MOT-9] is put while what the poll said is being published, and decides over it', async () => {
    const { proposalId } = await calls.counted('passed');
    expect((await matter(proposalId)).stage).toBe('publishing');
    const draft = await on.draft('secretary', statutory(proposalId));
    expect(draft.can.announce).toBeNull();
    const vote = await on.announce('secretary', draft);
    expect((await matter(proposalId)).stage).toBe('voting');
    await on.cast('wang', vote.id, 'yes');
    await on.count(vote);
    expect((await on.detail('wang', vote.id)).verdict?.outcome).toBe('no-quorum');
    expect((await matter(proposalId)).stage).toBe('rejected');
  });

  it('[MOT-9] goes on while the work that the poll began is reported done', async () => {
    const { proposalId, resolution } = await calls.assigned();
    const vote = await on.announced('secretary', statutory(proposalId));
    await calls.report('propertyManager', resolution, true);
    expect(await matter(proposalId)).toMatchObject({ stage: 'voting', holder: { label: vote.title } });
    await on.count(vote);
    expect((await matter(proposalId)).stage).toBe('rejected');
  });

  it('[MOT-9] [RES-11] is put after a poll that gave nobody anything to do was closed', async () => {
    const { proposalId } = await calls.published();
    await cloud.advance(17 * DAY);
    await cloud.cloud.fireTimer('timer');
    expect((await matter(proposalId)).stage).toBe('closed');
    await on.announced('secretary', statutory(proposalId));
    expect((await matter(proposalId)).stage).toBe('voting');
  });

  it('[MOT-9] is not another poll, and is put no second time once it has passed', async () => {
    await ownedByFeng();
    const proposalId = await on.shared('feng', '东边围墙要修', 'liulin');
    const there = { placeId: 'liulin', proposalId };
    await counted(await on.announced('secretary', { ...calls.poll(proposalId), ...there }));
    expect((await matter(proposalId, 'feng')).stage).toBe('publishing');
    const poll = { ...calls.poll(proposalId), ...there };
    await expect(on.draft('secretary', poll)).rejects.toEqual(refused('PROPOSAL_STAGE'));
    const draft = await on.draft('secretary', statutory(proposalId, there));
    const later = { opensAt: now() + 20 * DAY, closesAt: now() + 30 * DAY };
    const second = await on.draft('secretary', statutory(proposalId, { ...there, window: later }));
    await counted(await on.announce('secretary', draft));
    expect((await on.detail('feng', draft.id)).verdict?.outcome).toBe('passed');
    expect((await matter(proposalId, 'feng')).stage).toBe('publishing');
    expect((await on.detail('secretary', second.id)).can.announce).toBe('PROPOSAL_STAGE');
    await expect(on.announce('secretary', second)).rejects.toEqual(refused('PROPOSAL_STAGE'));
  });
});

describe('a matter one of whose votes is cancelled', () => {
  /** Announces a vote that opens after the others were counted. */
  const second = (proposalId: string) =>
    on.announced('secretary', {
      ...calls.poll(proposalId),
      window: { opensAt: now() + 20 * DAY, closesAt: now() + 30 * DAY },
    });
  const cancel = ({ id, revision }: Detail) =>
    on.as('secretary').call('motions.cancel', { clientId: freshId(), id, revision, reason: '不用了' });

  it.each([
    ['yes', 'publishing'],
    ['no', 'rejected'],
  ] as const)('[MOT-12] is where the other vote has left it: %s, %s', async (choice, stage) => {
    const proposalId = await on.shared('wang', '修一修屋顶，漏水了');
    const first = await on.announced('secretary', calls.poll(proposalId));
    const other = await second(proposalId);
    await on.cast('wang', first.id, choice);
    await on.count(first);
    expect((await matter(proposalId)).stage).toBe('voting');
    await cancel(other);
    expect(await matter(proposalId)).toMatchObject({ stage, holder: { label: '等待公示' } });
  });

  it('[MOT-12] goes on with the work that was ordered for it', async () => {
    const { proposalId, resolution } = await calls.assigned();
    const before = await matter(proposalId);
    const opensAt = now() + DAY;
    const times = { opensAt, closesAt: opensAt + 10 * DAY };
    await cancel(await on.announced('secretary', statutory(proposalId, { window: times })));
    expect(await matter(proposalId)).toMatchObject({
      stage: 'doing',
      holder: { label: before.holder.label },
      resolutionId: resolution.id,
    });
  });

  it('[MOT-12] stays rejected and published where its result was no', async () => {
    const { proposalId, motionId } = await calls.counted('failed');
    await calls.publish('secretary', motionId);
    await cancel(await second(proposalId));
    expect(await matter(proposalId)).toMatchObject({ stage: 'rejected', holder: { label: '已公示' } });
  });
});

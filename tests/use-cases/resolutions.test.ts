import type { CallOutput } from '@contract/calls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { DAY, motionCallsOf, ownersPoll, type PersonKey } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';

let cloud: TestCloud;
let yard: SmallCommunity;
let motions: ReturnType<typeof motionCallsOf>;
let photo: string;

type Resolution = CallOutput<'resolutions.detail'>;

const refused = (code: string) => expect.objectContaining({ code });
const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
const read = (by: PersonKey, id: string) => as(by).call('resolutions.detail', { id });

/** Owners whose groups together hold more than two thirds of heads and area in the small community. */
const OWNERS = ['zhao', 'zhou', 'wang', 'liuDeming', 'heJing', 'developer'] as const satisfies PersonKey[];

/** A counted motion on a shared proposal of 王桂兰; passed by a poll with a turnout that the register allows, or failed. */
async function counted(outcome: 'passed' | 'failed') {
  const proposalId = await motions.shared('wang', '修一修屋顶，漏水了');
  const motion = await motions.announced('secretary', poll(proposalId));
  const choice = outcome === 'passed' ? 'yes' : 'no';
  for (const owner of OWNERS) await motions.cast(owner, motion.id, choice).catch(() => undefined);
  await motions.count(motion);
  return { proposalId, motionId: motion.id, counted: await motions.detail('secretary', motion.id) };
}

/** A yard vote by homes: those who cast decide, so a few voters are enough for a result. */
function poll(proposalId: string) {
  const now = cloud.cloud.clock.now();
  const window = { opensAt: now, closesAt: now + 10 * DAY };
  return ownersPoll({
    body: 'yard',
    subject: 'yard-matter',
    base: 'cast',
    membership: null,
    proposalId,
    window,
  });
}

const dayIn = (days: number) =>
  new Date(cloud.cloud.clock.now() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

const publish = (by: PersonKey, motionId: string, publishedUntilOn = dayIn(15)) =>
  as(by).call('resolutions.publish', {
    clientId: freshId(),
    motionId,
    text: '修屋顶，费用从维修资金出。',
    publishedUntilOn,
  });

async function published() {
  const { proposalId, motionId } = await counted('passed');
  return { proposalId, resolution: await publish('secretary', motionId) };
}

async function assigned() {
  const { proposalId, resolution } = await published();
  const { here } = await as('secretary').call('members.whoIsWho', { placeId: 'xingfuli' });
  const manager = here.find((line) => line.office.office === 'property-manager');
  if (!manager) throw new Error('the small community has a property manager');
  const item = {
    title: '请施工队修屋顶',
    personId: manager.personId,
    officeId: manager.office.id,
    dueOn: dayIn(30),
  };
  const { id, revision } = resolution;
  const input = { clientId: freshId(), id, revision, ...item };
  return { proposalId, resolution: await as('secretary').call('resolutions.addItem', input) };
}

const report = (by: PersonKey, { id, revision, items }: Resolution, done: boolean, photos = [photo]) =>
  as(by).call('resolutions.report', {
    clientId: freshId(),
    id,
    itemId: items[0]?.id ?? '',
    revision,
    text: done ? '修好了，试过水' : '材料进场',
    photos,
    done,
  });

async function finished() {
  const { proposalId, resolution } = await assigned();
  const begun = await report('propertyManager', resolution, false);
  return { proposalId, resolution: await report('propertyManager', begun, true) };
}

const confirm = (by: PersonKey, { id, revision }: Resolution) =>
  as(by).call('resolutions.confirm', { clientId: freshId(), id, revision });
const reopen = (by: PersonKey, { id, revision }: Resolution) =>
  as(by).call('resolutions.reopen', { clientId: freshId(), id, revision, reason: '屋角还在漏' });
const inbox = async (person: PersonKey) => {
  await cloud.cloud.fireTimer('timer');
  return (await as(person).call('messages.list', {})).items.map((message) => message.title);
};

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  motions = motionCallsOf(cloud, yard);
  photo = await uploadPhoto(cloud, yard.people.propertyManager.openid);
});
afterAll(() => cloud.close());

describe('publishing', () => {
  it('[RES-3] says until when, for at least fifteen days, and once', async () => {
    const { motionId } = await counted('passed');
    await expect(publish('secretary', motionId, dayIn(14))).rejects.toEqual(refused('PUBLICATION_TOO_SHORT'));
    const resolution = await publish('secretary', motionId);
    expect(resolution).toMatchObject({ stage: 'publishing', outcome: 'passed', publicationOver: false });
    await expect(publish('secretary', motionId)).rejects.toEqual(refused('RESOLUTION_STAGE'));
    expect(await inbox('wang')).toContain('决议公示：使用维修资金修缮屋顶，您同意吗？');
  });

  it('[RES-1] carries every figure, every line and its article', async () => {
    const { motionId, counted: motion } = await counted('passed');
    const resolution = await publish('secretary', motionId);
    expect(resolution.verdict).toEqual(motion.verdict);
    expect(resolution.verdict.lines.length).toBeGreaterThan(0);
    for (const line of resolution.verdict.lines) expect(line.article).not.toBe('');
  });

  it('[RES-4] says what the vote was worth', async () => {
    const { resolution } = await published();
    expect(resolution.worth).toBe('straw');
    expect(resolution.timeline.at(-1)?.detail).toContain('预表决，不替代法定表决');
  });

  it('[RES-9] publishes a vote that did not pass as such, with nothing to be done', async () => {
    const { motionId, proposalId } = await counted('failed');
    const resolution = await publish('secretary', motionId);
    expect(resolution).toMatchObject({
      outcome: 'not-passed',
      stage: 'closed',
      closed: { how: 'nothing-to-do' },
    });
    expect(resolution.can.addItem).toBe('RESOLUTION_STAGE');
    expect((await as('wang').call('proposals.detail', { id: proposalId })).stage).toBe('rejected');
  });

  it('[RES-2] is refused before the count, and to whoever holds no such office', async () => {
    const motion = await motions.announced('secretary', poll(await motions.shared('wang', '再修一次屋顶')));
    await expect(publish('secretary', motion.id)).rejects.toEqual(refused('RESULT_PENDING'));
    await expect(publish('wang', motion.id)).rejects.toEqual(refused('NOT_ALLOWED'));
    await expect(publish('otherSecretary', motion.id)).rejects.toEqual(refused('NOT_FOUND'));
  });

  it('[SEC-11] is read by the people of the place and not by another community', async () => {
    const { resolution } = await published();
    expect((await read('tenant', resolution.id)).title).toBe(resolution.title);
    await expect(read('stranger', resolution.id)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(read('otherSecretary', resolution.id)).rejects.toEqual(refused('NOT_FOUND'));
  });
});

describe('the work that follows', () => {
  it('[RES-5] is given to an office of the place with a day, and only after a decision that passed', async () => {
    const { resolution, proposalId } = await assigned();
    expect(resolution).toMatchObject({ stage: 'doing', items: [{ state: 'open', overdue: false }] });
    expect(resolution.items[0]?.responsible.label).toBe('物业 孙伟');
    expect((await as('wang').call('proposals.detail', { id: proposalId })).holder.label).toBe('物业 孙伟');
    expect(await inbox('propertyManager')).toContain('请您负责：请施工队修屋顶');
    const stranger = await as('otherSecretary').call('members.whoIsWho', { placeId: 'guihu' });
    const [line] = stranger.here;
    const { id, revision } = resolution;
    await expect(
      as('secretary').call('resolutions.addItem', {
        clientId: freshId(),
        id,
        revision,
        title: '别处的人来办',
        personId: line?.personId ?? '',
        officeId: line?.office.id ?? '',
        dueOn: dayIn(3),
      }),
    ).rejects.toEqual(refused('OFFICE_ENDED'));
  });

  it('[RES-6] is reported by the responsible office alone, and as done only with a photo', async () => {
    const { resolution } = await assigned();
    await expect(report('secretary', resolution, false)).rejects.toEqual(refused('NOT_RESPONSIBLE'));
    await expect(report('wang', resolution, false)).rejects.toEqual(refused('NOT_ALLOWED'));
    await expect(report('propertyManager', resolution, true, [])).rejects.toEqual(refused('PHOTO_NEEDED'));
    const missing = ['cloud://local-cloud.6c6f/none.png'];
    await expect(report('propertyManager', resolution, true, missing)).rejects.toEqual(
      refused('PHOTO_UNKNOWN'),
    );
    const after = await report('propertyManager', resolution, true);
    expect(after).toMatchObject({ stage: 'done', items: [{ state: 'done' }] });
    await expect(report('propertyManager', after, false)).rejects.toEqual(refused('ACTION_ITEM_STAGE'));
  });

  it('[RES-7] is closed when the proposer confirms it, and by nobody else', async () => {
    const { resolution, proposalId } = await finished();
    expect(await inbox('wang')).toContain('等您确认');
    await expect(confirm('zhou', resolution)).rejects.toEqual(refused('NOT_PROPOSER'));
    const closed = await confirm('wang', resolution);
    expect(closed).toMatchObject({
      stage: 'closed',
      closed: { how: 'confirmed' },
      items: [{ state: 'confirmed' }],
    });
    expect((await as('zhou').call('proposals.detail', { id: proposalId })).stage).toBe('closed');
    expect(await inbox('propertyManager')).toContain(`提出人确认办结：${resolution.title}`);
  });

  it('[RES-7] goes back to the responsible office when the proposer says what is missing', async () => {
    const { resolution } = await finished();
    const back = await reopen('wang', resolution);
    expect(back).toMatchObject({ stage: 'doing', silentOn: null, items: [{ state: 'open' }] });
    expect(back.reopened.map((one) => one.reason)).toEqual(['屋角还在漏']);
    expect(await inbox('propertyManager')).toContain(`还没办好：${resolution.title}`);
    const again = await report('propertyManager', back, true);
    expect((await confirm('wang', again)).stage).toBe('closed');
  });

  it('[RES-7] closes by the silence that was announced, after two reminders, and says so', async () => {
    const { resolution } = await finished();
    expect(resolution.silentOn).toBe(dayIn(7));
    const reminders = async (days: number) => {
      cloud.cloud.clock.set(cloud.cloud.clock.now() + days * DAY);
      return (await inbox('wang')).filter((title) => title === '还在等您确认').length;
    };
    const before = (await inbox('wang')).filter((title) => title === '还在等您确认').length;
    expect((await reminders(3)) - before).toBe(1);
    expect((await reminders(3)) - before).toBe(2);
    expect((await read('wang', resolution.id)).stage).toBe('done');
    await reminders(1);
    expect(await read('wang', resolution.id)).toMatchObject({ stage: 'closed', closed: { how: 'silent' } });
  });

  it('[IDM-5] is confirmed or reopened, not both, when two phones of the proposer press at once', async () => {
    const { resolution } = await finished();
    const outcomes = await Promise.allSettled([confirm('wang', resolution), reopen('wang', resolution)]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the timeline', () => {
  it('[RES-8] shows every step from the proposal to the finished work in order of time, to any resident', async () => {
    const { resolution, proposalId } = await finished();
    await confirm('wang', resolution);
    const lines = await as('tenant').call('proposals.timeline', { id: proposalId });
    expect(lines.map((line) => line.kind)).toEqual([
      'proposed',
      'triaged',
      'vote-announced',
      'counted',
      'published',
      'assigned',
      'progress',
      'done',
      'confirmed',
    ]);
    expect(lines.map((line) => line.at)).toEqual([...lines.map((line) => line.at)].sort((a, b) => a - b));
    expect(lines.find((line) => line.kind === 'done')?.photos).toEqual([photo]);
    expect((await read('tenant', resolution.id)).timeline).toEqual(lines);
  });
});

describe('a call sent twice', () => {
  it('[IDM-1] publishes, assigns and reports once', async () => {
    const { motionId } = await counted('passed');
    const input = { clientId: freshId(), motionId, text: '修屋顶。', publishedUntilOn: dayIn(20) };
    const both = await Promise.all([1, 2].map(() => as('secretary').call('resolutions.publish', input)));
    expect(new Set(both.map((one) => one.id)).size).toBe(1);
    expect(both[1]?.timeline.filter((line) => line.kind === 'published')).toHaveLength(1);
    expect(TEST_NOW).toBeLessThan(both[0]?.publishedAt ?? 0);
  });
});

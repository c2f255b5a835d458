import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { DAY } from '../support/motions';
import { freshId, smallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { resolutionCallsOf } from '../support/resolutions';

let cloud: TestCloud;
let calls: ReturnType<typeof resolutionCallsOf>;
let photo: string;

const refused = (code: string): unknown => expect.objectContaining({ code });

beforeAll(async () => {
  cloud = await startTestCloud();
  const yard = await smallCommunity(cloud);
  photo = await uploadPhoto(cloud, yard.people.propertyManager.openid);
  calls = resolutionCallsOf(cloud, yard, photo);
});
afterAll(() => cloud.close());

describe('the work that follows', () => {
  it('[RES-5] is given to an office of the place with a day, and only after a decision that passed', async () => {
    const { resolution, proposalId } = await calls.assigned();
    expect(resolution).toMatchObject({ stage: 'doing', items: [{ state: 'open', overdue: false }] });
    expect(resolution.items[0]?.responsible.label).toBe('物业 孙伟');
    expect((await calls.as('wang').call('proposals.detail', { id: proposalId })).holder.label).toBe(
      '物业 孙伟',
    );
    expect(await calls.inbox('propertyManager')).toContain('请您负责：请施工队修屋顶');
    const stranger = await calls.as('otherSecretary').call('members.whoIsWho', { placeId: 'guihu' });
    const [line] = stranger.here;
    const { id, revision } = resolution;
    await expect(
      calls.as('secretary').call('resolutions.addItem', {
        clientId: freshId(),
        id,
        revision,
        title: '别处的人来办',
        personId: line?.personId ?? '',
        officeId: line?.office.id ?? '',
        dueOn: calls.dayIn(3),
      }),
    ).rejects.toEqual(refused('OFFICE_ENDED'));
  });

  it('[RES-6] [LIST-2] lies on the desk of the office that was given it, until it is done', async () => {
    const { resolution } = await calls.assigned();
    const waits = async () => {
      const { groups } = await calls.as('propertyManager').call('overview.desk', {});
      return groups.flatMap(({ items }) => items.map(({ link }) => link));
    };
    const link = expect.stringContaining(resolution.id) as string;
    expect(await waits()).toContainEqual(link);
    await calls.report('propertyManager', resolution, true);
    expect(await waits()).not.toContainEqual(link);
  });

  it('[RES-6] is reported by the responsible office alone, and as done only with a photo', async () => {
    const { resolution } = await calls.assigned();
    await expect(calls.report('secretary', resolution, false)).rejects.toEqual(refused('NOT_RESPONSIBLE'));
    await expect(calls.report('wang', resolution, false)).rejects.toEqual(refused('NOT_ALLOWED'));
    await expect(calls.report('propertyManager', resolution, true, [])).rejects.toEqual(
      refused('PHOTO_NEEDED'),
    );
    const missing = ['cloud://local-cloud.6c6f/none.png'];
    await expect(calls.report('propertyManager', resolution, true, missing)).rejects.toEqual(
      refused('PHOTO_UNKNOWN'),
    );
    const after = await calls.report('propertyManager', resolution, true);
    expect(after).toMatchObject({ stage: 'done', items: [{ state: 'done' }] });
    await expect(calls.report('propertyManager', after, false)).rejects.toEqual(refused('ACTION_ITEM_STAGE'));
  });

  it('[RES-7] is closed when the proposer confirms it, and by nobody else', async () => {
    const { resolution, proposalId } = await calls.finished();
    expect(await calls.inbox('wang')).toContain('等您确认');
    await expect(calls.confirm('zhou', resolution)).rejects.toEqual(refused('NOT_PROPOSER'));
    const closed = await calls.confirm('wang', resolution);
    expect(closed).toMatchObject({
      stage: 'closed',
      closed: { how: 'confirmed' },
      items: [{ state: 'confirmed' }],
    });
    expect((await calls.as('zhou').call('proposals.detail', { id: proposalId })).stage).toBe('closed');
    expect(await calls.inbox('propertyManager')).toContain(`提出人确认办结：${resolution.title}`);
  });

  it('[RES-7] goes back to the responsible office when the proposer says what is missing', async () => {
    const { resolution } = await calls.finished();
    const back = await calls.reopen('wang', resolution);
    expect(back).toMatchObject({ stage: 'doing', silentOn: null, items: [{ state: 'open' }] });
    expect(back.reopened.map((one) => one.reason)).toEqual(['屋角还在漏']);
    expect(await calls.inbox('propertyManager')).toContain(`还没办好：${resolution.title}`);
    const again = await calls.report('propertyManager', back, true);
    expect((await calls.confirm('wang', again)).stage).toBe('closed');
  });

  it('[RES-7] closes by the silence that was announced, after two reminders, and says so', async () => {
    const { resolution } = await calls.finished();
    expect(resolution.silentOn).toBe(calls.dayIn(7));
    const reminders = async (days: number) => {
      cloud.cloud.clock.set(cloud.cloud.clock.now() + days * DAY);
      return (await calls.inbox('wang')).filter((title) => title === '还在等您确认').length;
    };
    const before = (await calls.inbox('wang')).filter((title) => title === '还在等您确认').length;
    expect((await reminders(3)) - before).toBe(1);
    expect((await reminders(3)) - before).toBe(2);
    expect((await calls.read('wang', resolution.id)).stage).toBe('done');
    await reminders(1);
    expect(await calls.read('wang', resolution.id)).toMatchObject({
      stage: 'closed',
      closed: { how: 'silent' },
    });
  });

  it('[IDM-5] is confirmed or reopened, not both, when two phones of the proposer press at once', async () => {
    const { resolution } = await calls.finished();
    const outcomes = await Promise.allSettled([
      calls.confirm('wang', resolution),
      calls.reopen('wang', resolution),
    ]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the timeline', () => {
  it('[RES-8] shows every step from the proposal to the finished work in order of time, to any resident', async () => {
    const { resolution, proposalId } = await calls.finished();
    await calls.confirm('wang', resolution);
    const lines = await calls.as('tenant').call('proposals.timeline', { id: proposalId });
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
    expect((await calls.read('tenant', resolution.id)).timeline).toEqual(lines);
  });
});

describe('a call sent twice', () => {
  it('[IDM-1] publishes, assigns and reports once', async () => {
    const { motionId } = await calls.counted('passed');
    const input = { clientId: freshId(), motionId, text: '修屋顶。', publishedUntilOn: calls.dayIn(20) };
    const both = await Promise.all(
      [1, 2].map(() => calls.as('secretary').call('resolutions.publish', input)),
    );
    expect(new Set(both.map((one) => one.id)).size).toBe(1);
    expect(both[1]?.timeline.filter((line) => line.kind === 'published')).toHaveLength(1);
    expect(TEST_NOW).toBeLessThan(both[0]?.publishedAt ?? 0);
  });
});

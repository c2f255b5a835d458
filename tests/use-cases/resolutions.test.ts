import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY } from '../support/motions';
import { freshId, smallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { resolutionCallsOf } from '../support/resolutions';

let cloud: TestCloud;
let calls: ReturnType<typeof resolutionCallsOf>;

const refused = (code: string): unknown => expect.objectContaining({ code });

beforeAll(async () => {
  cloud = await startTestCloud();
  const yard = await smallCommunity(cloud);
  const photo = await uploadPhoto(cloud, yard.people.propertyManager.openid);
  calls = resolutionCallsOf(cloud, yard, photo);
});
afterAll(() => cloud.close());

describe('publishing', () => {
  it('[RES-3] says until when, for at least fifteen days, and once', async () => {
    const { motionId } = await calls.counted('passed');
    await expect(calls.publish('secretary', motionId, calls.dayIn(14))).rejects.toEqual(
      refused('PUBLICATION_TOO_SHORT'),
    );
    const resolution = await calls.publish('secretary', motionId);
    expect(resolution).toMatchObject({ stage: 'publishing', outcome: 'passed', publicationOver: false });
    await expect(calls.publish('secretary', motionId)).rejects.toEqual(refused('RESOLUTION_STAGE'));
    expect(await calls.inbox('wang')).toContain('决议公示：使用维修资金修缮屋顶，您同意吗？');
  });

  it('[RES-3] tells the first day until which it may be, and accepts it', async () => {
    const { motionId } = await calls.counted('passed');
    const { publication } = await calls.as('secretary').call('motions.tally', { id: motionId });
    expect(publication).toEqual({ days: 15, earliestUntilOn: calls.dayIn(15) });
    const resolution = await calls.publish('secretary', motionId, publication.earliestUntilOn);
    expect(resolution.publishedUntilOn).toBe(publication.earliestUntilOn);
  });

  it('[IDM-4] is answered again when its answer was lost before midnight', async () => {
    const { motionId } = await calls.counted('passed');
    const publishedUntilOn = calls.dayIn(15);
    const input = { clientId: freshId(), motionId, text: '决议', publishedUntilOn };
    const first = await calls.as('secretary').call('resolutions.publish', input);
    await cloud.advance(DAY);
    expect((await calls.as('secretary').call('resolutions.publish', input)).id).toBe(first.id);
  });

  it('[RES-1] carries every figure, every line and its article', async () => {
    const { motionId, counted: motion } = await calls.counted('passed');
    const resolution = await calls.publish('secretary', motionId);
    expect(resolution).toMatchObject({ verdict: motion.verdict, unit: '户' });
    expect(resolution.verdict.lines.length).toBeGreaterThan(0);
    for (const line of resolution.verdict.lines) expect(line.article).not.toBe('');
  });

  it('[RES-4] says what the vote was worth', async () => {
    const { resolution } = await calls.published();
    expect(resolution.worth).toBe('straw');
    expect(resolution.timeline.at(-1)?.detail).toContain('预表决，不替代法定表决');
  });

  it('[RES-9] publishes a vote that did not pass as such, with nothing to be done', async () => {
    const { motionId, proposalId } = await calls.counted('failed');
    const resolution = await calls.publish('secretary', motionId);
    expect(resolution).toMatchObject({
      outcome: 'not-passed',
      stage: 'closed',
      closed: { how: 'nothing-to-do' },
    });
    expect(resolution.can.addItem).toBe('RESOLUTION_STAGE');
    expect((await calls.as('wang').call('proposals.detail', { id: proposalId })).stage).toBe('rejected');
  });

  it('[RES-2] is refused before the count, and to whoever holds no such office', async () => {
    const motion = await calls.motions.announced(
      'secretary',
      calls.poll(await calls.motions.shared('wang', '再修一次屋顶')),
    );
    await expect(calls.publish('secretary', motion.id)).rejects.toEqual(refused('RESULT_PENDING'));
    await expect(calls.publish('wang', motion.id)).rejects.toEqual(refused('NOT_ALLOWED'));
    await expect(calls.publish('otherSecretary', motion.id)).rejects.toEqual(refused('NOT_FOUND'));
  });

  it('[SEC-11] is read by the people of the place and not by another community', async () => {
    const { resolution } = await calls.published();
    expect((await calls.read('tenant', resolution.id)).title).toBe(resolution.title);
    await expect(calls.read('stranger', resolution.id)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(calls.read('otherSecretary', resolution.id)).rejects.toEqual(refused('NOT_FOUND'));
  });
});

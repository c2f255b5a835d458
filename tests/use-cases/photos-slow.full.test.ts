import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { freshId, smallCommunity } from '../support/persons';
import { ONE_PIXEL, uploadPhoto } from '../support/photos';
import { people } from '../support/small-community/people';

let cloud: TestCloud;
let photos: string[];

const { openid } = people.secretary;
const charter = (clientId: string, title: string) => ({
  ...{ clientId, placeId: 'xingfuli', kind: 'yard-rules' as const, title, photos },
  ...{ articles: [{ id: 'a', text: '轮流说话。' }], decidedOn: '2020-05-01', decidedBy: '坝坝会' },
});
const record = (clientId: string, title = '幸福里议事规矩') =>
  cloud.as(openid).send('charters.record', charter(clientId, title));
const held = (delay: number, times = Infinity) =>
  cloud.cloud.faults.on({ action: 'storage.getObject', times, then: { delay } });

beforeAll(async () => {
  cloud = await startTestCloud();
  await smallCommunity(cloud);
  const content = (n: number) => Buffer.concat([ONE_PIXEL, Buffer.alloc(2 * 1024 * 1024, n)]);
  photos = await Promise.all(Array.from({ length: 9 }, (_, n) => uploadPhoto(cloud, openid, content(n))));
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

describe('a storage that is slow', () => {
  it('[FILE-4] is not waited for beyond the time of a call: nothing is written, and sent again it goes', async () => {
    const fault = held(60_000, 1);
    const clientId = freshId();
    const before = Date.now();
    expect(await record(clientId)).toMatchObject({ ok: false, error: { code: 'STORAGE_SLOW' } });
    expect(Date.now() - before).toBeLessThan(18_000);
    expect(fault.hits).toBe(1);
    for (const collection of ['charters', 'photo_records'] as const)
      expect(await documentsOf(cloud.cloud, collection)).toEqual([]);
    expect(await record(clientId)).toMatchObject({ ok: true });
    expect(await documentsOf(cloud.cloud, 'charters')).toHaveLength(1);
  }, 60_000);

  it('[FILE-4] [FILE-1] gives nine photos side by side, hashed in the order in which they were sent', async () => {
    const fault = held(2500);
    expect(await record(freshId(), '幸福里停车规矩')).toMatchObject({ ok: true });
    expect(fault.hits).toBe(9);
    const entries = await documentsOf<{ action: string; facts: { photoHashes?: string[] } }>(
      cloud.cloud,
      'audit',
    );
    const [first, second] = entries.filter(({ action }) => action === 'charters.record');
    expect(second?.facts.photoHashes).toHaveLength(9);
    expect(second?.facts.photoHashes).toEqual(first?.facts.photoHashes);
  }, 60_000);
});

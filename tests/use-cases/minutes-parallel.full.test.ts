import { EJSON } from 'bson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingDocument } from '../../cloudfunctions/modules/meetings/documents';
import type { MinutesDocument } from '../../cloudfunctions/modules/minutes/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { minutesCallsOf } from '../support/minutes';
import { until } from '../support/until';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let calls: ReturnType<typeof minutesCallsOf>;

let record: typeof calls.record;
let release: typeof calls.release;
let ask: typeof calls.ask;
let sign: typeof calls.sign;
let held: typeof calls.held;

const refused = (code: string): unknown => expect.objectContaining({ code });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  calls = minutesCallsOf(cloud, yard);
  ({ record, release, ask, sign, held } = calls);
});
afterAll(() => cloud.close());

describe('two at once', () => {
  it('[MIN-1] [MIN-7] release one version and have one chair; each correction is counted', async () => {
    const id = await held();
    await release(id, '议了停车。');
    const asked = await Promise.allSettled([ask('wang', id), ask('zhou', id), ask('wang', id, '又一处')]);
    expect(asked.map(({ status }) => status)).toEqual(Array(3).fill('fulfilled'));
    const chairs = await Promise.allSettled([
      sign('secretary', id, 'chair'),
      sign('residentsCommittee', id, 'chair'),
    ]);
    expect(chairs.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const texts = ['一种写法', '另一种写法'];
    const released = await Promise.allSettled(texts.map((text) => release(id, text, { change: '改' })));
    const worked = released.filter(({ status }) => status === 'fulfilled').length;
    const { versions, corrections } = await record('wang', id);
    expect(versions).toHaveLength(1 + worked);
    expect(corrections).toHaveLength(3);
    const [kept] = (await documentsOf<MinutesDocument>(cloud.cloud, 'minutes')).filter(
      ({ _id }) => _id === id,
    );
    expect(kept).toMatchObject({ open: 3 });
  });

  it('[MIN-7] [DOC-13] show the words of the very version whose hash stands beside them', async () => {
    const id = await held();
    await release(id, '第一版的话');
    const { faults } = cloud.cloud;
    const beside = async <T>(read: () => Promise<T>, text: string) => {
      const slow = faults.on({ collection: 'minutes', then: { delay: 20_000 } });
      const reading = read();
      await until(() => slow.hits === 1);
      await release(id, text, { change: '改' });
      faults.reset();
      return reading;
    };
    const seen = await beside(() => record('wang', id), '第二版的话');
    expect(seen).toMatchObject({ versions: [{ number: 2 }, {}], words: { text: '第二版的话' } });
    const show = () => calls.as('wang').call('documents.show', { clientId: freshId(), kind: 'minutes', id });
    const paper = JSON.stringify(await beside(show, '第三版的话'));
    const { versions } = await record('wang', id);
    expect(paper).toContain(versions[0]?.hash);
    expect(paper).toContain('第三版的话');
    expect(paper).not.toContain('第二版的话');
  });

  it('[MIN-2] lose no draft that another secretary kept meanwhile, and take one item once', async () => {
    const id = await held();
    const { draftRevision } = await record('secretary', id);
    const draft = { clientId: freshId(), id, draftRevision, text: '委员刚记下的' };
    await calls.as('residentsCommittee').call('minutes.saveDraft', draft);
    await expect(release(id, '书记自己写的', { draftRevision })).rejects.toEqual(refused('STALE'));
    expect((await record('secretary', id)).draft?.text).toBe('委员刚记下的');
    const items = ['先划线', '不划线'].map((text) => ({ itemId: 'a', text }));
    const { meetingRevision: revision } = await record('secretary', id);
    const twice = { clientId: freshId(), id, revision, draftRevision: 1, text: '合起来', items };
    await expect(calls.as('secretary').call('meetings.recordMinutes', twice)).rejects.toEqual(
      refused('INVALID_INPUT'),
    );
    await release(id, '合起来写的');
    expect(await record('secretary', id)).toMatchObject({ draft: null, words: { text: '合起来写的' } });
  });

  it('[MIN-3] let one person ask for ten corrections and no more', async () => {
    const id = await held();
    await release(id, '议了停车。');
    for (let n = 0; n < 10; n += 1) await ask('wang', id, `第${n}处`);
    await expect(ask('wang', id, '再来一处')).rejects.toEqual(refused('CORRECTIONS_ENOUGH'));
  });
});

describe('minutes from before there were versions', () => {
  it('[MIN-9] are version 1, to be corrected and signed like any other', async () => {
    const id = await held();
    await release(id, '老纪要。');
    const hash = (await record('wang', id)).versions[0]?.hash;
    const kept = (await documentsOf<MeetingDocument>(cloud.cloud, 'meetings')).find(({ _id }) => _id === id);
    const { version: _version, ...words } = kept?.minutes ?? { text: '', items: [], by: '', at: 0 };
    const as = async (action: 'insertDocument' | 'removeDocument', collectionName: string, more: object) =>
      cloud.cloud.database.handle({ action: `database.${action}`, collectionName, ...more });
    const only = { query: EJSON.stringify({ _id: id }), multi: false };
    await as('removeDocument', 'minutes', only);
    const ofThis = { query: EJSON.stringify({ meetingId: id }), multi: true };
    await as('removeDocument', 'minutes_versions', ofThis);
    await as('removeDocument', 'meetings', only);
    const data = [EJSON.stringify({ ...kept, minutes: words }, { relaxed: false })];
    await as('insertDocument', 'meetings', { data });
    expect(await record('wang', id)).toMatchObject({
      versions: [{ number: 1, hash }],
      words: { text: '老纪要。' },
    });
    await sign('secretary', id, 'chair');
    await ask('wang', id);
    await release(id, '改过的老纪要。', { change: '改' });
    const first = await calls.as('wang').call('minutes.version', { id, number: 1 });
    expect(first).toMatchObject({ hash, words: { text: '老纪要。' }, signatures: [{ role: 'chair' }] });
  });
});

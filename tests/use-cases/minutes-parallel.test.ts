import { EJSON } from 'bson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingDocument } from '../../cloudfunctions/modules/meetings/documents';
import type { MinutesDocument } from '../../cloudfunctions/modules/minutes/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { minutesCallsOf } from '../support/minutes';
import { type SmallCommunity, smallCommunity } from '../support/persons';

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

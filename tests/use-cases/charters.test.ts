import type { CallRequest } from '@contract/calls';
import { EJSON } from 'bson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import type { CharterDraftDocument } from '../../cloudfunctions/modules/charters/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, type Detail, motionCallsOf, ownersPoll, type PersonKey } from '../support/motions';
import { freshId, smallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { people } from '../support/small-community/people';

let cloud: TestCloud;
let on: ReturnType<typeof motionCallsOf>;
let photo: string;
let charterId: string;

const refused = (code: string): unknown => expect.objectContaining({ code });
const FIRST = [
  { id: 'a', text: '说话不超过三分钟。' },
  { id: 'b', text: '一个人说完，另一个人再说。' },
];
const SECOND = [...FIRST, { id: 'c', text: '不点名骂人。' }];

type Rules = Omit<CallRequest<'charters.record'>, 'clientId'>;
const record = (by: PersonKey, changes: Partial<Rules> = {}) =>
  on.as(by).call('charters.record', {
    clientId: freshId(),
    placeId: 'xingfuli',
    kind: 'yard-rules',
    title: '幸福里议事规矩',
    articles: FIRST,
    decidedOn: '2020-05-01',
    decidedBy: '坝坝会',
    photos: [photo],
    ...changes,
  });
const read = (by: PersonKey, id = charterId) => on.as(by).call('charters.detail', { id });
const yardVote = (title: string) => {
  const opensAt = cloud.cloud.clock.now();
  const window = { opensAt, closesAt: opensAt + 10 * DAY };
  return ownersPoll({ title, body: 'yard', subject: 'yard-matter', base: 'cast', window });
};
const attach = ({ id, revision }: Detail, articles = SECOND, base = 1, by: PersonKey = 'secretary') =>
  on.as(by).call('charters.draftChange', {
    clientId: freshId(),
    ...{ motionId: id, revision, charterId, base, articles },
  });
const drafted = async (title: string, articles = SECOND, base = 1) => {
  const motion = await on.draft('secretary', yardVote(title));
  await attach(motion, articles, base);
  return on.detail('secretary', motion.id);
};
const paper = async (by: PersonKey, kind: 'rules-change' | 'resolution', id: string) =>
  JSON.stringify(await on.as(by).call('documents.show', { clientId: freshId(), kind, id }));
const publish = (motionId: string) => {
  const until = new Date(cloud.cloud.clock.now() + 16 * DAY).toISOString().slice(0, 10);
  const input = { clientId: freshId(), motionId, text: '按表决结果执行。', publishedUntilOn: until };
  return on.as('secretary').call('resolutions.publish', input);
};

beforeAll(async () => {
  cloud = await startTestCloud();
  on = motionCallsOf(cloud, await smallCommunity(cloud));
  photo = await uploadPhoto(cloud, people.secretary.openid);
});
afterAll(() => cloud.close());

describe('the first version', () => {
  it('[CHART-1] is recorded by an office with the proof of its decision, once', async () => {
    for (const [by, changes, code] of [
      ['wang', {}, 'NOT_ALLOWED'],
      ['secretary', { kind: 'self-government-charter' }, 'PLACE_KIND_WRONG'],
      ['secretary', { decidedOn: '2026-03-03' }, 'INVALID_INPUT'],
      ['secretary', { photos: [] }, 'INVALID_INPUT'],
      ['secretary', { photos: ['cloud://nothing/here.png'] }, 'PHOTO_UNKNOWN'],
      ['secretary', { articles: [{ id: 'a', text: '这句测试违规' }] }, 'CONTENT_REFUSED'],
      ['secretary', { articles: [...FIRST, ...FIRST] }, 'INVALID_INPUT'],
    ] satisfies [PersonKey, Partial<Rules>, string][]) {
      await expect(record(by, changes)).rejects.toEqual(refused(code));
    }
    const [made, again] = await Promise.allSettled([record('secretary'), record('secretary')]);
    const outcomes = [made, again].map(({ status }) => status).sort();
    expect(outcomes).toEqual(['fulfilled', 'rejected']);
    const { items } = await on.as('wang').call('charters.list', { placeId: 'xingfuli' });
    expect(items).toMatchObject([{ title: '幸福里议事规矩', current: 1, filingMissing: false }]);
    charterId = items[0]?.id ?? '';
    const seen = await read('wang');
    expect(seen).toMatchObject({
      articles: FIRST,
      versions: [{ source: '2020年5月1日由坝坝会通过，社区登记' }],
    });
    await expect(read('feng')).rejects.toEqual(refused('NOT_FOUND'));
  });
});

describe('a change', () => {
  let motion: Detail;

  it('[CHART-2] is drafted on a motion of its subject and place that is not announced yet', async () => {
    motion = await on.draft('secretary', yardVote('改议事规矩，您同意吗？'));
    await expect(attach(motion, FIRST)).rejects.toEqual(refused('CHARTER_UNCHANGED'));
    await expect(attach(motion, SECOND, 2)).rejects.toEqual(refused('CHARTER_CHANGED'));
    await expect(attach(motion, SECOND, 1, 'wang')).rejects.toEqual(refused('NOT_ALLOWED'));
    const other = await on.draft('secretary', ownersPoll());
    await expect(attach(other)).rejects.toEqual(refused('CHARTER_WRONG_FOR_MOTION'));
    const made = await attach(motion);
    expect(made.difference.map(({ state }) => state)).toEqual(['same', 'same', 'added']);
    await expect(attach(motion)).rejects.toEqual(refused('STALE'));
    expect((await read('wang')).drafts).toEqual([]);
    await expect(paper('wang', 'rules-change', motion.id)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(paper('secretary', 'rules-change', motion.id)).rejects.toEqual(
      refused('DOCUMENT_NOT_READY'),
    );
    motion = await on.announce('secretary', await on.detail('secretary', motion.id));
    await expect(attach(motion, [...SECOND].reverse())).rejects.toEqual(refused('MOTION_STAGE'));
    const seen = await on.as('wang').call('charters.ofMotion', { motionId: motion.id });
    expect(seen).toMatchObject({ hash: made.hash, articles: SECOND, state: 'drafted', base: 1 });
    expect(motion.charter).toEqual({ id: charterId, hash: made.hash });
    await expect(on.as('feng').call('charters.ofMotion', { motionId: motion.id })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
  });

  it('[CHART-7] is printed as the phone shows it, for whoever sees the vote', async () => {
    const sheet = await paper('wang', 'rules-change', motion.id);
    for (const said of [
      '不点名骂人',
      '新增：第3条',
      '表决通过并公布决议以后，成为第2版',
      motion.charter?.hash,
    ]) {
      expect(sheet).toContain(said);
    }
    await expect(paper('feng', 'rules-change', motion.id)).rejects.toEqual(refused('NOT_FOUND'));
    const other = await on.announced('secretary', ownersPoll());
    await expect(paper('wang', 'rules-change', other.id)).rejects.toEqual(refused('DOCUMENT_NOT_READY'));
  });

  it('[CHART-3] [CHART-4] comes into force word by word with the published result; the other one on its base does not', async () => {
    const rival = await on.announce('secretary', await drafted('另一个改法', [...FIRST].reverse()));
    for (const vote of [motion, rival]) await on.cast('wang', vote.id, 'yes');
    await on.count(rival);
    expect((await read('wang')).current).toBe(1);
    const resolution = await publish(motion.id);
    const late = await on.as('wang').call('charters.ofMotion', { motionId: rival.id });
    expect(late.effect).toContain('另一次表决已经让第2版生效');
    await publish(rival.id);
    const printed = await paper('wang', 'resolution', resolution.id);
    for (const said of ['不点名骂人', '已经成为第2版', motion.charter?.hash]) expect(printed).toContain(said);
    const seen = await read('wang');
    expect(seen).toMatchObject({ current: 2, articles: SECOND });
    expect(seen.versions[0]).toMatchObject({
      number: 2,
      hash: motion.charter?.hash,
      source: '决议：改议事规矩，您同意吗？',
    });
    const states = new Map(seen.drafts.map(({ motionId, state }) => [motionId, state]));
    expect([states.get(motion.id), states.get(rival.id)]).toEqual(['in-force', 'outdated']);
    const entries = await documentsOf<AuditEntry>(cloud.cloud, 'audit');
    const facts = entries.find(
      ({ action, facts: { charter } }) => action === 'resolutions.publish' && charter,
    )?.facts;
    expect(facts?.charter).toMatchObject({ charter: charterId, outcome: 'in-force', version: 2 });
    const old = await on.as('wang').call('charters.version', { id: charterId, number: 1 });
    expect(old.difference.map(({ after }) => after?.text)).toEqual(FIRST.map(({ text }) => text));
    const compared = await on.as('wang').call('charters.version', { id: charterId, number: 2 });
    expect(compared).toMatchObject({ against: 1 });
    expect(compared.difference.map(({ state }) => state)).toEqual(['same', 'same', 'added']);
  });

  it('[CHART-4] is not announced against a version that is gone, and is drafted anew', async () => {
    const opensAt = cloud.cloud.clock.now();
    const fresh = await on.draft('secretary', yardVote('再改一次'));
    await attach(fresh, [...SECOND].reverse(), 2);
    const stale = await on.detail('secretary', fresh.id);
    const faster = await on.announce('secretary', await drafted('更快的改法', FIRST, 2));
    await on.cast('wang', faster.id, 'yes');
    await on.count(faster);
    await publish(faster.id);
    const window = { opensAt: cloud.cloud.clock.now(), closesAt: opensAt + 40 * DAY };
    const edited = await on.as('secretary').call('motions.edit', {
      clientId: freshId(),
      ...{ id: stale.id, revision: stale.revision, ...yardVote('再改一次'), window },
    });
    expect(edited.can.announce).toBe('CHARTER_CHANGED');
    await expect(on.announce('secretary', edited)).rejects.toEqual(refused('CHARTER_CHANGED'));
    await attach(edited, SECOND, 3);
    const again = await on.announce('secretary', await on.detail('secretary', stale.id));
    await on.cast('wang', again.id, 'no');
    await on.count(again);
    // Another text under the announced hash is what nobody voted on.
    const kept = (await documentsOf<CharterDraftDocument>(cloud.cloud, 'charter_drafts')).find(
      ({ _id }) => _id === again.id,
    );
    const put = async (document: object) => {
      const at = { collectionName: 'charter_drafts' };
      const query = EJSON.stringify({ _id: again.id });
      await cloud.cloud.database.handle({ action: 'database.removeDocument', ...at, query, multi: false });
      const data = [EJSON.stringify(document, { relaxed: false })];
      await cloud.cloud.database.handle({ action: 'database.insertDocument', ...at, data });
    };
    await put({ ...kept, articles: FIRST });
    await expect(publish(again.id)).rejects.toBeDefined();
    await expect(paper('wang', 'rules-change', again.id)).rejects.toEqual(refused('INTERNAL'));
    await put({ ...kept });
    await publish(again.id);
    const { current, drafts } = await read('wang');
    expect(current).toBe(3);
    expect(drafts.find(({ motionId }) => motionId === again.id)?.state).toBe('no-effect');
  });
});

describe('filing', () => {
  it('[CHART-6] of what the residents agreed on is recorded with its proof, and its lack is shown', async () => {
    const made = await record('secretary', {
      kind: 'self-government-charter',
      placeId: 'lantian',
      title: '蓝田居民公约',
    });
    const file = (id: string, revision: number, by: PersonKey = 'secretary', filedOn = '2020-05-20') =>
      on.as(by).call('charters.file', {
        clientId: freshId(),
        ...{ id, revision, number: 1, filedOn, office: '望江街道办事处', photos: [photo] },
      });
    expect(made).toMatchObject({
      filingMissing: true,
      filingArticle: expect.stringContaining('第三十一条') as string,
    });
    await expect(file(made.id, 1, 'wang')).rejects.toEqual(refused('NOT_ALLOWED'));
    await expect(file(made.id, 1, 'secretary', '2031-01-01')).rejects.toEqual(refused('INVALID_INPUT'));
    await expect(file(charterId, 1)).rejects.toEqual(refused('CHARTER_NOT_FILED_HERE'));
    const filed = await file(made.id, 1);
    expect(filed).toMatchObject({ filingMissing: false, versions: [{ filing: { filedOn: '2020-05-20' } }] });
    await expect(file(made.id, 2)).rejects.toEqual(refused('CHARTER_FILED'));
    const there = await record('secretary', { placeId: 'liulin', title: '柳林的规矩' });
    const listed = async (by: PersonKey) =>
      (await on.as(by).call('charters.list', { placeId: 'lantian' })).items.map(({ id }) => id);
    expect(await listed('wang')).toEqual(expect.arrayContaining([made.id, charterId]));
    expect(await listed('wang')).not.toContain(there.id);
    expect(await listed('feng')).toContain(there.id);
    // Who lives in the estate reads what binds the whole community.
    const { items } = await on.as('wang').call('charters.list', { placeId: 'xingfuli' });
    expect(items.map(({ title }) => title)).toEqual(['幸福里议事规矩', '蓝田居民公约']);
  });
});

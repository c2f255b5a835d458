import type { CallName } from '@contract/calls';
import { EJSON } from 'bson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionName } from '../../config/collections';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { motionCallsOf } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { proxyCallsOf } from '../support/proxies';
import { people } from '../support/small-community/people';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;

type Row = Record<string, unknown> & { _id: string };
interface Listed {
  items: { id: string }[];
  next: string | null;
}

const once = () => ({ clientId: freshId() });
const MADE = {
  organisations: async () => {
    const kept = { name: '望江路小学', kind: 'school', offers: '借操场', contact: '总务主任' } as const;
    await on.as('secretary').call('organisations.add', { ...once(), placeId: 'xingfuli', ...kept });
  },
  charters: async () => {
    const photos = [await uploadPhoto(cloud, people.secretary.openid)];
    await on.as('secretary').call('charters.record', {
      ...{ ...once(), placeId: 'xingfuli', kind: 'yard-rules', title: '幸福里议事规矩', photos },
      ...{ articles: [{ id: 'a', text: '轮流说。' }], decidedOn: '2020-05-01', decidedBy: '坝坝会' },
    });
  },
  meeting_series: async () => {
    await on.as('secretary').call('series.plan', {
      ...{ ...once(), title: '幸福里圆桌', placeId: 'xingfuli', form: 'round-table', convener: 'secretary' },
      ...{ venue: '2栋前坝子', every: 'month', firstOn: '2026-04-08', startsAt: '19:30', minutes: 90 },
    });
  },
} satisfies Partial<Record<CollectionName, () => Promise<void>>>;

async function insert(collectionName: CollectionName, rows: readonly Row[]): Promise<void> {
  const data = rows.map((row) => EJSON.stringify(row, { relaxed: false }));
  await cloud.cloud.database.handle({ action: 'database.insertDocument', collectionName, data });
}

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

describe('what lies in a place and around it', () => {
  it.each([
    ['organisations', 'organisations.list', 180],
    ['charters', 'charters.list', 120],
    ['meeting_series', 'series.list', 120],
  ] satisfies [keyof typeof MADE, CallName, number][])(
    '[LIST-3] [LIST-1] of %s is listed page by page, each row once, without what is not for its reader',
    async (collection, action, seen) => {
      await MADE[collection]();
      const [row] = await documentsOf<Row & { path: string[] }>(cloud.cloud, collection);
      if (!row) throw new Error(`nothing in ${collection}`);
      const at = (name: string, path: string[]) =>
        Array.from({ length: 60 }, (_, n) => ({
          ...{ ...row, _id: `${name}-${n}`, path, placeId: path.at(-1) },
          ...(collection === 'meeting_series' && n % 2 ? { state: 'ended' } : {}),
        }));
      await insert(collection, [
        ...at('around', row.path.slice(0, -1)),
        ...at('here', row.path),
        // Of a building where the reader has no home: rules and meetings there are not theirs.
        ...at('other', [...row.path, 'xingfuli-2']),
      ]);
      const ids: string[] = [];
      let pages = 0;
      for (let cursor: string | null | undefined; cursor !== null; pages += 1) {
        const input = { placeId: 'xingfuli', cursor };
        const page = (await on.as('wang').call(action, input)) as Listed;
        expect(page.items.length).toBeLessThanOrEqual(50);
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      }
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(seen + 1);
      expect(pages).toBeGreaterThan(2);
      const strange = (await on.as('wang').call(action, { placeId: 'xingfuli', cursor: '9.x' })) as Listed;
      expect(strange).toMatchObject({ items: [], next: null });
    },
  );

  it('[LIST-3] has every version of the rules, newest first', async () => {
    const [row] = await documentsOf<Row & { versions: object[] }>(cloud.cloud, 'charters');
    const versions = Array.from({ length: 45 }, (_, n) => ({ ...row?.versions[0], number: n + 1 }));
    await insert('charters', [{ ...row, _id: 'often', versions }]);
    const numbers: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await on.as('wang').call('charters.versions', { id: 'often', cursor });
      numbers.push(...page.items.map(({ number }) => number));
      cursor = page.next;
    }
    expect(numbers).toEqual(Array.from({ length: 45 }, (_, n) => 45 - n));
    await expect(on.as('feng').call('charters.versions', { id: 'often' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('[LIST-3] says of drafted changes of the rules that there were earlier ones', async () => {
    const [row] = await documentsOf<Row>(cloud.cloud, 'charters');
    const id = row?._id ?? '';
    const drafts = Array.from({ length: 51 }, (_, n) => ({ _id: `draft-${n}`, charterId: id, at: n }));
    await insert('charter_drafts', drafts.slice(1));
    expect(await on.as('wang').call('charters.detail', { id })).toMatchObject({ earlierDrafts: false });
    await insert('charter_drafts', drafts.slice(0, 1));
    expect(await on.as('wang').call('charters.detail', { id })).toMatchObject({ earlierDrafts: true });
  });

  it('[LIST-3] [RES-8] keeps the latest lines of a timeline where there are more than one answer takes', async () => {
    const id = await on.shared('wang', '东门的路灯不亮');
    const [entry] = (await documentsOf<Row>(cloud.cloud, 'audit')).filter(({ matterId }) => matterId === id);
    const at = Number(entry?.at);
    const lines = Array.from({ length: 1000 }, (_, n) => ({
      ...{ ...entry, _id: `line-${n}`, at: at + n + 1, inputHash: `line-${n}` },
      timeline: { kind: 'progress', title: `第${n}次进展`, detail: '', photos: [], link: null },
    }));
    await insert('audit', lines);
    const shown = await on.as('wang').call('proposals.timeline', { id });
    expect(shown.at(-1)?.title).toBe('第999次进展');
    expect(shown[0]).toMatchObject({ kind: 'earlier', title: '更早的进展没有列在这里' });
    expect(shown[1]?.title).toBe('第1次进展');
    const short = await on.as('wang').call('proposals.timeline', { id: await on.shared('wang', '门禁坏了') });
    expect(short.map(({ kind }) => kind)).not.toContain('earlier');
  });

  it('[LIST-3] says below which opinion how many older answers are not listed', async () => {
    const subject = { subjectKind: 'proposal', subjectId: await on.shared('wang', '楼道堆杂物') } as const;
    for (const text of ['该清', '先通知'])
      await on.as('wang').call('discussion.post', { ...once(), ...subject, stance: 'for', text });
    const [root, other] = (await documentsOf<Row & { text: string }>(cloud.cloud, 'opinions')).sort((a, b) =>
      a.text < b.text ? 1 : -1,
    );
    const answers = Array.from({ length: 1004 }, (_, n) => ({
      ...{ ...root, _id: `answer-${n}`, rootId: root?._id, text: `第${n}条` },
      createdAt: Number(root?.['createdAt']) + n,
    }));
    await insert('opinions', answers.slice(0, 999));
    const threads = async () =>
      new Map(
        (await on.as('wang').call('discussion.list', subject)).items.map((thread) => [thread.id, thread]),
      );
    const all = (await threads()).get(root?._id ?? '');
    expect([all?.replies.length, all?.earlierReplies]).toEqual([999, 0]);
    await insert('opinions', answers.slice(999));
    const cut = (await threads()).get(root?._id ?? '');
    expect([cut?.replies.length, cut?.earlierReplies]).toEqual([1000, 4]);
    expect([cut?.replies[0]?.text, cut?.replies.at(-1)?.text]).toEqual(['第4条', '第1003条']);
    expect((await threads()).get(other?._id ?? '')?.earlierReplies).toBe(0);
  });

  it('[LIST-3] [KEEP-2] has each proxy that still counts, however many others its holder took up since', async () => {
    const to = await proxyCallsOf(cloud, yard);
    const vote = await to.poll();
    const { proxyId } = await to.entrusted(vote.id, 'wang', 'zhou');
    const [proxy] = await documentsOf<Row & { grants: object[] }>(cloud.cloud, 'proxies');
    const later = Array.from({ length: 120 }, (_, n) => ({
      ...{ ...proxy, _id: `later-${n}`, arenaId: `over-${n}`, givenAt: Number(proxy?.['givenAt']) + n + 1 },
      ...{ codeHashes: [], grants: proxy?.grants.map((grant) => ({ ...grant, motionId: `over-${n}` })) },
    }));
    await insert('proxies', later);
    expect((await to.as('zhou').call('proxies.held', {})).items).toMatchObject([{ proxyId }]);
  });

  it('[LIST-3] says of the versions of a register that there are earlier ones', async () => {
    const version = { placeId: 'xingfuli', state: 'former', fileName: '名册.xlsx', counts: { homes: 8 } };
    const rows = Array.from({ length: 51 }, (_, n) => ({ ...version, _id: `former-${n}`, createdAt: n }));
    const shown = () => on.as('administrator').call('members.registerOverview', { placeId: 'xingfuli' });
    await insert('register_versions', rows.slice(1));
    expect((await shown()).earlier).toEqual({ open: false, versions: false });
    await insert('register_versions', rows.slice(0, 1));
    const { earlier, versions } = await shown();
    expect([earlier.versions, versions.length, versions.at(-1)?.id]).toEqual([true, 50, 'former-1']);
  });
});

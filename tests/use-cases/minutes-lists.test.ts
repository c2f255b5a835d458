import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CorrectionDocument, SignatureDocument } from '../../cloudfunctions/modules/minutes/documents';
import { documentsOf, inserted } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { minutesCallsOf } from '../support/minutes';
import { freshId, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let calls: ReturnType<typeof minutesCallsOf>;
let id: string;

/** Above two pages; four of each have the same time. */
const MANY = 45;
const idOfNth = (n: number) => `many-${String(n).padStart(3, '0')}`;
const refused = (code: string): unknown => expect.objectContaining({ code });

async function everyPage<T>(page: (cursor: string | null) => Promise<{ items: T[]; next: string | null }>) {
  const items: T[] = [];
  for (let cursor: string | null = null, pages = 0; pages === 0 || cursor !== null; pages += 1) {
    const read: { items: T[]; next: string | null } = await page(cursor);
    items.push(...read.items);
    cursor = read.next;
  }
  return items;
}

/** Minutes that forty-five neighbours confirmed and wanted to have corrected, as their calls would have left them. */
async function manyOf(meetingId: string): Promise<void> {
  const [asked] = await documentsOf<CorrectionDocument>(cloud.cloud, 'minutes_corrections');
  const [signed] = await documentsOf<SignatureDocument>(cloud.cloud, 'minutes_signatures');
  for (let n = 0; n < MANY; n += 1) {
    const own = { meetingId, personId: `neighbour-${n}`, at: (signed?.at ?? 0) + Math.floor(n / 4) };
    const state = n === 7 ? 'open' : 'declined';
    const answer =
      state === 'open' ? null : { reason: '录音里没有', by: '陈秀兰', at: own.at, version: null };
    const held = n === 3 ? 'pending' : null;
    const words = { wrong: `第${n}处`, should: '改', held };
    await inserted(cloud, 'minutes_corrections', {
      ...asked,
      ...own,
      ...words,
      state,
      answer,
      _id: idOfNth(n),
    });
    await inserted(cloud, 'minutes_signatures', { ...signed, ...own, name: `邻居${n}`, _id: idOfNth(n) });
  }
}

beforeAll(async () => {
  cloud = await startTestCloud();
  calls = minutesCallsOf(cloud, await smallCommunity(cloud));
  id = await calls.held();
  await calls.release(id, '议了停车。');
  await calls.ask('wang', id, '少写一件');
  await calls.sign('secretary', id, 'chair');
  await calls.sign('wang', id, 'attendee');
  await manyOf(id);
});
afterAll(() => cloud.close());

describe('minutes that many were there for', () => {
  it('[LIST-1] [MIN-4] show the first corrections with how many there are, and each once over the pages', async () => {
    const { corrections, asked, open } = await calls.record('zhou', id);
    expect({ asked, open, shown: corrections.length }).toEqual({ asked: MANY + 1, open: 1, shown: 20 });
    const all = await everyPage((cursor) => calls.as('zhou').call('minutes.corrections', { id, cursor }));
    expect(all.slice(0, 20)).toEqual(corrections);
    expect(new Set(all.map((one) => one.id)).size).toBe(MANY + 1);
    expect(all).toHaveLength(MANY + 1);
    expect(all.map(({ at }) => at)).toEqual([...all.map(({ at }) => at)].sort((a, b) => b - a));
    const waiting = await everyPage((cursor) =>
      calls.as('secretary').call('minutes.corrections', { id, open: true, cursor }),
    );
    expect(waiting.map(({ wrong }) => wrong).sort()).toEqual(['少写一件', '第7处']);
  });

  it('[SEC-8] [MIN-7] hold back on every page what is being checked, and show each confirmation once, in the order in which they were given', async () => {
    const held = async (by: 'zhou' | 'secretary') =>
      (await everyPage((cursor) => calls.as(by).call('minutes.corrections', { id, cursor }))).find(
        (one) => one.id === idOfNth(3),
      );
    expect(await held('zhou')).toMatchObject({ held: true, wrong: '', should: '' });
    expect(await held('secretary')).toMatchObject({ held: true, wrong: '第3处' });
    const [version] = (await calls.record('zhou', id)).versions;
    expect(version).toMatchObject({ signed: MANY + 2 });
    expect(version?.signatures).toHaveLength(21);
    const read = (cursor: string | null) =>
      calls.as('zhou').call('minutes.signatures', { id, number: 1, cursor });
    const there = await everyPage(read);
    expect(there.slice(0, 20)).toEqual(version?.signatures.slice(1));
    expect(new Set(there.map(({ name }) => name)).size).toBe(MANY + 1);
    expect((await calls.as('zhou').call('minutes.version', { id, number: 1 })).signed).toBe(MANY + 2);
    await expect(calls.as('feng').call('minutes.signatures', { id, number: 1 })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    await expect(calls.as('feng').call('minutes.corrections', { id })).rejects.toEqual(refused('NOT_FOUND'));
  });

  it('[DOC-13] keep each of them on paper, and tell whoever signed that they did, wherever they stand in the list', async () => {
    const asked = { clientId: freshId(), kind: 'minutes' as const, id };
    const printed = JSON.stringify((await calls.as('wang').call('documents.show', asked)).blocks);
    for (let n = 0; n < MANY; n += 1) {
      expect(printed).toContain(`邻居${n}`);
      if (n !== 3) expect(printed).toContain(`第${n}处`);
    }
    expect(printed).not.toContain('"第3处"');
    expect((await calls.record('wang', id)).can.signAttendee).toBe('MINUTES_SIGNED');
    expect((await calls.record('zhou', id)).can.signAttendee).toBeNull();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { refuseUnreasoned } from '../support/scans';
import { resultOf, startCloud, type TestCloud } from './support/cloud';

let cloud: TestCloud | undefined;
afterEach(async () => {
  await cloud?.end();
  cloud = undefined;
});

const byDay = { name: 'day_1', keys: [{ field: 'day', order: 1 as const }] };

describe('a query of a function', () => {
  it('is counted as a scan when no index serves it, and only then', async () => {
    cloud = await startCloud(['notes'], { collections: [{ name: 'notes', indexes: [byDay] }] });
    for (const text of ['a', 'b'])
      resultOf(await cloud.call('notes', { step: 'put', note: { text, day: 1 } }, 'o_reader'));
    for (const where of [{ day: 1 }, { _id: 'x' }, { text: 'a' }, { text: 'b' }, { text: 'a', day: 1 }]) {
      resultOf(await cloud.call('notes', { step: 'find', where }, 'o_reader'));
    }
    const asked = cloud.journal.calls().map(({ requests }) => requests.map(({ scanned }) => scanned));
    // The newest first; an index leads to the documents of its day, an id to none.
    expect(asked.slice(0, 5)).toEqual([[2], [2], [2], [0], [2]]);
    expect(cloud.scans()).toEqual([{ collection: 'notes', shape: '{text}', times: 2, looked: 2 }]);
  });

  it('alone is counted: what the console or a test looks up costs nobody anything', async () => {
    cloud = await startCloud(['notes']);
    const request = { action: 'database.getDocument', collectionName: 'notes', queryType: 'WHERE' };
    await cloud.database.handle({ ...request, query: '{"text":"a"}' });
    expect(cloud.scans()).toEqual([]);
  });
});

describe('a scan of the application', () => {
  it('fails the suite that made it, unless there is a reason for it', () => {
    const scan = { collection: 'persons', shape: '{name}', times: 1, looked: 3 };
    expect(() => refuseUnreasoned([scan])).toThrow('persons {name}: 3');
    expect(() => refuseUnreasoned([])).not.toThrow();
    const reason = { collection: 'persons', shape: '{name}', reason: 'a yard has few of them' };
    expect(() => refuseUnreasoned([scan], [reason])).not.toThrow();
    const others = [
      { ...reason, collection: 'homes' },
      { ...reason, shape: '{name, age}' },
    ];
    expect(() => refuseUnreasoned([scan], others)).toThrow('persons {name}: 3');
  });
});

import { EJSON } from 'bson';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { meetingCallsOf, yardMeeting } from '../support/meetings';
import { smallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { resolutionCallsOf } from '../support/resolutions';

let cloud: TestCloud;
let meet: ReturnType<typeof meetingCallsOf>;
let calls: ReturnType<typeof resolutionCallsOf>;

type Row = Record<string, unknown> & { _id: string };

beforeEach(async () => {
  cloud = await startTestCloud();
  const yard = await smallCommunity(cloud);
  meet = meetingCallsOf(cloud, yard);
  calls = resolutionCallsOf(cloud, yard, await uploadPhoto(cloud, yard.people.propertyManager.openid));
});
afterEach(() => cloud.close());

const rowOf = async (collection: 'motions' | 'resolutions' | 'meetings', id: string): Promise<Row> => {
  const rows = await documentsOf<Row>(cloud.cloud, collection);
  const row = rows.find(({ _id }) => _id === id);
  if (!row) throw new Error(`no ${id} in ${collection}`);
  return row;
};

/** Puts rows into a collection, fifty at a time. */
async function insert(collectionName: string, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 50) {
    const data = rows.slice(from, from + 50).map((row) => EJSON.stringify(row, { relaxed: false }));
    await cloud.cloud.database.handle({ action: 'database.insertDocument', collectionName, data });
  }
}

const copies = (row: Row, count: number, change: (n: number) => Record<string, unknown>): Row[] =>
  Array.from({ length: count }, (_, n) => ({ ...row, _id: `00-copy-${n}`, ...change(n) }));

describe('a list of more than one page', () => {
  it('[LIST-1] of meetings shows all of one evening, each once', async () => {
    const meeting = await meet.noticed(yardMeeting());
    await insert(
      'meetings',
      copies(await rowOf('meetings', meeting.id), 24, () => ({})),
    );
    const list = (cursor?: string | null) =>
      meet.as('wang').call('meetings.list', { placeId: 'xingfuli', when: 'coming', cursor });
    const first = await list();
    const second = await list(first.next);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect([ids.length, new Set(ids).size, second.next]).toEqual([25, 25, null]);
  });

  it('[LIST-1] of resolutions shows all of one instant, each once', async () => {
    const { resolution } = await calls.published();
    await insert(
      'resolutions',
      copies(await rowOf('resolutions', resolution.id), 24, () => ({})),
    );
    const list = (cursor?: string | null) =>
      calls.as('wang').call('resolutions.list', { placeId: 'xingfuli', cursor });
    const first = await list();
    const second = await list(first.next);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect([ids.length, new Set(ids).size, second.next]).toEqual([25, 25, null]);
  });
});

describe('the record of what was done', () => {
  it('[LIST-1] [AUD-2] shows all entries of one instant, each once', async () => {
    const [entry] = (await documentsOf<Row>(cloud.cloud, 'audit')).slice(-1);
    if (!entry) throw new Error('making the community leaves entries');
    const at = cloud.cloud.clock.now() + 1;
    await insert(
      'audit',
      copies(entry, 70, () => ({ at, path: ['xingfuli'] })),
    );
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await calls.as('secretary').call('audit.entries', { placeId: 'xingfuli', cursor });
      seen.push(...page.items.filter((item) => item.at === at).map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([70, 70]);
  });
});

describe('what waits', () => {
  it('[LIST-2] to be published stays at the desk after a hundred later results that were', async () => {
    const { motionId } = await calls.counted('passed');
    const one = await rowOf('motions', motionId);
    const later = (n: number) => ({
      proposalId: null,
      resolutionId: `r-${n}`,
      closesAt: Number(one['closesAt']) + n,
    });
    await insert(
      'motions',
      copies(one, 100, (n) => later(n + 1)),
    );
    const { groups } = await calls.as('secretary').call('overview.desk', {});
    expect(groups.find(({ task }) => task === 'publish')?.items.map(({ id }) => id)).toEqual([motionId]);
  });

  it('[LIST-2] for an office stays on its home page beside work of which its part is done', async () => {
    const { resolution } = await calls.assigned();
    const one = await rowOf('resolutions', resolution.id);
    const items = (one['items'] as object[]).map((item) => ({ ...item, state: 'done' }));
    await insert(
      'resolutions',
      copies(one, 60, () => ({ items })),
    );
    const { todo } = await calls.as('propertyManager').call('overview.home', {});
    expect(todo.map(({ kind, id }) => [kind, id])).toEqual([['action-item', resolution.id]]);
  });
});

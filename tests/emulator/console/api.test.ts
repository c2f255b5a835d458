import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CallView,
  CollectionView,
  FileView,
  FunctionsView,
  PersonView,
  RowsView,
} from '../../../emulator/console/shapes';
import { createClock } from '../../../emulator';
import { startCloud, type TestCloud } from '../support/cloud';
import { consoleClient, type ConsoleClient } from '../support/console';

const MORNING = Date.parse('2026-03-02T09:30:00+08:00');
const MINUTE = 60_000;
const DATE = '2026-03-01T00:00:00.000Z';
const indexes = [{ name: 'by-text', keys: [{ field: 'text', order: 1 as const }], unique: true }];

let cloud: TestCloud;
let client: ConsoleClient;
beforeAll(async () => {
  cloud = await startCloud(['sweep', 'whoami', 'diary', 'notes', 'misbehave', 'files', 'wechat'], {
    clock: createClock({ frozenAt: MORNING }),
    collections: [{ name: 'notes', indexes }, { name: 'empty' }],
    persons: async () => [
      { openid: 'resident_A', name: '王芳', roles: '业主' },
      { openid: 'resident_B', name: '李强' },
    ],
    timers: true,
  });
  client = consoleClient(cloud);
});
afterAll(() => cloud.end());

const note = (id: string, text: string) => cloud.call('notes', { step: 'add', id, text }, 'resident_A');

describe('functions in the console', () => {
  it('are shown with their instances and the next time of their trigger', async () => {
    const { functions, timersRun } = await client.get<FunctionsView>('functions');
    expect(timersRun).toBe(true);
    expect(functions.find(({ name }) => name === 'sweep')).toEqual({
      name: 'sweep',
      timeLimitMs: 20_000,
      openapi: [],
      instances: 1,
      idle: 1,
      waiting: 0,
      trigger: { name: 'each-minute', config: '0 * * * * * *', nextAt: MORNING + MINUTE },
    });
    expect(functions.find(({ name }) => name === 'wechat')?.openapi).toContain('wxacode.getUnlimited');
    expect(functions.find(({ name }) => name === 'notes')).not.toHaveProperty('trigger');
  });

  it('have their timer fired by hand', async () => {
    expect(await client.post('functions/fire', { fn: 'sweep' })).toMatchObject({
      result: { caller: { SOURCE: 'wx_trigger' } },
    });
    expect((await client.raw('POST', 'functions/fire', { fn: 'notes' })).status).toBe(400);
  });
});

describe('calls in the console', () => {
  it('are listed newest first and filtered by function, person and failure', async () => {
    await cloud.call('diary', { action: 'work' }, 'worker');
    await cloud.call('misbehave', { how: 'throw' }, 'worker');
    const list = (query: string) => client.get<CallView[]>(`calls?${query}`);
    expect((await list('openid=worker')).map(({ fn, action, state }) => [fn, action, state])).toEqual([
      ['misbehave', undefined, 'failed'],
      ['diary', 'print', 'done'],
      ['diary', 'work', 'done'],
    ]);
    expect((await list('openid=worker&failed=1')).map(({ fn }) => fn)).toEqual(['misbehave']);
    expect((await list('openid=worker&fn=diary')).map(({ lines, requests }) => [lines, requests])).toEqual([
      [2, 0],
      [0, 4],
    ]);
  });

  it('open with lines, requests and the calls they made', async () => {
    const [work] = (await client.get<CallView[]>('calls?fn=diary')).filter(({ action }) => action === 'work');
    const opened = await client.get(`call?requestId=${work?.requestId}`);
    expect(opened).toMatchObject({
      record: { action: 'work', requests: [{ action: 'database.insertDocument' }, {}, {}, {}] },
      nested: [{ action: 'print', parent: work?.requestId }],
    });
    expect((await client.raw('GET', 'call?requestId=none')).status).toBe(400);
  });
});

describe('collections in the console', () => {
  it('are shown with their number of documents and their declared indexes', async () => {
    await note('n1', 'a');
    const views = await client.get<CollectionView[]>('collections');
    expect(views.map(({ name }) => name)).toEqual(['empty', 'notes']);
    expect(views[0]).toEqual({ name: 'empty', count: 0, indexes: [] });
    expect(views[1]).toMatchObject({ indexes });
    expect(views[1]?.count).toBeGreaterThan(0);
  });

  it('answer a condition with rows that a condition takes again', async () => {
    await note('n2', 'b');
    await note('n3', 'c');
    const ask = (body: object) =>
      client.post<RowsView>('collections/query', { collection: 'notes', ...body });
    const { rows, total } = await ask({
      where: { _id: { $in: ['n2', 'n3'] } },
      order: { text: -1 },
      limit: 1,
    });
    expect(rows.map((row) => JSON.parse(row) as unknown)).toEqual([{ _id: 'n3', text: 'c' }]);
    expect(total).toBe(2);
    expect((await ask({ where: JSON.parse(rows[0] ?? '') as object })).rows).toEqual(rows);
  });

  it('show numbers and dates as people write them', async () => {
    const data = `{"_id":"typed","at":{"$date":"${DATE}"},"n":{"$numberInt":"3"},"big":{"$numberLong":"5000000000"}}`;
    await cloud.database.handle({ action: 'database.insertDocument', collectionName: 'empty', data: [data] });
    const { rows } = await client.post<RowsView>('collections/query', {
      collection: 'empty',
      where: { at: { $lte: { $date: DATE } }, n: 3 },
    });
    expect(JSON.parse(rows[0] ?? '')).toEqual({ _id: 'typed', at: { $date: DATE }, n: 3, big: 5e9 });
  });

  it('aggregate', async () => {
    const stages = [{ $match: { _id: { $in: ['n2', 'n3'] } } }, { $group: { _id: null, n: { $sum: 1 } } }];
    const { rows } = await client.post<RowsView>('collections/aggregate', { collection: 'notes', stages });
    expect(rows.map((row) => JSON.parse(row) as unknown)).toEqual([{ _id: null, n: 2 }]);
  });

  it.each([
    ['query', { collection: 'nowhere' }, 'DATABASE_COLLECTION_NOT_EXIST'],
    ['query', { collection: 'notes', where: { a: { $foo: 1 } } }, '$foo'],
    ['query', { collection: 'notes', where: [] }, 'where'],
    ['query', {}, 'collection'],
    ['aggregate', { collection: 'notes', stages: [{ $out: 'notes' }] }, '$out'],
    ['aggregate', { collection: 'notes', stages: [{}] }, 'stage'],
  ])('tell what is wrong with the %s %j', async (name, body, reason) => {
    const answer = await client.raw('POST', `collections/${name}`, body);
    expect([answer.status, answer.body.toString()]).toEqual([400, expect.stringContaining(reason)]);
  });

  it('are not counted among the requests of the application', async () => {
    cloud.faults.reset();
    await client.post('collections/query', { collection: 'notes' });
    expect(cloud.faults.requests()).toEqual({});
  });
});

describe('outbox, storage and persons in the console', () => {
  it('show messages, newest first', async () => {
    cloud.outbox.accept('resident_A', 'T', 2);
    for (const text of ['one', 'two']) {
      const data = { touser: 'resident_A', templateId: 'T', data: { thing1: { value: text } } };
      await cloud.call('wechat', { group: 'subscribeMessage', name: 'send', data }, 'resident_A');
    }
    expect(await client.get('outbox')).toMatchObject([
      { openid: 'resident_A', data: { thing1: 'two' }, sentAt: MORNING },
      { data: { thing1: 'one' } },
    ]);
  });

  it('show files by their true type, and delete them', async () => {
    const gif = Buffer.from('GIF89a').toString('base64');
    for (const path of ['a/图 1.txt', 'b.png']) {
      const base64 = path === 'b.png' ? 'AAAA' : gif;
      await cloud.call('files', { step: 'upload', path, base64 }, 'resident_A');
    }
    const list = async () => (await client.get<{ files: FileView[]; total: number }>('files')).files;
    const gifFile = (await list()).find(({ type }) => type === 'image/gif');
    expect(gifFile).toMatchObject({ cloudPath: 'a/图 1.txt', size: 6, uploadedAt: MORNING });
    expect((await fetch(cloud.url + gifFile?.href)).headers.get('content-type')).toBe('image/gif');
    expect((await list()).find(({ cloudPath }) => cloudPath === 'b.png')).not.toHaveProperty('type');
    expect(await client.post('files/remove', { path: 'b.png' })).toEqual({ removed: true });
    expect(await client.post('files/remove', { path: 'b.png' })).toEqual({ removed: false });
    expect((await list()).map(({ cloudPath }) => cloudPath)).toEqual(['a/图 1.txt']);
  });

  it('show the persons of the project with what they did, then whoever else has called', async () => {
    const persons = await client.get<PersonView[]>('persons');
    expect(persons.slice(0, 2)).toEqual([
      {
        openid: 'resident_A',
        name: '王芳',
        roles: '业主',
        calls: expect.any(Number) as number,
        lastCallAt: MORNING,
      },
      { openid: 'resident_B', name: '李强', calls: 0 },
    ]);
    // The call that its function made in the person's name is not one that they made.
    expect(persons.find(({ openid }) => openid === 'worker')?.calls).toBe(2);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from '../support/database-server';
import { idsOf, MIXED } from '../support/mixed';
import type { SdkCollection } from '../support/sdk';

let server: DatabaseServer;
let things: SdkCollection;

beforeAll(async () => {
  server = await startDatabaseServer({
    collections: [{ name: 'things' }, { name: 'people' }, { name: 'words' }],
  });
  things = server.db.collection('things');
  for (const data of MIXED) await things.add({ data });
});
afterAll(() => server.close());

const ids = (query: object, extra?: Record<string, unknown>) => idsOf(server.database, query, extra);

describe('order, paging and projection', () => {
  it('sorts mixed types as BSON does, arrays by their smallest or largest element', async () => {
    const order = (direction: 1 | -1) =>
      ids({}, { order: JSON.stringify({ a: { $numberInt: String(direction) } }) });
    expect(await order(1)).toEqual([
      'empty',
      'null',
      'none',
      'list',
      'lists',
      'num',
      'float',
      'docs',
      'text',
      'doc',
      'yes',
      'date',
    ]);
    expect(await order(-1)).toEqual([
      'date',
      'yes',
      'lists',
      'docs',
      'doc',
      'text',
      'list',
      'float',
      'num',
      'null',
      'none',
      'empty',
    ]);
  });

  it('sorts texts by code point, and by several fields', async () => {
    const words = server.db.collection('words');
    const texts = ['\u{1f600}', '\uff5e', '中', 'b', 'a', 'Z', ''];
    for (const [n, text] of texts.entries()) await words.add({ data: { text, even: n % 2 === 0 } });
    const { data } = await words.orderBy('text', 'asc').get();
    expect(data.map(({ text }) => text)).toEqual(['', 'Z', 'a', 'b', '中', '\uff5e', '\u{1f600}']);
    const twice = await words.orderBy('even', 'desc').orderBy('text', 'desc').get();
    expect(twice.data.map(({ text }) => text)).toEqual(['\u{1f600}', '中', 'a', '', '\uff5e', 'b', 'Z']);
  });

  it('pages by skip and limit in natural order, which is that of insertion', async () => {
    const page = async (skip: number) => (await things.skip(skip).limit(5).get()).data.map(({ _id }) => _id);
    expect([...(await page(0)), ...(await page(5)), ...(await page(10))]).toEqual(
      MIXED.map(({ _id }) => _id),
    );
    await server.reopen();
    expect(await page(0)).toEqual(MIXED.slice(0, 5).map(({ _id }) => _id));
  });

  it('projects what is named, also inside arrays', async () => {
    const one = async (id: string, field: object) =>
      (await things.where({ _id: id }).field(field).get()).data[0];
    expect(await one('doc', { 'a.x': true })).toEqual({ _id: 'doc', a: { x: 1 } });
    expect(await one('docs', { 'a.x': true, _id: false })).toEqual({ a: [{ x: 1 }, { x: 3 }] });
    expect(await one('doc', { 'a.y': false })).toEqual({ _id: 'doc', a: { x: 1 } });
    expect(await one('list', { a: { $slice: 2 } })).toEqual({ _id: 'list', a: [1, 5] });
    expect((await things.doc('doc').field({ _id: true }).get()).data).toEqual({ _id: 'doc' });
  });

  it('refuses an order that is no direction, and a projection that mixes', async () => {
    await expect(ids({}, { order: '{"a":{"$numberInt":"2"}}' })).rejects.toThrow('$sort key ordering');
    await expect(ids({}, { projection: '{"a":{"$numberInt":"1"},"b":{"$numberInt":"0"}}' })).rejects.toThrow(
      'DATABASE_REQUEST_FAILED',
    );
  });
});

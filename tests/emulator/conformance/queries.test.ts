import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row, SdkCollection, SdkDatabase } from '../support/sdk';
import { failureOf } from './support/failure';
import { startTarget, type Target } from './support/target';

let target: Target;
let db: SdkDatabase;
let rows: SdkCollection;

const MIXED: Row[] = [
  { _id: 'num', a: 5 },
  { _id: 'text', a: '5' },
  { _id: 'null', a: null },
  { _id: 'none' },
  { _id: 'yes', a: true },
  { _id: 'date', a: new Date(5) },
  { _id: 'list', a: [1, 9] },
  { _id: 'empty', a: [] },
  { _id: 'doc', a: { x: 1, y: 2 } },
  { _id: 'docs', a: [{ x: 1, y: 2 }, { x: 3 }] },
];

beforeAll(async () => {
  target = await startTarget();
  db = target.db;
  rows = await target.collection('queries');
  await rows.add({ data: MIXED });
});
afterAll(() => target.end());

const found = async (condition: object) =>
  (await rows.where(condition).get()).data.map(({ _id }) => String(_id)).sort();

describe('a condition', () => {
  it('[CDB-20] on null matches null and what is missing', async () => {
    expect(await found({ a: null })).toEqual(['none', 'null']);
    expect(await found({ a: db.command.exists(false) })).toEqual(['none']);
  });

  it('[CDB-21] matches a list that holds the value, and its own value only', async () => {
    expect(await found({ a: 9 })).toEqual(['list']);
    expect(await found({ a: 5 })).toEqual(['num']);
    expect(await found({ a: '5' })).toEqual(['text']);
    expect(await found({ 'a.x': 3 })).toEqual(['docs']);
  });

  it('[CDB-22] compares within one type only', async () => {
    expect(await found({ a: db.command.gt(4) })).toEqual(['list', 'num']);
    expect(await found({ a: db.command.lte('5') })).toEqual(['text']);
  });

  it('[CDB-23] may be made of every command of the SDK', async () => {
    const _ = db.command;
    expect(await found({ a: _.in([5, '5']) })).toEqual(['num', 'text']);
    expect(await found({ a: _.gt(3).and(_.lt(6)) })).toEqual(['list', 'num']);
    expect(await found(_.or([{ _id: 'yes' }, { a: _.size(2) }]))).toEqual(['docs', 'list', 'yes']);
    expect(await found({ a: _.all([1, 9]) })).toEqual(['list']);
    expect(await found({ a: _.elemMatch({ x: _.gte(3) }) })).toEqual(['docs']);
    expect(await found({ a: _.neq(null), _id: _.in(['null', 'none', 'num']) })).toEqual(['num']);
    expect(await found({ a: db.RegExp({ regexp: '^5$' }) })).toEqual(['text']);
    expect(await found({ a: _.not(_.gt(0)), _id: _.nin(['doc', 'docs', 'yes', 'date']) })).toEqual([
      'empty',
      'none',
      'null',
      'text',
    ]);
  });

  it('[CDB-24] with an operator that is none is refused with -502002 or -502001', async () => {
    const failure = await failureOf(rows.where({ a: { $nonsense: 1 } }).get());
    expect([-502001, -502002]).toContain(failure.errCode);
  });
});

describe('the answer of a query', () => {
  it('[CDB-25] is in the order of types that BSON has, lists by their smallest or largest element', async () => {
    const order = async (direction: 'asc' | 'desc') =>
      (await rows.orderBy('a', direction).orderBy('_id', 'asc').get()).data.map(({ _id }) => _id);
    expect(await order('asc')).toEqual([
      'empty',
      'none',
      'null',
      'list',
      'num',
      'text',
      'doc',
      'docs',
      'yes',
      'date',
    ]);
    expect(await order('desc')).toEqual([
      'date',
      'yes',
      'docs',
      'doc',
      'text',
      'list',
      'num',
      'none',
      'null',
      'empty',
    ]);
  });

  it('[CDB-26] is in the order of code points for texts', async () => {
    const words = await target.collection('words');
    await words.add({ data: ['\u{1f600}', '\uff5e', '中', 'b', 'Z', ''].map((text) => ({ text })) });
    const { data } = await words.orderBy('text', 'asc').get();
    expect(data.map(({ text }) => text)).toEqual(['', 'Z', 'b', '中', '\uff5e', '\u{1f600}']);
  });

  it('[CDB-27] has only the fields that were asked for, and the id unless it was refused', async () => {
    const one = async (field: object) => (await rows.where({ _id: 'doc' }).field(field).get()).data[0];
    expect(await one({ 'a.x': true })).toEqual({ _id: 'doc', a: { x: 1 } });
    expect(await one({ 'a.y': false })).toEqual({ _id: 'doc', a: { x: 1 } });
    expect(await one({ a: true, _id: false })).toEqual({ a: { x: 1, y: 2 } });
  });

  it('[CDB-28] comes in pages by skip, or by a cursor on the id, without loss or repetition', async () => {
    const pages: unknown[] = [];
    for (let skip = 0; skip < MIXED.length; skip += 4) {
      const { data } = await rows.orderBy('_id', 'asc').skip(skip).limit(4).get();
      pages.push(...data.map(({ _id }) => _id));
    }
    const cursor: string[] = [];
    for (let after = ''; ; after = cursor.at(-1) ?? '') {
      const page = rows.where({ _id: db.command.gt(after) }).orderBy('_id', 'asc');
      const { data } = await page.limit(4).get();
      if (data.length === 0) break;
      cursor.push(...data.map(({ _id }) => String(_id)));
    }
    const all = MIXED.map(({ _id }) => String(_id)).sort();
    expect({ pages, cursor }).toEqual({ pages: all, cursor: all });
  });

  it('[CDB-29] for an aggregation is made by its stages, with lookup and its pipeline', async () => {
    const [sales, people] = [await target.collection('sales'), await target.collection('people')];
    await people.add({
      data: [
        { _id: 'p', name: '甲' },
        { _id: 'q', name: '乙' },
      ],
    });
    await sales.add({
      data: [
        { by: 'p', n: 1 },
        { by: 'p', n: 2 },
        { by: 'q', n: 5 },
      ],
    });
    const $ = db.command.aggregate;
    const { list } = await sales
      .aggregate()
      .group({ _id: '$by', total: $.sum('$n') })
      .lookup({ from: 'conformance_people', localField: '_id', foreignField: '_id', as: 'person' })
      .unwind('$person')
      .project({ total: true, name: '$person.name' })
      .sort({ total: -1 })
      .limit(10)
      .end();
    expect(list).toEqual([
      { _id: 'q', total: 5, name: '乙' },
      { _id: 'p', total: 3, name: '甲' },
    ]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { matching } from '../support/expecting';
import type { SdkCollection, SdkDatabase } from '../support/sdk';
import { failureOf } from './support/failure';
import { startTarget, type Target } from './support/target';

let target: Target;
let db: SdkDatabase;
let rows: SdkCollection;

beforeAll(async () => {
  target = await startTarget();
  db = target.db;
});
afterAll(() => target.end());
beforeEach(async () => {
  rows = await target.collection('updates');
});

async function after(document: object, data: object): Promise<unknown> {
  await rows.doc('x').set({ data: document });
  await rows.doc('x').update({ data });
  const { _id, ...rest } = (await rows.doc('x').get()).data ?? {};
  return rest;
}

describe('an update', () => {
  it('[CDB-40] may be made of every command of the SDK', async () => {
    const _ = db.command;
    expect(await after({ n: 3 }, { n: _.inc(-1) })).toEqual({ n: 2 });
    expect(await after({ n: 3 }, { n: _.mul(4) })).toEqual({ n: 12 });
    expect(await after({ n: 3 }, { n: _.max(7), m: _.min(1) })).toEqual({ n: 7, m: 1 });
    expect(await after({ n: 3, o: 1 }, { n: _.remove() })).toEqual({ o: 1 });
    expect(await after({ o: { a: 1 } }, { o: _.set({ b: 2 }) })).toEqual({ o: { b: 2 } });
    expect(await after({ l: [1] }, { l: _.push([2, 3]) })).toEqual({ l: [1, 2, 3] });
    expect(await after({ l: [1] }, { l: _.unshift([0]) })).toEqual({ l: [0, 1] });
    expect(await after({ l: [1, 2] }, { l: _.pop() })).toEqual({ l: [1] });
    expect(await after({ l: [1, 2] }, { l: _.shift() })).toEqual({ l: [2] });
    expect(await after({ l: [1, 2, 1] }, { l: _.pull(1) })).toEqual({ l: [2] });
    expect(await after({ l: [1] }, { l: _.addToSet(1), m: _.addToSet(2) })).toEqual({ l: [1], m: [2] });
    expect(await after({ n: 1 }, { n: _.rename('m') })).toEqual({ m: 1 });
  });

  it('[CDB-41] makes the fields on the way to a path, and fills a list up to the place that it names', async () => {
    expect(await after({ n: 1 }, { 'a.b.c': 1 })).toEqual({ n: 1, a: { b: { c: 1 } } });
    expect(await after({ l: [0] }, { 'l.2': 2 })).toEqual({ l: [0, null, 2] });
  });

  it('[CDB-42] of a wrong type is refused with -502001 and changes nothing', async () => {
    const _ = db.command;
    await rows.doc('x').set({ data: { text: 'a', nothing: null, list: 1 } });
    for (const data of [
      { text: _.inc(1) },
      { nothing: _.inc(1) },
      { list: _.push(1) },
      { 'text.inner': 1 },
      { 'nothing.inner': 1 },
    ]) {
      expect(await failureOf(rows.doc('x').update({ data }))).toMatchObject({
        errCode: -502001,
        errMsg: matching(/Cannot|must be/),
      });
    }
    expect((await rows.doc('x').get()).data).toEqual({ _id: 'x', text: 'a', nothing: null, list: 1 });
  });

  it('[CDB-43] by condition changes all that match and counts those that it changed', async () => {
    await rows.add({
      data: [
        { k: 1, n: 1 },
        { k: 1, n: 2 },
        { k: 2, n: 1 },
      ],
    });
    expect((await rows.where({ k: 1 }).update({ data: { n: 2 } })).stats.updated).toBe(1);
    expect((await rows.where({ n: 2 }).count()).total).toBe(2);
    expect((await rows.where({ k: 1 }).remove()).stats.removed).toBe(2);
  });
});

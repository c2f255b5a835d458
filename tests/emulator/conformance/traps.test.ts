import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
  rows = await target.collection('traps');
});

const read = async (id: string) => (await rows.doc(id).get()).data;

describe('a trap of the SDK', () => {
  it('[CTR-1] drops a condition that is undefined, and asks for the rest', async () => {
    await rows.add({
      data: [
        { _id: 'x', b: 1 },
        { _id: 'y', b: 2 },
      ],
    });
    const { data } = await rows.where({ a: undefined, b: 1 }).get();
    expect(data).toEqual([{ _id: 'x', b: 1 }]);
  });

  it('[CTR-2] takes an empty nested document for no condition: it matches everything, also in remove', async () => {
    await rows.add({ data: [{ _id: 'x', a: 1 }, { _id: 'y' }] });
    expect((await rows.where({ a: {} }).get()).data).toHaveLength(2);
    expect((await rows.where({ a: {} }).remove()).stats.removed).toBe(2);
  });

  it('[CTR-3] drops a field that an update would make an empty document', async () => {
    await rows.add({ data: { _id: 'x', a: { b: 1 } } });
    await rows.doc('x').update({ data: { a: {}, c: 1 } });
    expect(await read('x')).toEqual({ _id: 'x', a: { b: 1 }, c: 1 });
  });

  it('[CTR-4] stores the shell of a server date inside of _.set; a plain assignment is right', async () => {
    await rows.add({ data: { _id: 'x' } });
    const { set } = db.command;
    await rows
      .doc('x')
      .update({ data: { shell: set({ at: db.serverDate() }), plain: { at: db.serverDate() } } });
    expect(await read('x')).toMatchObject({
      shell: { at: { offset: 0 } },
      plain: { at: expect.any(Date) as Date },
    });
  });

  it('[CTR-5] merges the _.or of two fields into one', async () => {
    const { or, eq } = db.command;
    await rows.add({
      data: [
        { _id: 'x', a: 1, b: 9 },
        { _id: 'y', a: 9, b: 4 },
        { _id: 'z', a: 9, b: 9 },
      ],
    });
    const { data } = await rows.where({ a: or(eq(1), eq(2)), b: or(eq(3), eq(4)) }).get();
    expect(data.map(({ _id }) => _id)).toEqual(['x', 'y']);
  });

  it('[CTR-6] loses the bytes of a Buffer', async () => {
    await rows.doc('x').set({ data: { bytes: Buffer.from('hello') } });
    expect(JSON.stringify(await read('x'))).not.toMatch(/hello|aGVsbG8|104/);
  });

  it('[CTR-7] adds a list that is given to _.addToSet as one element', async () => {
    await rows.add({ data: { _id: 'x', l: [1] } });
    await rows.doc('x').update({ data: { l: db.command.addToSet([1, 2]) } });
    expect(await read('x')).toEqual({ _id: 'x', l: [1, [1, 2]] });
  });

  it('[CTR-8] throws at once for a document without an id', () => {
    expect(() => rows.doc(undefined as unknown as string)).toThrow('docId');
  });

  it('[CTR-9] writes no _openid with what a function adds', async () => {
    await rows.add({ data: { _id: 'x' } });
    expect(await read('x')).toEqual({ _id: 'x' });
  });

  it('[CTR-10] sends no set without fields', async () => {
    expect(await failureOf(rows.doc('x').set({ data: {} }))).toMatchObject({ errCode: -1 });
    expect((await rows.count()).total).toBe(0);
  });
});

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { resultOf, startCloud, type TestCloud } from './support/cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud(['notes', 'files', 'whoami', 'echo'], {
    collections: [{ name: 'notes' }, { name: 'other' }],
  });
});
afterAll(() => cloud.end());
afterEach(() => cloud.faults.reset());

const step = async (data: object) => resultOf<unknown>(await cloud.call('notes', data, 'p'));
const add = (id: string) => step({ step: 'add', id, text: 'x' });
const count = () => step({ step: 'count' });

describe('faults', () => {
  it('fail the nth matching request without doing it', async () => {
    const before = await count();
    const fault = cloud.faults.on({ action: 'database.insertDocument', nth: 2, then: 'fail' });
    expect(await add('f1')).toMatchObject({ _id: 'f1' });
    expect(await add('f2')).toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('injected') as string,
    });
    expect(await add('f3')).toMatchObject({ _id: 'f3' });
    expect(await count()).toBe(Number(before) + 2);
    expect(fault.hits).toBe(1);
  });

  it('lose the answer of a request that was done', async () => {
    cloud.faults.on({ action: 'database.insertDocument', then: 'fail-after' });
    expect(await add('lost')).toMatchObject({ errCode: -502001 });
    expect(await step({ step: 'get', id: 'lost' })).toMatchObject({ _id: 'lost' });
  });

  it('answer with a chosen code', async () => {
    cloud.faults.on({ action: /^database\./, then: 'fail', code: 'DATABASE_PERMISSION_DENIED' });
    expect(await count()).toMatchObject({ errCode: -502003 });
  });

  it('strike only their collection, as often in a row as they are told, until they are removed', async () => {
    const other = cloud.faults.on({ collection: 'other', then: 'fail' });
    const fault = cloud.faults.on({ collection: 'notes', times: Infinity, then: 'fail' });
    expect(await count()).toHaveProperty('errCode');
    expect(await count()).toHaveProperty('errCode');
    fault.remove();
    expect(await count()).toEqual(expect.any(Number));
    expect([other.hits, fault.hits]).toEqual([0, 2]);
  });

  it('[CTX-26] make the SDK run a transaction again after a conflict at its commit, and leave none open', async () => {
    const fault = cloud.faults.on({ action: 'database.commitTransaction', then: 'conflict' });
    expect(await step({ step: 'transact', id: 'conflict', text: 'x' })).toBe('committed');
    expect(fault.hits).toBe(1);
    expect(cloud.faults.requests()).toMatchObject({
      'database.startTransaction': 2,
      'database.commitTransaction': 2,
    });
    // A transaction left open would hold the document.
    expect(await step({ step: 'transact', id: 'conflict', text: 'y' })).toBe('committed');
  });

  it('reach the code at once when an operation inside a transaction conflicts', async () => {
    cloud.faults.on({ action: 'database.modifyDocument', then: 'conflict' });
    expect(await step({ step: 'transact', id: 'inside', text: 'x' })).toMatchObject({ errCode: -501001 });
    expect(cloud.faults.requests()['database.startTransaction']).toBe(1);
  });

  it('hold a request back', async () => {
    cloud.faults.on({ action: 'database.calculateDocument', then: { delay: 80 } });
    const startedAt = performance.now();
    expect(await count()).toEqual(expect.any(Number));
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(75);
  });

  it('strike storage, nested calls and the phone itself', async () => {
    cloud.faults.on({ action: 'storage.putObject', then: 'fail' });
    const upload = { step: 'upload', path: 'a.png', base64: 'AA==' };
    expect(resultOf(await cloud.call('files', upload, 'p'))).toHaveProperty('errCode');
    cloud.faults.on({ action: 'functions.invokeFunction', then: 'fail' });
    expect(await cloud.call('whoami', { nested: 'whoami' }, 'p')).toMatchObject({ errCode: -504002 });
    cloud.faults.on({ action: 'call.echo', then: 'fail-after' });
    expect(await cloud.call('echo', {}, 'p')).toMatchObject({ errCode: -501001 });
  });

  it('count database requests since the last reset', async () => {
    await add('counted');
    await count();
    expect(cloud.faults.requests()).toEqual({
      'database.insertDocument': 1,
      'database.calculateDocument': 1,
    });
    cloud.faults.reset();
    expect(cloud.faults.requests()).toEqual({});
  });

  it('kill the process after the k-th write of any kind', async () => {
    const killed = await startCloud(['notes']);
    await killed.close();
    const program = fileURLToPath(new URL('fixtures/killed-at-write.ts', import.meta.url));
    const folders = [path.join(killed.folder, 'functions'), killed.dataDir];
    const child = spawnSync(process.execPath, ['--import', 'tsx', program, ...folders], { encoding: 'utf8' });
    expect([child.signal, child.stdout]).toEqual(['SIGKILL', 'add set remove ']);
    const again = await startCloud(['notes'], { dataDir: killed.dataDir });
    const left = await again.database.handle({ action: 'database.getDocument', collectionName: 'notes' });
    expect(left).toMatchObject({
      data: { list: ['{"_id":"a","text":"set"}', '{"_id":"c","text":"added"}'] },
    });
    await again.end();
    await killed.end();
  });

  it('kill the process when the request is on disk, before it is answered', async () => {
    const killed = await startCloud(['notes']);
    await killed.close();
    const program = fileURLToPath(new URL('fixtures/killed-cloud.ts', import.meta.url));
    const folders = [path.join(killed.folder, 'functions'), killed.dataDir];
    const child = spawnSync(process.execPath, ['--import', 'tsx', program, ...folders], { encoding: 'utf8' });
    expect([child.signal, child.stdout]).toEqual([
      'SIGKILL',
      'fault exit: database.insertDocument (notes) is done and on disk; the local cloud ends by SIGKILL before the answer\n',
    ]);
    const again = await startCloud(['notes'], { dataDir: killed.dataDir });
    expect(resultOf(await again.call('notes', { step: 'get', id: 'durable' }, 'p'))).toMatchObject({
      text: 'x',
    });
    await again.end();
    await killed.end();
  });
});

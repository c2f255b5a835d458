import { describe, expect, it } from 'vitest';
import { FaultBoard, type FaultSpec } from '../../emulator/faults';
import { resultOf, startCloud } from './support/cloud';
import { rawRequest } from './support/http';

/** Serves one request: `done`, or the code and the words of the injected failure. */
const serve = (board: FaultBoard, action: string, collection?: string) =>
  board.around(
    { action, collection },
    async () => 'done',
    (code, message) => `${code}: ${message}`,
  );

describe('what a fault is told to do', () => {
  it.each([
    [{ nth: 0 }, 'nth'],
    [{ nth: Number.NaN }, 'nth'],
    [{ times: 0 }, 'times'],
    [{ chance: -0.1 }, 'chance'],
    [{ chance: 1.1 }, 'chance'],
    [{ then: { delay: -1 } }, 'delay'],
    [{ then: { delay: Number.NaN } }, 'delay'],
  ])('is refused when it could never be done: %o', (spec: Partial<FaultSpec>, reason) => {
    const board = new FaultBoard();
    const set = () => board.on({ then: 'fail', ...spec });
    expect(set).toThrow(RangeError);
    expect(set).toThrow(reason);
    expect(board.list()).toEqual([]);
  });

  it('is about the action of that name and no other that begins so, or about any', async () => {
    const board = new FaultBoard();
    const named = board.on({ action: 'database.get', times: Infinity, then: 'fail' });
    expect(await serve(board, 'database.getDocument')).toBe('done');
    expect(await serve(board, 'database.get')).toMatch(/^DATABASE/);
    named.remove();
    board.on({ times: Infinity, then: 'fail' });
    for (const action of ['database.x', 'storage.x', 'call.x', 'openapi.x'])
      expect(await serve(board, action)).not.toBe('done');
  });

  it('is counted by every fault that it concerns, whichever of them acts', async () => {
    const board = new FaultBoard();
    const [first, second] = [1, 2].map((nth) => board.on({ nth, then: 'quota' }));
    const third = board.on({ nth: 3, then: 'fail' });
    for (let n = 0; n < 3; n += 1) expect(await serve(board, 'database.x')).not.toBe('done');
    expect(await serve(board, 'database.x')).toBe('done');
    expect([first?.hits, second?.hits, third.hits]).toEqual([1, 1, 1]);
    expect(board.list().map(({ matched }) => matched)).toEqual([4, 4, 4]);
  });

  it.each([
    ['database.getDocument', 'DATABASE_REQUEST_FAILED'],
    ['storage.putObject', 'STORAGE_REQUEST_FAIL'],
    ['functions.invokeFunction', 'SYS_ERR'],
    ['openapi.security.msgSecCheck', 'SYS_ERR'],
  ])('is answered for %s with %s, unless another code is chosen', async (action, code) => {
    const board = new FaultBoard();
    board.on({ then: 'fail' });
    board.on({ nth: 2, then: 'fail-after', code: 'EXCEED_RATELIMIT' });
    expect(await serve(board, action)).toMatch(new RegExp(`^${code}: `));
    expect(await serve(board, action)).toMatch(/^EXCEED_RATELIMIT: /);
  });

  it('is worded, as a conflict, as the database words its own: the SDK shows nothing else of it', async () => {
    const board = new FaultBoard();
    board.on({ then: 'conflict' });
    expect(await serve(board, 'database.modifyDocument')).toMatch(
      /^DATABASE_TRANSACTION_CONFLICT: \[ResourceUnavailable\.TransactionConflict\] Transaction is conflict/,
    );
  });

  it('counts requests of the database alone, until it is reset with all that was set', async () => {
    const board = new FaultBoard();
    board.on({ times: Infinity, then: 'fail' });
    for (const action of ['database.a', 'database.a', 'storage.b', 'call.c']) await serve(board, action);
    expect(board.requests()).toEqual({ 'database.a': 2 });
    board.reset();
    expect([board.requests(), board.list(), await serve(board, 'storage.b')]).toEqual([{}, [], 'done']);
  });
});

describe('a fault on a door of its own', () => {
  it('strikes an upload of a phone, and each step of one by the SDK', async () => {
    const cloud = await startCloud(['files']);
    const upload = () =>
      rawRequest(cloud.port, {
        method: 'POST',
        path: '/upload?path=a.txt',
        headers: { 'x-local-token': cloud.token, 'x-local-openid': 'resident_A' },
        body: 'content',
      });
    cloud.faults.on({ action: 'storage.upload', then: 'fail' });
    const refused = await upload();
    expect([refused.status, refused.json()]).toEqual([500, expect.objectContaining({ errCode: -501001 })]);
    expect((await rawRequest(cloud.port, { path: '/storage/a.txt' })).status).toBe(404);
    expect((await upload()).status).toBe(200);
    const bySdk = async () =>
      resultOf(await cloud.call('files', { step: 'upload', path: 'b.txt', base64: 'AAAA' }, 'p'));
    for (const action of ['storage.getUploadMetadata', 'storage.putObject']) {
      const fault = cloud.faults.on({ action, then: 'fail' });
      expect([await bySdk(), fault.hits]).toEqual([
        expect.objectContaining({ errCode: expect.any(Number) as number }),
        1,
      ]);
    }
    expect(await bySdk()).toHaveProperty('fileID');
    await cloud.end();
  });

  it('leaves a broken connection in the journal of the call that made it', async () => {
    const cloud = await startCloud(['notes']);
    cloud.faults.on({ action: 'database.calculateDocument', then: 'drop' });
    const { requestID = '' } = await cloud.call('notes', { step: 'count' }, 'p');
    expect(cloud.journal.call(requestID)?.requests).toMatchObject([
      { action: 'database.calculateDocument', collection: 'notes', code: 'ConnectionDropped' },
    ]);
    await cloud.end();
  });
});

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { platformOf } from '../../emulator/platform';
import { fileIdsOf, isCloudPath } from '../../emulator/storage/file-id';
import { createUploadTickets } from '../../emulator/storage/upload-tickets';
import { type Admin, adminOf } from './support/admin';
import { startCloud, type TestCloud } from './support/cloud';
import { rawRequest } from './support/http';

/* What the SDK asks of the storage, with more than the SDK lets a function say. */

const FILE_ID = 'cloud://local-cloud.6c6f-local-cloud-1250000000/';
const TEN_MB = 10 * 1024 * 1024;

interface Metadata {
  url: string;
  authorization: string;
  cosFileId: string;
}

let cloud: TestCloud;
let admin: Admin;
beforeAll(async () => {
  cloud = await startCloud(['credentials']);
  admin = await adminOf(cloud);
});
afterAll(() => cloud.end());

const metadata = async (name: string) =>
  (await admin.ask({ action: 'storage.getUploadMetadata', path: name, method: 'put' })).data as Metadata;
const put = (url: string, authorization: string, body = Buffer.from('content')) =>
  rawRequest(cloud.port, { method: 'PUT', path: new URL(url).pathname, headers: { authorization }, body });
async function stored(name: string): Promise<string> {
  const { url, authorization } = await metadata(name);
  expect((await put(url, authorization)).status).toBe(200);
  return FILE_ID + name;
}

describe('an address for an upload', () => {
  it('[CST-6] takes the path that it was handed out for, and no other', async () => {
    const { authorization } = await metadata('mine.txt');
    const { url: other } = await metadata('other.txt');
    const answer = await put(other, authorization);
    expect([answer.status, answer.body.toString()]).toEqual([
      403,
      expect.stringContaining('<Code>AccessDenied</Code>') as string,
    ]);
    expect((await rawRequest(cloud.port, { path: '/storage/other.txt' })).status).toBe(404);
  });

  it('is good for 15 minutes of real time', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const tickets = createUploadTickets();
    const ticket = tickets.issue('a.txt');
    vi.advanceTimersByTime(15 * 60_000);
    expect(tickets.accepts(ticket, 'a.txt')).toBe(true);
    vi.advanceTimersByTime(1);
    expect(tickets.accepts(ticket, 'a.txt')).toBe(false);
  });

  it('and its id travel in headers, and are ASCII whatever the path', async () => {
    const { url, cosFileId } = await metadata('照片/一.png');
    expect(url + cosFileId).toMatch(/^[\x21-\x7e]+$/);
  });

  it('[CST-8] takes 10 MB, and refuses more as COS does', async () => {
    const { url, authorization } = await metadata('big.bin');
    const answer = await put(url, authorization, Buffer.alloc(TEN_MB + 1));
    expect([answer.status, answer.headers['content-type'], answer.body.toString()]).toEqual([
      403,
      'application/xml',
      expect.stringContaining('<Code>EntityTooLarge</Code>') as string,
    ]);
    expect((await put(url, authorization, Buffer.alloc(TEN_MB))).status).toBe(200);
  });
});

describe('a list of files', () => {
  const addresses = async (file_list: object[]) =>
    admin.ask({ action: 'storage.batchGetDownloadUrl', file_list });
  const remove = async (fileid_list: string[]) =>
    admin.ask({ action: 'storage.batchDeleteFile', fileid_list });

  it('holds 1 to 50 of them', async () => {
    const missing = Array.from({ length: 51 }, (_, n) => `${FILE_ID}never-${n}`);
    for (const ids of [missing, []]) {
      const answers = [await addresses(ids.map((fileid) => ({ fileid }))), await remove(ids)];
      expect(answers.map(({ code }) => code)).toEqual(['INVALID_PARAM', 'INVALID_PARAM']);
    }
    const fifty = missing.slice(1);
    expect(await remove(fifty)).toMatchObject({
      data: { delete_list: fifty.map((fileID) => ({ code: 'STORAGE_FILE_NONEXIST', fileID })) },
    });
  });

  it('tells of each address how long it is good for, a day if nothing was said', async () => {
    const fileid = await stored('aged.txt');
    expect(await addresses([{ fileid, max_age: 60 }, { fileid }])).toMatchObject({
      data: { download_list: [{ code: 'SUCCESS', maxAge: 60 }, { maxAge: 86_400 }] },
    });
  });

  it('knows no file of another environment, though one of that path is here', async () => {
    const fileid = await stored('here.txt');
    const theirs = fileid.replace('local-cloud.', 'other-cloud.');
    for (const id of [theirs, 'here.txt', `${FILE_ID}x/../here.txt`]) {
      expect(await addresses([{ fileid: id }])).toMatchObject({
        data: { download_list: [{ code: 'STORAGE_FILE_NONEXIST' }] },
      });
      expect(await remove([id])).toMatchObject({
        data: { delete_list: [{ code: 'STORAGE_FILE_NONEXIST' }] },
      });
    }
    expect(await remove([fileid])).toMatchObject({ data: { delete_list: [{ code: 'SUCCESS' }] } });
  });

  it('leaves nothing of what it deletes on disk', async () => {
    const names = () => readdirSync(path.join(cloud.dataDir, 'files')).sort();
    const before = names();
    const fileid = await stored('brief.txt');
    expect(names().length).toBe(before.length + 2);
    await remove([fileid]);
    expect(names()).toEqual(before);
  });
});

describe('names of the storage', () => {
  it('are made of the environment: a bucket of its own, and a file id that leads back', () => {
    const platform = platformOf({ envId: 'yard-7f' });
    expect(platform.bucket).toBe('7961-yard-7f-1250000000');
    const ids = fileIdsOf(platform);
    expect(ids.of('a/一.png')).toBe('cloud://yard-7f.7961-yard-7f-1250000000/a/一.png');
    expect(ids.pathOf(ids.of('a/一.png'))).toBe('a/一.png');
  });

  it.each(['', 'a b', '-a', 'a'.repeat(64), '中'])('refuse the environment "%s"', (envId) => {
    expect(() => platformOf({ envId })).toThrow(RangeError);
  });

  it.each(['', 'wx-1', '中'])('refuse the AppID "%s"', (appId) => {
    expect(() => platformOf({ appId })).toThrow(RangeError);
  });

  it('[CST-5] take 850 bytes of a path, not 850 signs, and no sign that means something in an address', () => {
    const taken = ['a', 'a/b c (1)~.png', '字'.repeat(283), 'x'.repeat(850), '..a/b..'];
    expect(taken.filter((name) => !isCloudPath(name))).toEqual([]);
    const refused = [
      '字'.repeat(284),
      'x'.repeat(851),
      'a#b',
      'a%b',
      'a?b',
      'a\\b',
      'a\nb',
      'a\x7fb',
      'a\0b',
    ];
    const outside = ['', '/a', 'a/', 'a//b', '.', 'a/./b', '..', 'a/../b'];
    expect([...refused, ...outside].filter((name) => isCloudPath(name))).toEqual([]);
  });
});

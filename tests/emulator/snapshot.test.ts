import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createClock, restoreSnapshot } from '../../emulator';
import { OutboxFile } from '../../emulator/openapi/outbox';
import { writeSnapshot } from '../../emulator/snapshot';
import { FileStore } from '../../emulator/storage/file-store';
import { resultOf, startCloud, type TestCloud } from './support/cloud';

const AT = Date.parse('2026-07-01T00:00:00Z');
const FILE_ID = 'cloud://local-cloud.6c6f-local-cloud-1250000000/';
const BASE64 = Buffer.from('the content of a file').toString('base64');

let cloud: TestCloud;
let snapshot: string;
beforeAll(async () => {
  cloud = await startCloud(['notes', 'files'], { clock: createClock({ frozenAt: AT }) });
  for (const id of ['b', 'a', 'c']) await note(cloud, id);
  await upload(cloud, 'kept.txt');
  cloud.outbox.accept('resident_A', 'T1', 2);
  snapshot = path.join(cloud.folder, 'first.snapshot');
  await cloud.snapshot(snapshot);
});
afterAll(() => cloud.end());

const note = async (on: TestCloud, id: string, text = 'x') =>
  resultOf(await on.call('notes', { step: 'add', id, text }, 'p'));
const upload = async (on: TestCloud, name: string) =>
  resultOf<{ fileID: string }>(await on.call('files', { step: 'upload', path: name, base64: BASE64 }, 'p'));
const download = async (on: TestCloud, fileID: string) =>
  resultOf(await on.call('files', { step: 'download', fileID }, 'p'));

/** A cloud on a data folder that was made of a snapshot. */
async function restored(file: string): Promise<TestCloud> {
  const dataDir = path.join(cloud.folder, `restored-${path.basename(file)}`);
  await restoreSnapshot(file, dataDir);
  const again = await startCloud(['notes', 'files'], { dataDir });
  onTestFinished(() => again.end());
  return again;
}

async function idsIn(on: TestCloud): Promise<string[]> {
  const answer = await on.database.handle({
    action: 'database.getDocument',
    collectionName: 'notes',
    queryType: 'WHERE',
    limit: 1000,
  });
  const list = 'data' in answer ? (answer.data?.list as string[]) : [];
  return list.map((row) => (JSON.parse(row) as { _id: string })._id);
}

describe('a snapshot', () => {
  it('[CDU-8] holds documents in their order, files and acceptances, and the instant of the cloud clock', async () => {
    const dataDir = path.join(cloud.folder, 'elsewhere/data');
    expect(await restoreSnapshot(snapshot, dataDir)).toEqual({ takenAt: AT });
    const again = await startCloud(['notes', 'files'], { dataDir });
    onTestFinished(() => again.end());
    expect(await idsIn(again)).toEqual(['b', 'a', 'c']);
    expect(await download(again, `${FILE_ID}kept.txt`)).toBe(BASE64);
    expect(again.outbox.left('resident_A', 'T1')).toBe(2);
    expect(again.token).not.toBe(cloud.token);
    expect(readdirSync(path.join(cloud.folder, 'elsewhere'))).toEqual(['data']);
  });

  it('[CDU-9] is of one instant although writes go on: what was answered before is in it, and each file that a document names', async () => {
    const file = path.join(cloud.folder, 'busy.snapshot');
    const answered: string[] = [];
    const writing = { on: true };
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let n = 0; writing.on; n++) {
        const name = `w${writer}-${n}`;
        const { fileID } = await upload(cloud, name);
        await note(cloud, name, fileID);
        answered.push(name);
      }
    });
    await expect.poll(() => answered.length, { timeout: 20_000 }).toBeGreaterThan(10);
    const before = [...answered];
    await cloud.snapshot(file);
    expect(answered.length).toBeGreaterThanOrEqual(before.length);
    writing.on = false;
    await Promise.all(writers);
    const again = await restored(file);
    const there = await idsIn(again);
    expect(there).toEqual(expect.arrayContaining(before));
    for (const name of there.filter((id) => id.startsWith('w'))) {
      expect(await download(again, FILE_ID + name)).toBe(BASE64);
    }
  });

  it('[CDU-9] keeps a file that is removed or replaced while it is being written', async () => {
    const folder = path.join(cloud.folder, 'meanwhile');
    mkdirSync(folder);
    const files = new FileStore(path.join(folder, 'files'), () => 0);
    const outbox = new OutboxFile(path.join(folder, 'outbox.jsonl'));
    await files.put('removed', Buffer.from('first'));
    await files.put('replaced', Buffer.from('first'));
    const changes: Promise<unknown>[] = [];
    const database = {
      ...cloud.database,
      snapshot: async (file: string) => {
        await cloud.database.snapshot(file);
        changes.push(files.remove('removed'), files.put('replaced', Buffer.from('second')));
        // As long as a change needs that does not wait.
        await setTimeout(100);
      },
    };
    const file = path.join(folder, 'snapshot');
    await writeSnapshot(file, { database, outbox, files, takenAt: AT });
    await Promise.all(changes);
    await restoreSnapshot(file, path.join(folder, 'again'));
    const again = new FileStore(path.join(folder, 'again/files'), () => 0);
    expect([await again.read('removed'), await again.read('replaced')].map(String)).toEqual([
      'first',
      'first',
    ]);
    expect([await files.read('removed'), await files.read('replaced')].map(String)).toEqual([
      'undefined',
      'second',
    ]);
  });

  it('[CDU-10] never overwrites a file, and is never restored over anything', async () => {
    await expect(cloud.snapshot(snapshot)).rejects.toThrow('EEXIST');
    const taken = path.join(cloud.folder, 'taken');
    mkdirSync(taken);
    writeFileSync(path.join(taken, 'mine.txt'), 'mine');
    await expect(restoreSnapshot(snapshot, taken)).rejects.toThrow('is not empty');
    expect(readdirSync(taken)).toEqual(['mine.txt']);
    expect(readdirSync(cloud.folder).filter((name) => /snapshot-|restoring/.test(name))).toEqual([]);
  });

  it('[CDU-10] is refused when any byte of it was changed, or some are missing or too many', async () => {
    const whole = readFileSync(snapshot);
    const firstPart = whole.indexOf('SQLite format 3');
    const places = [0, 25, 60, firstPart - 3, firstPart, firstPart + 5000, whole.length - 1];
    const spoilt = places.map((at) => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      return bytes;
    });
    const cut = whole.subarray(0, whole.length - 1);
    for (const bytes of [...spoilt, cut, Buffer.concat([whole, Buffer.from('x')]), Buffer.alloc(0)]) {
      const file = path.join(cloud.folder, 'spoilt');
      const dataDir = path.join(cloud.folder, 'spoilt-data');
      writeFileSync(file, bytes);
      await expect(restoreSnapshot(file, dataDir)).rejects.toThrow(/damaged|no snapshot/);
      expect(existsSync(dataDir)).toBe(false);
    }
    const foreign = path.join(cloud.dataDir, 'database.sqlite');
    await expect(restoreSnapshot(foreign, path.join(cloud.folder, 'x'))).rejects.toThrow('no snapshot');
  });
});

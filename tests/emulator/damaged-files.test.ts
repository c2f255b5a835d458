import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutboxFile } from '../../emulator/openapi/outbox';
import { FileStore } from '../../emulator/storage/file-store';
import { resultOf, startCloud } from './support/cloud';
import { containing } from './support/expecting';
import { rawRequest } from './support/http';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'damaged-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes one byte in the middle of every file of that kind. */
function damage(where: string, extension: string): void {
  const names = readdirSync(where).filter((name) => name.endsWith(extension));
  expect(names).toHaveLength(1);
  for (const name of names) {
    const bytes = readFileSync(path.join(where, name));
    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    writeFileSync(path.join(where, name), bytes);
  }
}

describe('an uploaded file', () => {
  it('[CDU-4] is not given out when a byte of it was changed', async () => {
    const store = new FileStore(folder, () => 0);
    await store.put('a/b.png', Buffer.from('content of the file'));
    damage(folder, '.bin');
    await expect(store.read('a/b.png')).rejects.toThrow('a/b.png is damaged');
  });

  it.each([
    ['another owner', 'resident_A', 'resident_B'],
    ['no end', '"}', ''],
  ])('[CDU-4] is not given out, nor overwritten, when its record has %s', async (_, from, to) => {
    const store = new FileStore(folder, () => 0);
    await store.put('a', Buffer.from('content'), 'resident_A');
    const [name = ''] = readdirSync(folder).filter((each) => each.endsWith('.json'));
    const text = readFileSync(path.join(folder, name), 'utf8');
    writeFileSync(path.join(folder, name), text.replace(from, to));
    await expect(store.read('a')).rejects.toThrow('a is damaged');
    await expect(store.put('a', Buffer.from('b'), 'resident_B')).rejects.toThrow('a is damaged');
  });

  it('[CDU-4] is not given out without its content', async () => {
    const store = new FileStore(folder, () => 0);
    await store.put('a', Buffer.from('content'));
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.bin')))
      rmSync(path.join(folder, name));
    await expect(store.read('a')).rejects.toThrow('a is damaged');
  });

  it('[CDU-4] that is damaged fails for who opens it and for the SDK, and the log says why', async () => {
    const cloud = await startCloud(['files']);
    const step = async (data: object) =>
      resultOf<Record<string, unknown>>(await cloud.call('files', data, 'resident_A'));
    const { fileID } = await step({ step: 'upload', path: 'seen.txt', base64: 'AAAAAAAA' });
    damage(path.join(cloud.dataDir, 'files'), '.bin');
    const opened = await rawRequest(cloud.port, { path: '/storage/seen.txt' });
    // Whoever asks learns nothing of what lies where.
    expect([opened.status, opened.json()]).toEqual([
      500,
      { errCode: -501001, errMsg: 'resource system error' },
    ]);
    expect(await step({ step: 'download', fileID })).toMatchObject({
      errCode: -1,
      errMsg: containing('Status:500'),
    });
    expect(cloud.lines.join('\n')).toContain('The stored file seen.txt is damaged');
    await cloud.end();
  });

  it('keeps the content of the former upload when several follow each other, and leaves nothing over', async () => {
    const store = new FileStore(folder, () => 0);
    const texts = ['one', 'two', 'one', 'three', 'three'];
    await Promise.all(texts.map((text) => store.put('a', Buffer.from(text))));
    expect((await store.read('a'))?.toString()).toBe('three');
    expect(readdirSync(folder)).toHaveLength(2);
    expect(await store.remove('a')).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the outbox', () => {
  const file = () => path.join(folder, 'outbox.jsonl');
  const fill = () => {
    const outbox = new OutboxFile(file());
    for (const openid of ['a', 'b', 'c']) outbox.accept(openid, 'T');
  };

  it('[CDU-5] is refused by the number of the line when a byte of it was changed', async () => {
    fill();
    damage(folder, '.jsonl');
    expect(() => new OutboxFile(file())).toThrow('outbox.jsonl is damaged: line 2 is not what was written');
  });

  it('[CDU-5] is refused when a line was made by somebody else', () => {
    fill();
    appendFileSync(file(), '{"accepted":{"openid":"x","templateId":"T","count":9}}\n');
    expect(() => new OutboxFile(file())).toThrow('line 4 is not what was written');
  });

  it.each([0x0b, 0x8a])('[CDU-5] is refused when the end of its last line became byte %i', (byte) => {
    fill();
    const bytes = readFileSync(file());
    bytes.writeUInt8(byte, bytes.length - 1);
    writeFileSync(file(), bytes);
    expect(() => new OutboxFile(file())).toThrow('outbox.jsonl is damaged: line 3 is not what was written');
    expect(readFileSync(file())).toEqual(bytes);
  });

  it('[CDU-5] is left as it is found when it is refused', () => {
    fill();
    damage(folder, '.jsonl');
    appendFileSync(file(), 'a torn line');
    const bytes = readFileSync(file());
    expect(() => new OutboxFile(file())).toThrow('line 2 is not what was written');
    expect(readFileSync(file())).toEqual(bytes);
  });

  it.each([1, 10])(
    '[CDU-5] forgets a line that was being written when the process ended, and goes on after it: %i bytes less',
    (less) => {
      fill();
      const text = readFileSync(file(), 'utf8');
      writeFileSync(file(), text.slice(0, -less));
      const outbox = new OutboxFile(file());
      expect(outbox.left('c', 'T')).toBe(0);
      outbox.accept('d', 'T');
      const again = new OutboxFile(file());
      expect(['a', 'b', 'c', 'd'].map((openid) => again.left(openid, 'T'))).toEqual([1, 1, 0, 1]);
    },
  );
});

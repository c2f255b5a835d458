import { existsSync, fsyncSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { syncFolder, writeDurably } from '../../emulator/durable-file';
import { OutboxFile } from '../../emulator/openapi/outbox';
import { FileStore } from '../../emulator/storage/file-store';

vi.mock('node:fs', async (original) => {
  const actual = await original<typeof import('node:fs')>();
  return { ...actual, fsyncSync: vi.fn(actual.fsyncSync) };
});
vi.mock('../../emulator/durable-file', async (original) => {
  const actual = await original<typeof import('../../emulator/durable-file')>();
  return { ...actual, syncFolder: vi.fn(actual.syncFolder) };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'durable-'));
});
afterEach(() => {
  vi.mocked(syncFolder).mockClear();
  rmSync(folder, { recursive: true, force: true });
});

describe('a file on disk', () => {
  it('[CDU-2] is the old one or the new one at every moment of its replacement', async () => {
    const file = path.join(folder, 'a');
    const [before, after] = [Buffer.alloc(3_000_000, 1), Buffer.alloc(5_000_000, 2)];
    await writeDurably(file, before);
    const replaced = { done: false };
    const replacing = writeDurably(file, after).finally(() => (replaced.done = true));
    const seen = new Set<number>();
    while (!replaced.done) {
      const content = readFileSync(file);
      seen.add(content.equals(before) ? 1 : content.equals(after) ? 2 : 0);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await replacing;
    expect([...seen]).not.toContain(0);
    expect(readFileSync(file).equals(after)).toBe(true);
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('[CDU-1] is gone for good when its removal is answered: its name is synced away, then its content', async () => {
    const store = new FileStore(folder, () => 0);
    await store.put('a', Buffer.from('content'));
    const [record = '', content = ''] = ['.json', '.bin'].map(
      (kind) => readdirSync(folder).find((name) => name.endsWith(kind)) ?? '',
    );
    const there: boolean[][] = [];
    vi.mocked(syncFolder).mockImplementation(async () => {
      there.push([record, content].map((name) => existsSync(path.join(folder, name))));
    });
    expect(await store.remove('a')).toBe(true);
    expect(there).toEqual([[false, true]]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('an outbox whose disk fails', () => {
  it('[CDU-5] keeps nothing of what it could not write, and goes on after it', () => {
    const file = path.join(folder, 'outbox.jsonl');
    const outbox = new OutboxFile(file);
    outbox.accept('p', 'T');
    vi.mocked(fsyncSync).mockImplementationOnce(() => {
      throw new Error('no space left');
    });
    expect(() => outbox.accept('p', 'T', 5)).toThrow('no space left');
    expect(outbox.left('p', 'T')).toBe(1);
    outbox.accept('p', 'T');
    expect([outbox.left('p', 'T'), new OutboxFile(file).left('p', 'T')]).toEqual([2, 2]);
  });
});

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restoreSnapshot } from '../../emulator';
import type { Database } from '../../emulator/database';
import { OutboxFile } from '../../emulator/openapi/outbox';
import { writeSnapshot } from '../../emulator/snapshot';
import { FileStore } from '../../emulator/storage/file-store';

/* The file itself: what it may hold, and when it may be said to be there. */

const done = vi.hoisted((): string[] => []);
vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof import('node:fs/promises')>();
  return {
    ...actual,
    open: async (...args: Parameters<typeof actual.open>) => {
      const handle = await actual.open(...args);
      const sync = handle.sync.bind(handle);
      handle.sync = () => {
        done.push(`sync ${String(args[0])}`);
        return sync();
      };
      return handle;
    },
    link: (...args: Parameters<typeof actual.link>) => {
      done.push('link');
      return actual.link(...args);
    },
  };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'snapshot-file-'));
  done.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sum = (text: string) => createHash('sha256').update(text).digest('hex');

/** A snapshot with every checksum right. */
function written(parts: Record<string, string>): string {
  const list = Object.entries(parts).map(([name, content]) => ({
    name,
    size: content.length,
    sha256: sum(content),
  }));
  const manifest = JSON.stringify({ takenAt: 7, parts: list });
  const file = path.join(folder, 'made.snapshot');
  writeFileSync(
    file,
    `yard-cloud snapshot 1\n${manifest}\n${sum(manifest)}\n${Object.values(parts).join('')}`,
  );
  return file;
}

describe('a snapshot file', () => {
  it('[CDU-8] may be restored into a folder that is there and empty', async () => {
    const target = path.join(folder, 'data');
    mkdirSync(target);
    expect(await restoreSnapshot(written({ 'outbox.jsonl': 'a', 'database.sqlite': 'b' }), target)).toEqual({
      takenAt: 7,
    });
    expect(readdirSync(target).sort()).toEqual(['database.sqlite', 'files', 'outbox.jsonl']);
    expect(readFileSync(path.join(target, 'outbox.jsonl'), 'utf8')).toBe('a');
  });

  it.each(['../evil', 'token', 'files/../../evil', '/tmp/evil', 'files/a.json', 'running.json'])(
    '[CDU-10] is refused when it wants to write %s, though every checksum is right',
    async (name) => {
      const target = path.join(folder, 'data');
      await expect(restoreSnapshot(written({ [name]: 'x' }), target)).rejects.toThrow('is damaged');
      expect(readdirSync(folder)).toEqual(['made.snapshot']);
    },
  );

  it('[CDU-10] is refused when its list was changed and the parts were not', async () => {
    const file = written({ 'outbox.jsonl': 'a' });
    writeFileSync(file, readFileSync(file, 'utf8').replace('"takenAt":7', '"takenAt":8'));
    await expect(restoreSnapshot(file, path.join(folder, 'data'))).rejects.toThrow('is damaged');
  });

  it('[CDU-8] has its content on disk before it has its name, and its name before it is answered', async () => {
    const files = new FileStore(path.join(folder, 'files'), () => 0);
    const outbox = new OutboxFile(path.join(folder, 'outbox.jsonl'));
    const database = { snapshot: async (file: string) => writeFileSync(file, 'rows') } as unknown as Database;
    const out = path.join(folder, 'out');
    mkdirSync(out);
    await writeSnapshot(path.join(out, 'a.snapshot'), { database, outbox, files, takenAt: 7 });
    expect(done.map((step) => step.replace(/\.snapshot-\w+/, '.work'))).toEqual([
      `sync ${path.join(out, '.work/draft')}`,
      'link',
      `sync ${out}`,
    ]);
    expect(readdirSync(out)).toEqual(['a.snapshot']);
    expect(existsSync(path.join(out, 'draft'))).toBe(false);
  });
});

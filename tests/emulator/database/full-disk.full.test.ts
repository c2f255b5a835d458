import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../emulator/database';
import { OutboxFile } from '../../../emulator/openapi/outbox';
import { FileStore } from '../../../emulator/storage/file-store';
import { temporaryFolder } from '../support/database-server';

const full = { now: false };

vi.mock('libsql', async (importOriginal) => {
  const { default: Original } = await importOriginal<{ default: typeof Libsql }>();
  class MayBeFull extends Original {
    override exec(sql: string) {
      if (full.now && sql === 'COMMIT') throw new Error('database or disk is full');
      return super.exec(sql);
    }
  }
  return { default: MayBeFull };
});

let place: ReturnType<typeof temporaryFolder>;
const children: ChildProcess[] = [];
beforeEach(() => {
  full.now = false;
  place = temporaryFolder();
});
afterEach(async () => {
  await ended();
  place.remove();
});

/** What a process says that can make no file longer than so many KiB; it still runs. */
async function withLimit(kib: number, part: string): Promise<string[]> {
  const script = path.join(import.meta.dirname, '../support/full-disk.ts');
  const command = 'ulimit -f "$1" && exec "$2" --import tsx "$3" "$4" "$5"';
  const values = [String(kib), process.execPath, script, part, place.folder];
  const child = spawn('bash', ['-c', command, 'bash', ...values], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, TSX_DISABLE_CACHE: '1' },
  });
  children.push(child);
  let output = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    output += String(chunk);
    if (output.endsWith('closed\n')) break;
  }
  const lines = output.split('\n').slice(0, -1);
  expect(lines.pop()).toBe('closed');
  return lines;
}

/** When the process ends, the lock on its file does. */
async function ended(): Promise<void> {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

const start = () =>
  openDatabase({
    file: path.join(place.folder, 'cloud.db'),
    collections: [{ name: 'things' }],
    now: Date.now,
  });
const insertion = (id: string, text = '') => ({
  action: 'database.insertDocument',
  collectionName: 'things',
  data: [JSON.stringify({ _id: id, text })],
});

describe('on a full disk', { timeout: 60_000 }, () => {
  it('[CDU-11] the outbox keeps no part of a line that it could not write, and goes on', async () => {
    expect(await withLimit(16, 'messages')).toEqual(['a', 'too-long EFBIG', 'b']);
    const outbox = new OutboxFile(path.join(place.folder, 'outbox.jsonl'));
    expect([outbox.left('a', 'T'), outbox.left('b', 'T')]).toEqual([1, 1]);
  });

  it('[CDU-11] an upload fails, the former file stays and nothing is left over', async () => {
    expect(await withLimit(16, 'uploads')).toEqual(['100', '100000 EFBIG']);
    const folder = path.join(place.folder, 'files');
    expect((await new FileStore(folder, () => 0).read('a'))?.length).toBe(100);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('[CDU-11] the database answers nothing more, and keeps what it acknowledged', async () => {
    const database = await start();
    for (let n = 0; n < 600; n++) await database.handle(insertion(`old${n}`, 'x'.repeat(1000)));
    await database.close();
    const acknowledged = await withLimit(400, 'documents');
    expect(acknowledged.length).toBeGreaterThan(5);
    expect(acknowledged).not.toContain('answered after a failed write');
    await ended();
    const again = await start();
    expect(again.stats()).toEqual({ things: 600 + acknowledged.length });
    await again.close();
  });

  it('[CDU-11] nothing is answered that speaks of what could not be written, refusals included', async () => {
    const database = await start();
    await database.handle(insertion('a'));
    full.now = true;
    const query = { action: 'database.getDocument', collectionName: 'things', queryType: 'WHERE' };
    const answers = await Promise.all([
      database.handle(insertion('b')),
      database.handle(insertion('b')),
      database.handle(query),
      database.handle({ ...query, collectionName: 'nowhere' }),
    ]);
    const failure = { code: 'SYS_ERR', message: expect.stringContaining('disk is full') as string };
    expect(answers).toMatchObject([failure, failure, failure, failure]);
    full.now = false;
    expect(await database.handle(query)).toMatchObject(failure);
    await database.close();
    const again = await start();
    expect(again.stats()).toEqual({ things: 1 });
    await again.close();
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect } from 'vitest';
import { openDatabase } from '../../../emulator/database';
import { OutboxFile } from '../../../emulator/openapi/outbox';
import { FileStore } from '../../../emulator/storage/file-store';

interface Acknowledged {
  singles: Set<string>;
  /** Number of acknowledged transfers by pair. */
  transfers: Map<string, number>;
  /** The last acknowledged version of each file. */
  uploads: Map<string, number>;
  messages: Set<string>;
}

export const WRITER = path.join(import.meta.dirname, 'crash-writer.ts');

/** Lets a process write into the file and kills it after that many acknowledged lines; answers what it had acknowledged. */
export async function writeUntilKilled(file: string, run: string, lines: number): Promise<Acknowledged> {
  const child = spawn(process.execPath, ['--import', 'tsx', WRITER, file, run], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    output += chunk;
    if (output.split('\n').length > lines) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  // A line without its end was not acknowledged to anyone.
  const complete = output.slice(0, output.lastIndexOf('\n')).split('\n');
  const acknowledged: Acknowledged = {
    singles: new Set(),
    transfers: new Map(),
    uploads: new Map(),
    messages: new Set(),
  };
  for (const line of complete) {
    const [kind, id = ''] = line.split(' ');
    if (kind === 'single') acknowledged.singles.add(id);
    else if (kind === 'message') acknowledged.messages.add(id);
    else if (kind === 'upload') {
      const [name = '', version] = id.split(':');
      acknowledged.uploads.set(`file-${name}`, Number(version));
    } else acknowledged.transfers.set(id, (acknowledged.transfers.get(id) ?? 0) + 1);
  }
  return acknowledged;
}

/** Opens the file as a new start would and checks that nothing acknowledged is missing and no transaction is torn. */
export async function expectWhole(file: string, acknowledged: Acknowledged): Promise<void> {
  await expectKept(file, acknowledged);
  const { singles, transfers } = acknowledged;
  const database = await openDatabase({
    file,
    collections: [{ name: 'singles' }, { name: 'accounts' }],
    now: Date.now,
  });
  try {
    const read = async (collectionName: string, id: string) => {
      const answer = await database.handle({
        action: 'database.getDocument',
        collectionName,
        queryType: 'DOC',
        query: JSON.stringify({ _id: id }),
      });
      const [row] = 'data' in answer ? (answer.data?.list as string[]) : [];
      return row === undefined ? undefined : (JSON.parse(row) as Record<string, { $numberInt: string }>);
    };
    for (const id of singles) expect(await read('singles', id), id).toBeDefined();
    for (const [pair, count] of transfers) {
      const [left, right] = [await read('accounts', `${pair}-left`), await read('accounts', `${pair}-right`)];
      expect(Number(left?.balance?.$numberInt) + Number(right?.balance?.$numberInt), pair).toBe(0);
      expect(left?.moves).toEqual(right?.moves);
      expect(Number(left?.moves?.$numberInt)).toBeGreaterThanOrEqual(count);
    }
  } finally {
    await database.close();
  }
}

/** Files are as they were acknowledged, or as a later upload made them that was not; no message is missing. */
async function expectKept(file: string, { uploads, messages }: Acknowledged): Promise<void> {
  const files = new FileStore(path.join(path.dirname(file), 'files'), () => 0);
  for (const [name, version] of uploads) {
    const text = (await files.read(name))?.toString() ?? '';
    const [run, shown = ''] = text.slice(0, text.length / 500).split(' ');
    expect(text, name).toBe(`${run} ${shown}`.repeat(500));
    // A later run begins to count anew.
    if (messages.has(`${run}-0`)) expect(Number(shown), name).toBeGreaterThanOrEqual(version);
  }
  const outbox = new OutboxFile(path.join(path.dirname(file), 'outbox.jsonl'));
  for (const openid of messages) {
    expect([outbox.messages(openid).length, outbox.left(openid, 'T')], openid).toEqual([1, 0]);
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect } from 'vitest';
import { openDatabase } from '../../../emulator/database';

interface Acknowledged {
  singles: Set<string>;
  /** Number of acknowledged transfers by pair. */
  transfers: Map<string, number>;
}

const WRITER = path.join(import.meta.dirname, 'crash-writer.ts');

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
  const acknowledged: Acknowledged = { singles: new Set(), transfers: new Map() };
  for (const line of complete) {
    const [kind, id = ''] = line.split(' ');
    if (kind === 'single') acknowledged.singles.add(id);
    else acknowledged.transfers.set(id, (acknowledged.transfers.get(id) ?? 0) + 1);
  }
  return acknowledged;
}

/** Opens the file as a new start would and checks that nothing acknowledged is missing and no transaction is torn. */
export async function expectWhole(file: string, { singles, transfers }: Acknowledged): Promise<void> {
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

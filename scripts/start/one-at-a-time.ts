import { readFileSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from '../is-alive';
import { LOCAL } from '../project';

const FILE = path.join(LOCAL, 'running.json');
const ANSWER_WITHIN_MS = 1000;

interface Running {
  pid: number;
  url: string;
}

/**
 * The address of a local cloud that already works on this folder's data; null when there is none. Two on one database would
 * each overwrite what the other holds in memory. A number that another program got after a crash does not count.
 */
export async function runningElsewhere(): Promise<string | null> {
  const text = await readFile(FILE, 'utf8').catch(() => '');
  if (!text) return null;
  const { pid, url } = JSON.parse(text) as Running;
  if (!isAlive(pid)) return null;
  const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).catch(() => null);
  return answer ? url : null;
}

/** Says that this process works on the data now, until it ends. */
export async function announce(url: string): Promise<void> {
  await mkdir(LOCAL, { recursive: true });
  await writeFile(FILE, JSON.stringify({ pid: process.pid, url } satisfies Running));
  process.once('exit', () => {
    const { pid } = JSON.parse(readFileSync(FILE, 'utf8')) as Running;
    if (pid === process.pid) rmSync(FILE, { force: true });
  });
}

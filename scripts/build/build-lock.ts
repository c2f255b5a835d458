import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../is-alive';
import { STAMPS } from '../project';

const LOOK_EVERY_MS = 250;

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    // A builder that was killed leaves its file behind.
    const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
    if (holder > 0 && !isAlive(holder)) await rm(file, { force: true });
    return false;
  }
}

/** Lets one process at a time build `name`: two test files that find it out of date would otherwise each build it. */
export async function oneBuilder<T>(name: string, build: () => Promise<T>): Promise<T> {
  const file = path.join(STAMPS, `${name}.lock`);
  await mkdir(STAMPS, { recursive: true });
  while (!(await take(file))) await pause(LOOK_EVERY_MS);
  try {
    return await build();
  } finally {
    await rm(file, { force: true });
  }
}

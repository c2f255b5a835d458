import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { collections } from '../../../config/collections';
import type { Database } from '../../../emulator';
import { FUNCTIONS_DIST, ROOT } from '../../../scripts/project';

/** What lay in the database when the community was complete, as the wire carries it. */
interface Snapshot<T> {
  result: T;
  rows: Record<string, string[]>;
}

const FOLDER = path.join(ROOT, 'node_modules', '.cache', 'small-community');
const ROWS_AT_ONCE = 50;

/** Changes with the gateway and with whatever describes the community: an older snapshot is never used. */
async function fileName(): Promise<string> {
  const here = import.meta.dirname;
  const own = (await readdir(here)).sort().map((name) => path.join(here, name));
  const hash = createHash('sha256');
  for (const file of [
    path.join(FUNCTIONS_DIST, 'api', 'index.js'),
    path.join(here, '../persons.ts'),
    ...own,
  ]) {
    hash.update(await readFile(file));
  }
  return path.join(FOLDER, `${hash.digest('hex').slice(0, 16)}.json`);
}

async function take<T>(database: Database, result: T): Promise<Snapshot<T>> {
  const rows: Record<string, string[]> = {};
  for (const { name: collectionName } of collections) {
    const query = { query: '{}', queryType: 'WHERE', limit: 1000 };
    const answer = await database.handle({ action: 'database.getDocument', collectionName, ...query });
    if (!('data' in answer)) throw new Error(`cannot read ${collectionName}: ${JSON.stringify(answer)}`);
    rows[collectionName] = (answer.data as { list: string[] }).list;
  }
  return { result, rows };
}

async function restore<T>(database: Database, { rows, result }: Snapshot<T>): Promise<T> {
  for (const [collectionName, all] of Object.entries(rows)) {
    for (let from = 0; from < all.length; from += ROWS_AT_ONCE) {
      const data = all.slice(from, from + ROWS_AT_ONCE);
      const answer = await database.handle({ action: 'database.insertDocument', collectionName, data });
      if ('code' in answer) throw new Error(`cannot fill ${collectionName}: ${answer.message}`);
    }
  }
  return result;
}

/** Written aside first: another worker may be looking for it. Snapshots of older functions go. */
async function keep(file: string, text: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const older = (await readdir(FOLDER)).filter((name) => name.endsWith('.json'));
  await writeFile(`${file}.${process.pid}`, text);
  await rename(`${file}.${process.pid}`, file);
  for (const name of older) {
    if (name !== path.basename(file)) await rm(path.join(FOLDER, name), { force: true });
  }
}

/**
 * Gives what `make` gives, and leaves the database as `make` leaves it; `make` runs only when nobody has run it with the same
 * functions before. The database must be empty.
 */
export async function onceMade<T>(database: Database, make: () => Promise<T>): Promise<T> {
  const file = await fileName();
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return restore(database, JSON.parse(kept) as Snapshot<T>);
  const snapshot = await take(database, await make());
  await keep(file, JSON.stringify(snapshot));
  return snapshot.result;
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { collections } from '../../../config/collections';
import type { Database } from '../../../emulator';
import { ROOT } from '../../../scripts/project';

/** What lay in the database when the community was complete, as the wire carries it. */
export interface Snapshot<T> {
  result: T;
  rows: Record<string, string[]>;
}

const FOLDER = path.join(ROOT, 'node_modules', '.cache', 'small-community');
const ROWS_AT_ONCE = 50;

/** What has a part in making the community: an older snapshot than they are is never used. */
const SOURCES = ['cloudfunctions', 'contract', 'tests/support/small-community', 'tests/support/persons.ts'];

async function filesIn(name: string): Promise<string[]> {
  const found = await readdir(path.join(ROOT, name), { recursive: true, withFileTypes: true }).catch(
    () => null,
  );
  if (!found) return [path.join(ROOT, name)];
  return found.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

async function fileName(): Promise<string> {
  const files = (await Promise.all(SOURCES.map(filesIn))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file));
  return path.join(FOLDER, `${hash.digest('hex').slice(0, 16)}.json`);
}

/** Whether somebody has made the community with the sources as they are. */
export async function isKept(): Promise<boolean> {
  return existsSync(await fileName());
}

/** Everything that lies in the database (at most 1,000 documents of a collection). */
export async function take<T>(database: Database, result: T): Promise<Snapshot<T>> {
  const rows: Record<string, string[]> = {};
  for (const { name: collectionName } of collections) {
    const query = { query: '{}', queryType: 'WHERE', limit: 1000 };
    const answer = await database.handle({ action: 'database.getDocument', collectionName, ...query });
    if (!('data' in answer)) throw new Error(`cannot read ${collectionName}: ${JSON.stringify(answer)}`);
    rows[collectionName] = (answer.data as { list: string[] }).list;
  }
  return { result, rows };
}

/** Puts it into an empty one. */
export async function restore<T>(database: Database, { rows, result }: Snapshot<T>): Promise<T> {
  for (const [collectionName, all] of Object.entries(rows)) {
    for (let from = 0; from < all.length; from += ROWS_AT_ONCE) {
      const data = all.slice(from, from + ROWS_AT_ONCE);
      const answer = await database.handle({ action: 'database.insertDocument', collectionName, data });
      if ('code' in answer) throw new Error(`cannot fill ${collectionName}: ${answer.message}`);
    }
  }
  return result;
}

/** Written aside first: another worker may be looking for it. Older snapshots go. */
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
 * sources before. The database must be empty.
 */
export async function onceMade<T>(database: Database, make: () => Promise<T>): Promise<T> {
  const file = await fileName();
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return restore(database, JSON.parse(kept) as Snapshot<T>);
  const snapshot = await take(database, await make());
  await keep(file, JSON.stringify(snapshot));
  return snapshot.result;
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../project';
import { accessTable } from './access-table';

/** A document that is printed from code, so that it cannot say anything else than the code does. */
interface GeneratedTable {
  file: string;
  print: () => string;
}

const tables: GeneratedTable[] = [{ file: 'docs/access.md', print: accessTable }];

/** The generated documents that differ from what the code would print now, as sentences. */
export async function staleTables(): Promise<string[]> {
  const stale: string[] = [];
  for (const { file, print } of tables) {
    const written = await readFile(path.join(ROOT, file), 'utf8').catch(() => '');
    if (written !== print())
      stale.push(`${file} is out of date: run \`npm run check -- --write\` and commit it.`);
  }
  return stale;
}

/** Writes every generated document; returns their names. */
export async function writeTables(): Promise<string[]> {
  for (const { file, print } of tables) {
    await mkdir(path.dirname(path.join(ROOT, file)), { recursive: true });
    await writeFile(path.join(ROOT, file), print());
  }
  return tables.map(({ file }) => file);
}

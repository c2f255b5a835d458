import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { KEPT_COLLECTIONS } from '../../config/kept-collections';
import { ROOT } from '../../scripts/project';

/** Calls that remove documents, with the collection that they name; `_.remove()` takes a field away, not a document. */
const REMOVES = /(?<!_)\.remove(?:All)?\(([^)]*)/g;
/** Where a removal is handed on under the type that leaves the kept collections out. */
const HANDED_ON = new Set(['cloudfunctions/kernel/database.ts', 'cloudfunctions/kernel/transact.ts']);

async function sources(): Promise<{ file: string; text: string }[]> {
  const files = await readdir(path.join(ROOT, 'cloudfunctions'), { recursive: true });
  const code = files.filter((name) => name.endsWith('.ts')).map((name) => `cloudfunctions/${name}`);
  return Promise.all(
    code.map(async (file) => ({ file, text: await readFile(path.join(ROOT, file), 'utf8') })),
  );
}

describe('what a decision is proved by', () => {
  it('[KEEP-5] is named by no call that removes, and removing is one thing in one room', async () => {
    const all = await sources();
    const named = all.flatMap(({ file, text }) =>
      HANDED_ON.has(file) ? [] : [...text.matchAll(REMOVES)].map(([, given = '']) => ({ file, given })),
    );
    expect(named.length).toBeGreaterThan(5);
    const quoted = named.flatMap(({ given }) => [...given.matchAll(/'([a-z_]+)'/g)].map(([, name]) => name));
    for (const kept of KEPT_COLLECTIONS) expect(quoted).not.toContain(kept);
    // The SDK's own removal is reached in the kernel alone; a collection emptied by a job would stand here.
    const raw = all.filter(({ text }) => /\.collection\([^)]*\)[\s\S]{0,80}\.remove\(/.test(text));
    expect(raw.map(({ file }) => file).sort()).toEqual([...HANDED_ON].sort());
    const kernel = all.find(({ file }) => file === 'cloudfunctions/kernel/database.ts')?.text ?? '';
    expect(kernel.match(/remove(All)?\(collection: RemovableCollection/g)).toHaveLength(2);
  });
});

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../../emulator/database';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'declared-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a collection that is declared twice is named, and no file is made', async () => {
  const file = path.join(folder, 'database.sqlite');
  const index = (name: string) => ({ name, keys: [{ field: name, order: 1 as const }] });
  const collections = [
    { name: 'papers', indexes: [index('a')] },
    { name: 'homes' },
    { name: 'papers', indexes: [index('b')] },
  ];
  const opened = openDatabase({ file, collections, now: () => 0 });
  await expect(opened).rejects.toThrow(
    'declared more than once: collection papers; give each one declaration with all its indexes',
  );
  expect(existsSync(file)).toBe(false);
});

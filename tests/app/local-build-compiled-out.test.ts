import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPhone, type Flavour } from '../../scripts/build/taro';
import { BUILD_MS } from '../support/build-time';

/** What only the demo persons' switch and the gallery say. */
const LOCAL_WORDS = ['persons.json', 'packages/gallery', 'yard.person'];

async function wordsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(js|json|html|wxml)$/.test(entry.name));
  const texts = await Promise.all(
    files.map((file) => readFile(path.join(file.parentPath, file.name), 'utf8')),
  );
  return LOCAL_WORDS.filter((word) => texts.some((text) => text.includes(word)));
}

describe('the demo persons’ switch', () => {
  const built = new Map<Flavour, string>();
  beforeAll(async () => {
    for (const flavour of ['weapp', 'h5', 'h5-local'] as const)
      built.set(flavour, (await buildPhone(flavour)).out);
  }, BUILD_MS);

  it.each<Flavour>(['weapp', 'h5'])('[SEC-14] is compiled out of what is deployed: %s', async (flavour) => {
    expect(await wordsIn(built.get(flavour) ?? '')).toEqual([]);
  });

  it('is in the page that the local cloud serves', async () => {
    expect(await wordsIn(built.get('h5-local') ?? '')).toEqual(LOCAL_WORDS);
  });
});

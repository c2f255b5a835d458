import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What only the demo persons' switch and the gallery say. */
export const LOCAL_WORDS = ['persons.json', 'packages/gallery', 'yard.person'];

/** Which of them stand in the files of a built phone. */
export async function localWordsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(js|json|html|wxml)$/.test(entry.name));
  const texts = await Promise.all(
    files.map((file) => readFile(path.join(file.parentPath, file.name), 'utf8')),
  );
  return LOCAL_WORDS.filter((word) => texts.some((text) => text.includes(word)));
}

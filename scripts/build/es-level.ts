import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'acorn';

/**
 * What the oldest engines we serve can parse: Android 5's WebView and iOS 9 (browserslist), and WeChat uploads without its
 * own ES6 transform.
 */
export const PHONE_ES_LEVEL = 5;

/** The sentence of the parser when a script uses later syntax; null when it parses. */
export function syntaxBeyond(source: string, level: typeof PHONE_ES_LEVEL | 2015 | 2018): string | null {
  try {
    parse(source, { ecmaVersion: level, allowHashBang: true });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Every script below `folder` that an engine of PHONE_ES_LEVEL cannot parse, as `file: what the parser says`. */
export async function tooModern(folder: string): Promise<string[]> {
  const found: string[] = [];
  let scripts = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.js')) continue;
    scripts += 1;
    const file = path.join(entry.parentPath, entry.name);
    const said = syntaxBeyond(await readFile(file, 'utf8'), PHONE_ES_LEVEL);
    if (said) found.push(`${path.relative(folder, file)}: ${said}`);
  }
  if (scripts === 0) throw new Error(`There is no script in ${folder}: nothing was built.`);
  return found;
}

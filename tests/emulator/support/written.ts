import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes a function as a test needs it: file names to contents; objects become JSON. */
export function writeFunction(
  functionsDir: string,
  name: string,
  files: Record<string, string | object>,
): void {
  for (const [file, content] of Object.entries(files)) {
    const place = path.join(functionsDir, name, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content));
  }
}

/** An index.js that answers the value of an expression. */
export const answering = (expression: string): string => `exports.main = async (event) => (${expression});\n`;

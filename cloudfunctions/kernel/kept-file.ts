import { createHmac } from 'node:crypto';
import { secretFor } from './signing';
import { putFile } from './storage';

/**
 * Puts a file into storage under a name that nobody can guess and that is the same for the same `parts`: what is asked for again lies
 * there once. Whoever knows the id can read the file (platform.md), so parts name whom it was made for where that matters.
 * @returns the file's id
 * @throws Error where YARD_SIGNING_KEY is missing, or storage does not answer
 */
export function keepFile(
  folder: string,
  parts: readonly string[],
  extension: string,
  content: Buffer,
): Promise<string> {
  const name = createHmac('sha256', secretFor('yard file 1', folder)).update(JSON.stringify(parts));
  return putFile(`${folder}/${name.digest('hex')}.${extension}`, content);
}

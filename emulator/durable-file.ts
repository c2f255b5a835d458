import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

let drafts = 0;

/**
 * Writes or replaces a whole file; resolves when its content and its name are on disk. After a crash the old content is there
 * or the new, never a part of either.
 */
export async function writeDurably(file: string, content: Buffer): Promise<void> {
  drafts += 1;
  const draft = `${file}.${process.pid}-${drafts}.part`;
  try {
    const handle = await open(draft, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    // On a full disk what is left over would keep it full.
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** Makes names that came or went in a folder outlast a loss of power: syncing a file does not sync its name. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders, and keeps names in a journal of its own.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The same, done when it returns. */
export function syncFolderNow(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The checksum by which a damaged file is noticed: 64 hexadecimal digits. */
export function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

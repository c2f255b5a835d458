import { createHash } from 'node:crypto';
import { carriedOut } from './change';
import type { Context } from './context';
import type { TakenPhoto } from './photo-records';
import { Refusal } from './refusal';
import { fileAddresses, readParts } from './storage';

/** Bytes; a phone sends no more, and its photos are compressed to a tenth of it. Nine of them are read within one call. */
const MOST = 8 * 1024 * 1024;

/** Throws PHOTO_UNKNOWN unless every photo lies in this environment's storage. */
export async function requirePhotos(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  const there = await fileAddresses(fileIds);
  if (!fileIds.every((fileId) => there.has(fileId))) throw new Refusal('PHOTO_UNKNOWN');
}

/** What lies at an address now, hashed part by part: a photo is never whole in memory. */
async function contentAt(address: string): Promise<Omit<TakenPhoto, 'fileId'> | 'too-large' | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  const outcome = await readParts(address, MOST, (part) => {
    hash.update(part);
    bytes += part.length;
  });
  return outcome === 'whole' ? { sha256: hash.digest('hex'), bytes } : outcome;
}

/** The content of each file of storage as it is now; null of one that is gone. */
export async function photoContents(
  fileIds: readonly string[],
): Promise<Map<string, Awaited<ReturnType<typeof contentAt>>>> {
  const addresses = await fileAddresses(fileIds);
  const read = async (fileId: string) => {
    const address = addresses.get(fileId);
    return [fileId, address === undefined ? null : await contentAt(address)] as const;
  };
  return new Map(await Promise.all([...new Set(fileIds)].map(read)));
}

async function taken(fileIds: readonly string[]): Promise<TakenPhoto[]> {
  const contents = await photoContents(fileIds);
  return [...contents].map(([fileId, content]) => {
    if (content === null) throw new Refusal('PHOTO_UNKNOWN');
    if (content === 'too-large') throw new Refusal('PHOTO_TOO_LARGE');
    return { fileId, ...content };
  });
}

/**
 * Takes over photos that prove something: read by the server before anything is written, they are put down with their hash in the
 * transaction of the change that is made with the context that comes back (FILE-1, docs/decisions/0019). A command that was carried
 * out before needs them no more.
 * @throws Refusal PHOTO_UNKNOWN, PHOTO_TOO_LARGE
 */
export async function withPhotos(context: Context, fileIds: readonly string[]): Promise<Context> {
  if (fileIds.length === 0 || (await carriedOut(context))) return context;
  return { ...context, photos: await taken(fileIds) };
}

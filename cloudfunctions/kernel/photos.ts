import { createHash } from 'node:crypto';
import { carriedOut } from './change';
import type { Context } from './context';
import { inTime } from './in-time';
import type { TakenPhoto } from './photo-records';
import { Refusal } from './refusal';
import { fileAddresses, readParts } from './storage';

/** Bytes; a phone sends no more, and its photos are compressed to a tenth of it. Nine of them are read within one call. */
const MOST = 8 * 1024 * 1024;
/** Photos that are read side by side: nine at once would each be slower than the one before. */
const AT_ONCE = 3;

/** Throws PHOTO_UNKNOWN unless every photo lies in this environment's storage. */
export async function requirePhotos(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  const there = await inTime(() => fileAddresses(fileIds));
  if (!fileIds.every((fileId) => there.has(fileId))) throw new Refusal('PHOTO_UNKNOWN');
}

/** What a file holds; null of one that is gone. */
type Content = Omit<TakenPhoto, 'fileId'> | 'too-large' | null;

/** What lies at an address now, hashed part by part: a photo is never whole in memory. */
async function contentAt(address: string, signal: AbortSignal): Promise<Content> {
  const hash = createHash('sha256');
  let bytes = 0;
  const take = (part: Uint8Array) => {
    hash.update(part);
    bytes += part.length;
  };
  const outcome = await readParts(address, MOST, take, signal);
  return outcome === 'whole' ? { sha256: hash.digest('hex'), bytes } : outcome;
}

/**
 * The content of each file of storage as it is now; null of one that is gone.
 * @throws Refusal STORAGE_SLOW where all of them together take too long
 */
export function photoContents(fileIds: readonly string[]): Promise<Map<string, Content>> {
  return inTime(async (signal) => {
    const addresses = await fileAddresses(fileIds);
    const contents = new Map<string, Content>(fileIds.map((fileId) => [fileId, null]));
    const left = [...addresses];
    const readOn = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        const [fileId, address] = next;
        contents.set(fileId, await contentAt(address, signal));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, readOn));
    return contents;
  });
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
 * @throws Refusal PHOTO_UNKNOWN, PHOTO_TOO_LARGE, STORAGE_SLOW
 */
export async function withPhotos(context: Context, fileIds: readonly string[]): Promise<Context> {
  if (fileIds.length === 0 || (await carriedOut(context))) return context;
  return { ...context, photos: await taken(fileIds) };
}

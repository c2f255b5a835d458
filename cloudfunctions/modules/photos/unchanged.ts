import { carriedOut } from '../../kernel/change';
import type { Context } from '../../kernel/context';
import { photoContents } from '../../kernel/photos';
import { Refusal } from '../../kernel/refusal';
import { photoRecords } from './repository';

/**
 * Before a second officer's reading decides: the photos are what they were when they were handed in, since whoever uploaded a file can
 * write over it, also after the closing (FILE-2). One from before hashes were taken has nothing that it could be held against. A
 * command that was carried out before needs them no more.
 * @throws Refusal PHOTO_EXCHANGED where one was exchanged, or is gone
 */
export async function requireAsEntered(context: Context, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0 || (await carriedOut(context))) return;
  const [contents, records] = await Promise.all([photoContents(fileIds), photoRecords.ofFiles(fileIds)]);
  const hashes = new Map(records.map(({ fileId, sha256 }) => [fileId, sha256]));
  for (const [fileId, content] of contents) {
    const registered = hashes.get(fileId);
    const there = content !== null && content !== 'too-large';
    if (!there || (registered !== undefined && registered !== content.sha256))
      throw new Refusal('PHOTO_EXCHANGED');
  }
}

import type { CallInput, CallOutput } from '@contract/calls';
import type { PhotoState } from '@contract/photos';
import type { Context } from '../../../kernel/context';
import type { PhotoRecord } from '../../../kernel/photo-records';
import { photoContents } from '../../../kernel/photos';
import { mayCheck } from '../policy';
import { photoRecords } from '../repository';

type Content = Awaited<ReturnType<typeof photoContents>> extends Map<string, infer C> ? C : never;

function stateOf(record: PhotoRecord, content: Content): PhotoState {
  if (content === null) return 'gone';
  // What has grown beyond any photo is not what was registered either.
  return content !== 'too-large' && content.sha256 === record.sha256 ? 'same' : 'changed';
}

/**
 * Whether photos still are what they were when they were registered (FILE-3). Whoever asks learns nothing of any other file, not even
 * whether there is one: what proves something elsewhere answers like what proves nothing, and neither is read.
 */
export async function checkPhotos(
  { actor, now }: Context,
  { photos }: CallInput<'photos.check'>,
): Promise<CallOutput<'photos.check'>> {
  const registered = await photoRecords.ofFiles(photos);
  const checked = registered.filter(({ path }) => mayCheck(actor, now, path));
  const records = new Map(checked.map((record) => [record.fileId, record]));
  const contents = await photoContents([...records.keys()]);
  const items = photos.map((fileId) => {
    const record = records.get(fileId);
    if (!record) return { fileId, state: 'unregistered' as const, at: null, sha256: null };
    const { at, sha256 } = record;
    return { fileId, state: stateOf(record, contents.get(fileId) ?? null), at, sha256 };
  });
  return { items };
}

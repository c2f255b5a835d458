import type { CallInput, CallOutput } from '@contract/calls';
import type { PhotoState } from '@contract/photos';
import type { Context } from '../../../kernel/context';
import type { PhotoRecord } from '../../../kernel/photo-records';
import { photoContents } from '../../../kernel/photos';
import { enforce } from '../../../kernel/refusal';
import { mayCheck } from '../policy';
import { photoRecords } from '../repository';

type Content = Awaited<ReturnType<typeof photoContents>> extends Map<string, infer C> ? C : never;

function stateOf(record: PhotoRecord | undefined, content: Content): PhotoState {
  if (content === null) return 'gone';
  if (!record) return 'unregistered';
  // What has grown beyond any photo is not what was registered either.
  return content !== 'too-large' && content.sha256 === record.sha256 ? 'same' : 'changed';
}

/** Whether photos still are what they were when they were registered (FILE-3). */
export async function checkPhotos(
  context: Context,
  { photos }: CallInput<'photos.check'>,
): Promise<CallOutput<'photos.check'>> {
  const records = new Map((await photoRecords.ofFiles(photos)).map((record) => [record.fileId, record]));
  for (const { path } of records.values()) enforce(mayCheck(context.actor, context.now, path));
  const contents = await photoContents(photos);
  const items = photos.map((fileId) => {
    const record = records.get(fileId);
    const state = stateOf(record, contents.get(fileId) ?? null);
    return { fileId, state, at: record?.at ?? null, sha256: record?.sha256 ?? null };
  });
  return { items };
}

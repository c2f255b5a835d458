import { shownType } from '../../storage/content-type';
import type { ConsoleParts } from '../parts';
import type { FileView } from '../shapes';
import { text, type Answer } from './asked';

const SHOWN = 200;

/** `{files, total}`: the newest first, cut off. */
export async function filesOf({
  files,
  fileIds,
}: ConsoleParts): Promise<{ files: FileView[]; total: number }> {
  const records = await files.list();
  const shown = records.slice(0, SHOWN).map(async (record): Promise<FileView> => {
    const { cloudPath, owner, size, uploadedAt } = record;
    const type = shownType(await files.head(record));
    const href = `/storage/${cloudPath.split('/').map(encodeURIComponent).join('/')}`;
    return { cloudPath, fileId: fileIds.of(cloudPath), href, size, type, owner, uploadedAt };
  });
  return { files: await Promise.all(shown), total: records.length };
}

/** `{removed}`: false when nothing was there. */
export const removeFile =
  ({ files }: ConsoleParts): Answer =>
  async ({ body }) => ({ removed: await files.remove(text(body, 'path')) });

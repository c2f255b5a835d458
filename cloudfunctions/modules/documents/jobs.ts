import { inTurn } from '../../kernel/in-turn';
import type { Job } from '../../kernel/job';
import { putFile, removeFiles } from '../../kernel/storage';
import { documentFiles } from './repository';

/** Files that the platform removes in one request. */
const AT_ONCE = 50;
const GONE = Buffer.from('removed');

/** First the file: broken off in between, the next run finds the row and asks again. */
async function remove(rows: readonly { _id: string; fileId: string }[]): Promise<void> {
  await removeFiles(rows.map(({ fileId }) => fileId));
  await documentFiles.removeAll(rows.map(({ _id }) => _id));
}

/** Removes Word files whose day is over: those that name voters lie nowhere longer than they are needed (DOC-12). */
export const removeOldFiles: Job = {
  name: 'documents.remove-old-files',
  async run(now, requestId) {
    const rows = await documentFiles.over(now, AT_ONCE);
    await remove(rows.flatMap(({ _id, fileId }) => (fileId ? [{ _id, fileId }] : [])));
    const broken = rows.filter(({ fileId }) => !fileId);
    // A call that broke left no id, if it left a file at all; writing over it is how a function learns the id of a path.
    await inTurn('documents.remove-old-files', requestId, broken, async ({ _id, cloudPath }) =>
      remove([{ _id, fileId: await putFile(cloudPath, GONE) }]),
    );
  },
};

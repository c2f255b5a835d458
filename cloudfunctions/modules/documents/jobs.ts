import type { Job } from '../../kernel/job';
import { putFile, removeFiles } from '../../kernel/storage';
import { documentFiles } from './repository';

/** Files that the platform removes in one request. */
const AT_ONCE = 50;
const GONE = Buffer.from('removed');

/** Removes Word files whose day is over: those that name voters lie nowhere longer than they are needed (DOC-12). */
export const removeOldFiles: Job = {
  name: 'documents.remove-old-files',
  async run(now) {
    const rows = await documentFiles.over(now, AT_ONCE);
    const fileIds: string[] = [];
    // A call that broke left no id, if it left a file at all; writing over it is how a function learns the id of a path.
    for (const { cloudPath, fileId } of rows) fileIds.push(fileId ?? (await putFile(cloudPath, GONE)));
    // First the file: broken off in between, the next run finds the row and asks again.
    await removeFiles(fileIds);
    await documentFiles.removeAll(rows.map(({ _id }) => _id));
  },
};

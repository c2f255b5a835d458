import type { Job } from '../../kernel/job';
import { removeFiles } from '../../kernel/storage';
import { documentFiles } from './repository';

/** Files that the platform removes in one request. */
const AT_ONCE = 50;

/** Removes Word files whose day is over: those that name voters lie nowhere longer than they are needed (DOC-12). */
export const removeOldFiles: Job = {
  name: 'documents.remove-old-files',
  async run(now) {
    const rows = await documentFiles.over(now, AT_ONCE);
    // First the file: broken off in between, the next run finds the row and asks again.
    await removeFiles(rows.map(({ fileId }) => fileId));
    await documentFiles.removeAll(rows.map(({ _id }) => _id));
  },
};

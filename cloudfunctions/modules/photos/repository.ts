import { _ } from '../../kernel/cloud';
import { store } from '../../kernel/database';
import { type PhotoRecord, photoRecordId } from '../../kernel/photo-records';

export const photoRecords = {
  /** Those that were registered of these files; at most as many as one call names. */
  ofFiles(fileIds: readonly string[]): Promise<PhotoRecord[]> {
    const ids = fileIds.map(photoRecordId);
    return store.find<PhotoRecord>('photo_records', { _id: _.in(ids) }, { limit: ids.length });
  },
};

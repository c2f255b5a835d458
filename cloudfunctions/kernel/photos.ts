import { cloud } from './cloud';
import { Refusal } from './refusal';

interface FileAnswer {
  fileList: { fileID: string; status: number; tempFileURL?: string }[];
}

/** Throws PHOTO_UNKNOWN unless every photo lies in this environment's storage. */
export async function requirePhotos(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  const answer = (await cloud.getTempFileURL({ fileList: [...fileIds] })) as FileAnswer;
  const there = new Set(
    answer.fileList.filter((file) => file.status === 0 && file.tempFileURL).map((file) => file.fileID),
  );
  if (!fileIds.every((fileId) => there.has(fileId))) throw new Refusal('PHOTO_UNKNOWN');
}

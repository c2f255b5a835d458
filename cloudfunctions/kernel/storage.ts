import { cloud } from './cloud';

/** Puts bytes into storage; resolves with the file's id. `cloudPath` is for the caller to make unguessable. */
export async function putFile(cloudPath: string, fileContent: Buffer): Promise<string> {
  const { fileID } = (await cloud.uploadFile({ cloudPath, fileContent })) as { fileID: string };
  return fileID;
}

/** Removes files, at most 50 at once (platform); one that is gone already is no failure. */
export async function removeFiles(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0) await cloud.deleteFile({ fileList: [...fileIds] });
}

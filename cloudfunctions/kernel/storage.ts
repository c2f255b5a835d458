import { cloud } from './cloud';

interface FileAnswer {
  fileList: { tempFileURL?: string; status: number }[];
}

/** Puts bytes into storage; resolves with the file's id. `cloudPath` is for the caller to make unguessable. */
export async function putFile(cloudPath: string, fileContent: Buffer): Promise<string> {
  const { fileID } = (await cloud.uploadFile({ cloudPath, fileContent })) as { fileID: string };
  return fileID;
}

/**
 * The bytes of a file in storage; null where it is not there, 'too-large' where it has more than `most`. Read as a stream: what
 * somebody has put there may be larger than this function's memory.
 */
export async function readStoredFile(fileId: string, most: number): Promise<Buffer | 'too-large' | null> {
  const answer = (await cloud.getTempFileURL({ fileList: [fileId] })) as FileAnswer;
  const [file] = answer.fileList;
  if (file?.status !== 0 || !file.tempFileURL) return null;
  const response = await fetch(file.tempFileURL);
  if (response.status === 404) return null;
  if (!response.ok || !response.body) throw new Error(`storage answered ${response.status}`);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    // Leaving the loop ends the transfer.
    if (bytes > most) return 'too-large';
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Where any browser finds a file of storage for some hours; null where it is gone. */
export async function fileAddress(fileId: string): Promise<string | null> {
  const { fileList } = (await cloud.getTempFileURL({ fileList: [fileId] })) as FileAnswer;
  const [file] = fileList;
  return file?.status === 0 ? (file.tempFileURL ?? null) : null;
}

/** Removes files, at most 50 at once (platform); one that is gone already is no failure. */
export async function removeFiles(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0) await cloud.deleteFile({ fileList: [...fileIds] });
}

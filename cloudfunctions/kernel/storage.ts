import { cloud } from './cloud';
import { inTime } from './in-time';

interface FileAnswer {
  fileList: { fileID: string; tempFileURL?: string; status: number }[];
}

/** Puts bytes into storage; resolves with the file's id. `cloudPath` is for the caller to make unguessable. */
export async function putFile(cloudPath: string, fileContent: Buffer): Promise<string> {
  const { fileID } = (await cloud.uploadFile({ cloudPath, fileContent })) as { fileID: string };
  return fileID;
}

/** Where files of storage can be read for some hours; those that are not there are missing. */
export async function fileAddresses(fileIds: readonly string[]): Promise<Map<string, string>> {
  if (fileIds.length === 0) return new Map();
  const { fileList } = (await cloud.getTempFileURL({ fileList: [...fileIds] })) as FileAnswer;
  return new Map(
    fileList.flatMap(({ fileID, status, tempFileURL }) =>
      status === 0 && tempFileURL ? [[fileID, tempFileURL] as const] : [],
    ),
  );
}

/**
 * Hands over what lies at an address part by part: what somebody has put there may be larger than this function's memory.
 * `signal` ends the transfer, with an error.
 * @returns 'whole'; 'too-large' where there is more than `most` bytes; null where nothing is there
 */
export async function readParts(
  address: string,
  most: number,
  take: (part: Uint8Array) => void,
  signal: AbortSignal,
): Promise<'whole' | 'too-large' | null> {
  const response = await fetch(address, { signal });
  if (response.status === 404) return null;
  if (!response.ok || !response.body) throw new Error(`storage answered ${response.status}`);
  let bytes = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    // Leaving the loop ends the transfer.
    if (bytes > most) return 'too-large';
    take(part);
  }
  return 'whole';
}

/** The bytes of a file in storage; null where it is not there, 'too-large' where it has more than `most`. */
export async function readStoredFile(fileId: string, most: number): Promise<Buffer | 'too-large' | null> {
  return inTime(async (signal) => {
    const address = (await fileAddresses([fileId])).get(fileId);
    if (address === undefined) return null;
    const parts: Uint8Array[] = [];
    const outcome = await readParts(address, most, (part) => parts.push(part), signal);
    return outcome === 'whole' ? Buffer.concat(parts) : outcome;
  });
}

/** Where any browser finds a file of storage for some hours; null where it is gone. */
export async function fileAddress(fileId: string): Promise<string | null> {
  return (await fileAddresses([fileId])).get(fileId) ?? null;
}

/** Removes files, at most 50 at once (platform); one that is gone already is no failure. */
export async function removeFiles(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0) await cloud.deleteFile({ fileList: [...fileIds] });
}

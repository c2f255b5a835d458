import cloud from 'wx-server-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from './support/failure';
import { startTarget, type Target } from './support/target';

/* What wx-server-sdk really answers to promises; its typings are those of callbacks. */
interface Storage {
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>;
  getTempFileURL(files: { fileList: string[] }): Promise<{ fileList: FileEntry[] }>;
  deleteFile(files: { fileList: string[] }): Promise<{ fileList: FileEntry[] }>;
}

interface FileEntry {
  fileID: string;
  status: number;
  tempFileURL?: string;
}

const storage = cloud as unknown as Storage;
const CONTENT = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('坝坝会')]);

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterAll(() => target.end());

const upload = (name: string, fileContent = CONTENT) =>
  storage.uploadFile({ cloudPath: `conformance/${name}`, fileContent });

describe('a file', () => {
  it('[CST-1] comes back as it was put, whatever its name, under an id that ends with its path', async () => {
    const { fileID } = await upload('照片 (一).png');
    expect(fileID).toMatch(/^cloud:\/\/[^/]+\/conformance\/照片 \(一\)\.png$/);
    expect((await storage.downloadFile({ fileID })).fileContent.equals(CONTENT)).toBe(true);
    await storage.deleteFile({ fileList: [fileID] });
  });

  it('[CST-2] has an address under which anybody reads it', async () => {
    const { fileID } = await upload('open.png');
    const { fileList } = await storage.getTempFileURL({ fileList: [fileID] });
    expect(fileList).toMatchObject([{ fileID, status: 0 }]);
    const response = await fetch(String(fileList[0]?.tempFileURL));
    expect(Buffer.from(await response.arrayBuffer()).equals(CONTENT)).toBe(true);
    await storage.deleteFile({ fileList: [fileID] });
  });

  it('[CST-3] is replaced by another upload to its path', async () => {
    const { fileID } = await upload('twice.txt', Buffer.from('first'));
    expect((await upload('twice.txt', Buffer.from('second'))).fileID).toBe(fileID);
    expect((await storage.downloadFile({ fileID })).fileContent.toString()).toBe('second');
    await storage.deleteFile({ fileList: [fileID] });
  });

  it('[CST-4] that was deleted is gone; each entry of a list is answered by itself, -503003 for what is not there', async () => {
    const { fileID } = await upload('gone.png');
    const never = `${fileID}.never`;
    expect((await storage.deleteFile({ fileList: [fileID] })).fileList).toMatchObject([
      { fileID, status: 0 },
    ]);
    expect((await storage.getTempFileURL({ fileList: [fileID, never] })).fileList).toMatchObject([
      { fileID, status: -503003 },
      { fileID: never, status: -503003 },
    ]);
    expect(await failureOf(storage.downloadFile({ fileID }))).toHaveProperty('errMsg');
  });
});

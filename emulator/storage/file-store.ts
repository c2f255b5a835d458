import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** What is kept about a file beside its content. */
export interface FileRecord {
  cloudPath: string;
  /** Openid of the phone that uploaded it; absent when a function did. */
  owner?: string;
  size: number;
  /** Epoch ms, by the cloud's clock. */
  uploadedAt: number;
}

const HEAD_BYTES = 16;

/** Uploaded files on disk: `<hash>.bin` and `<hash>.json` for each cloud path, so that no path can lead out of the folder. */
export class FileStore {
  private drafts = 0;

  constructor(
    private readonly folder: string,
    private readonly now: () => number,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** Writes or overwrites; resolves when it is on disk. The content comes first: a record never lacks its content. */
  async put(cloudPath: string, content: Buffer, owner?: string): Promise<FileRecord> {
    const record: FileRecord = { cloudPath, owner, size: content.length, uploadedAt: this.now() };
    await this.write(this.place(cloudPath, 'bin'), content);
    await this.write(this.place(cloudPath, 'json'), Buffer.from(JSON.stringify(record)));
    return record;
  }

  /** The record of a path, or undefined when nothing is there. */
  async find(cloudPath: string): Promise<FileRecord | undefined> {
    const text = await readIfThere(this.place(cloudPath, 'json'));
    return text && (JSON.parse(text.toString()) as FileRecord);
  }

  /** All records, the newest first. */
  async list(): Promise<FileRecord[]> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.json'));
    const texts = await Promise.all(names.map((name) => readIfThere(path.join(this.folder, name))));
    return texts
      .filter((text) => text !== undefined)
      .map((text) => JSON.parse(text.toString()) as FileRecord)
      .sort((a, b) => b.uploadedAt - a.uploadedAt);
  }

  /** The first bytes, enough to tell the type; empty when nothing is there. */
  async head(cloudPath: string): Promise<Buffer> {
    const handle = await open(this.place(cloudPath, 'bin')).catch(() => undefined);
    if (!handle) return Buffer.alloc(0);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }

  async read(cloudPath: string): Promise<Buffer | undefined> {
    return (await this.find(cloudPath)) && readIfThere(this.place(cloudPath, 'bin'));
  }

  /** False when nothing was there. */
  async remove(cloudPath: string): Promise<boolean> {
    if (!(await this.find(cloudPath))) return false;
    await rm(this.place(cloudPath, 'json'), { force: true });
    await rm(this.place(cloudPath, 'bin'), { force: true });
    return true;
  }

  private place(cloudPath: string, extension: 'bin' | 'json'): string {
    const name = createHash('sha256').update(cloudPath).digest('hex').slice(0, 40);
    return path.join(this.folder, `${name}.${extension}`);
  }

  private async write(file: string, content: Buffer): Promise<void> {
    this.drafts += 1;
    const draft = `${file}.${process.pid}-${this.drafts}.part`;
    const handle = await open(draft, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  }
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

import { mkdirSync } from 'node:fs';
import { open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { sha256, syncFolder, writeDurably } from '../durable-file';

/** What is kept about a file beside its content. */
export interface FileRecord {
  cloudPath: string;
  /** Openid of the phone that uploaded it; absent when a function did. */
  owner?: string;
  size: number;
  /** Epoch ms, by the cloud's clock. */
  uploadedAt: number;
  /** Of the content. */
  sha256: string;
}

const HEAD_BYTES = 16;

/** A phone may overwrite only what it uploaded itself. */
export class NotTheOwner extends Error {
  constructor(cloudPath: string) {
    super(`${cloudPath} belongs to somebody else`);
  }
}

/**
 * Uploaded files on disk, under names that no cloud path can choose: `<hash of the path>.json` holds the record and names the
 * content, `<hash of path and content>.bin`. Replacing the record is what replaces a file, so that a crash on the way leaves
 * the former one whole.
 */
export class FileStore {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly folder: string,
    private readonly now: () => number,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** Writes or overwrites; resolves when it is on disk. Rejects with NotTheOwner when `owner` overwrites a file of somebody else. */
  put(cloudPath: string, content: Buffer, owner?: string): Promise<FileRecord> {
    return this.inTurn(async () => {
      const former = await this.find(cloudPath);
      if (owner !== undefined && former && former.owner !== owner) throw new NotTheOwner(cloudPath);
      const { length: size } = content;
      const record = { cloudPath, owner, size, uploadedAt: this.now(), sha256: sha256(content) };
      await writeDurably(this.contentOf(record), content);
      await writeDurably(this.recordOf(cloudPath), seal(record));
      if (former && former.sha256 !== record.sha256) await rm(this.contentOf(former), { force: true });
      return record;
    });
  }

  /** The record of a path, or undefined when nothing is there. Throws when it is damaged. */
  async find(cloudPath: string): Promise<FileRecord | undefined> {
    const text = await readIfThere(this.recordOf(cloudPath));
    return text && unseal(text, cloudPath);
  }

  /** All records, the newest first. Throws when one is damaged. */
  async list(): Promise<FileRecord[]> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.json'));
    const texts = await Promise.all(names.map((name) => readIfThere(path.join(this.folder, name))));
    const records = texts.flatMap((text, at) => (text ? unseal(text, names[at] ?? '') : []));
    return records.sort((a, b) => b.uploadedAt - a.uploadedAt);
  }

  /** The first bytes, enough to tell the type; empty when nothing is there. */
  async head(record: FileRecord): Promise<Buffer> {
    const handle = await open(this.contentOf(record)).catch(() => undefined);
    if (!handle) return Buffer.alloc(0);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }

  /** The content of a path, or undefined when nothing is there. Throws when it is not what was uploaded. */
  async read(cloudPath: string): Promise<Buffer | undefined> {
    const record = await this.find(cloudPath);
    if (!record) return undefined;
    const content = await readIfThere(this.contentOf(record));
    if (content && sha256(content) === record.sha256) return content;
    // Replaced or removed between the two reads.
    if ((await this.find(cloudPath))?.sha256 !== record.sha256) return this.read(cloudPath);
    throw damaged(cloudPath);
  }

  /** False when nothing was there. */
  remove(cloudPath: string): Promise<boolean> {
    return this.inTurn(async () => {
      const record = await this.find(cloudPath);
      if (!record) return false;
      await rm(this.recordOf(cloudPath), { force: true });
      await syncFolder(this.folder);
      await rm(this.contentOf(record), { force: true });
      return true;
    });
  }

  /** Runs `work` while no file comes or goes. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  private recordOf(cloudPath: string): string {
    return path.join(this.folder, `${nameFor(cloudPath)}.json`);
  }

  private contentOf(record: FileRecord): string {
    return path.join(this.folder, `${nameFor(`${record.cloudPath}\n${record.sha256}`)}.bin`);
  }
}

function nameFor(text: string): string {
  return sha256(text).slice(0, 40);
}

/** A record with a checksum of its own: it names the owner, who alone may overwrite. */
function seal(record: FileRecord): Buffer {
  return Buffer.from(JSON.stringify({ record, sum: sha256(JSON.stringify(record)) }));
}

function unseal(text: Buffer, cloudPath: string): FileRecord {
  let sealed: { record?: FileRecord; sum?: string } = {};
  try {
    sealed = JSON.parse(text.toString()) as typeof sealed;
  } catch {
    // Told below, by the name of the file.
  }
  const { record, sum } = sealed;
  if (!record || sha256(JSON.stringify(record)) !== sum) throw damaged(cloudPath);
  return record;
}

function damaged(cloudPath: string): Error {
  return new Error(`The stored file ${cloudPath} is damaged: it is not what was written`);
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

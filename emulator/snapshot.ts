import { link, mkdir, mkdtemp, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from './database';
import { sha256, syncFolder, writeDurably } from './durable-file';
import type { OutboxFile } from './openapi/outbox';
import type { FileStore } from './storage/file-store';

/*
 * A snapshot is one file: a line that says what it is, a line of JSON that lists its parts, a checksum of that line, then the
 * parts one after the other. Every byte is covered by a checksum.
 */
const MAGIC = 'yard-cloud snapshot 1';
/** Where parts lie in a data folder; nothing else is taken from a snapshot. */
const PART = /^(database\.sqlite|outbox\.jsonl|files\/[0-9a-f]{40}\.(bin|json))$/;
/** Longest line that is read, in bytes: the list of some hundred thousand files. */
const LINE_BYTES = 64 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;

interface Part {
  name: string;
  size: number;
  sha256: string;
}

/** What a snapshot tells of itself. */
export interface SnapshotFacts {
  /** Epoch ms by the clock of the cloud: to put the clock of another one there. */
  takenAt: number;
}

export interface SnapshotSources extends SnapshotFacts {
  database: Database;
  outbox: OutboxFile;
  files: FileStore;
}

/** Writes the state of a cloud at one instant into a new file, which is there as a whole or not at all. Rejects when it exists. */
export async function writeSnapshot(file: string, sources: SnapshotSources): Promise<void> {
  const folder = path.dirname(path.resolve(file));
  const work = await mkdtemp(path.join(folder, '.snapshot-'));
  try {
    const draft = path.join(work, 'draft');
    // No file comes or goes meanwhile: those that the documents speak of are there.
    await sources.files.inTurn(async () => writeParts(draft, sources.takenAt, await partsOf(sources, work)));
    // Unlike a renaming, this refuses to overwrite.
    await link(draft, file);
    await syncFolder(folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Makes a data folder of a snapshot, for startLocalCloud({ dataDir }); it gets a token of its own. Rejects, and leaves nothing
 * behind, when the snapshot is damaged or none, or when the folder holds anything.
 */
export async function restoreSnapshot(file: string, dataDir: string): Promise<SnapshotFacts> {
  const target = path.resolve(dataDir);
  if ((await readdir(target).catch(() => [])).length > 0) throw new Error(`${dataDir} is not empty`);
  await mkdir(path.dirname(target), { recursive: true });
  const work = await mkdtemp(`${target}.restoring-`);
  try {
    await mkdir(path.join(work, 'files'));
    const facts = await readParts(file, (name, content) => writeDurably(path.join(work, name), content));
    // An empty folder may be there; one that was filled meanwhile is refused.
    await rmdir(target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await rename(work, target);
    await syncFolder(path.dirname(target));
    return facts;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The parts by name, each to be read when it is its turn. */
async function partsOf(
  { database, outbox, files }: SnapshotSources,
  work: string,
): Promise<Map<string, () => Promise<Buffer>>> {
  const copy = path.join(work, 'database.sqlite');
  await database.snapshot(copy);
  // After the documents: a message that was sent because of one is never there without it.
  const sent = outbox.content();
  const names = (await readdir(files.folder)).filter((name) => PART.test(`files/${name}`)).sort();
  return new Map<string, () => Promise<Buffer>>([
    ['database.sqlite', () => readFile(copy)],
    ['outbox.jsonl', async () => sent],
    ...names.map((name): [string, () => Promise<Buffer>] => [
      `files/${name}`,
      () => readFile(path.join(files.folder, name)),
    ]),
  ]);
}

/** Reads each part twice, for its checksum and for its content: all of them need not fit into memory. */
async function writeParts(
  file: string,
  takenAt: number,
  contents: Map<string, () => Promise<Buffer>>,
): Promise<void> {
  const parts: Part[] = [];
  for (const [name, read] of contents) {
    const content = await read();
    parts.push({ name, size: content.length, sha256: sha256(content) });
  }
  const manifest = JSON.stringify({ takenAt, parts });
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(`${MAGIC}\n${manifest}\n${sha256(manifest)}\n`);
    for (const read of contents.values()) await handle.writeFile(await read());
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readParts(
  file: string,
  take: (name: string, content: Buffer) => Promise<void>,
): Promise<SnapshotFacts> {
  const handle = await open(file, 'r');
  try {
    const first = await readLine(handle, 0);
    if (first !== MAGIC) throw new Error(`${file} is no snapshot of a local cloud`);
    const manifest = await readLine(handle, MAGIC.length + 1);
    let at = MAGIC.length + 1 + Buffer.byteLength(manifest) + 1;
    const sum = await readLine(handle, at);
    if (sum !== sha256(manifest)) throw damaged(file);
    at += sum.length + 1;
    const { takenAt, parts } = JSON.parse(manifest) as SnapshotFacts & { parts: Part[] };
    for (const { name, size, sha256: wanted } of parts) {
      const content = Buffer.alloc(size);
      const { bytesRead } = await handle.read(content, 0, size, at);
      if (bytesRead < size || sha256(content) !== wanted || !PART.test(name)) throw damaged(file);
      await take(name, content);
      at += size;
    }
    if ((await handle.stat()).size !== at) throw damaged(file);
    return { takenAt };
  } finally {
    await handle.close();
  }
}

/** The line that begins at a place, without its end; empty when there is none. */
async function readLine(handle: FileHandle, from: number): Promise<string> {
  const chunks: Buffer[] = [];
  for (let at = from; at - from < LINE_BYTES; at += CHUNK_BYTES) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, at);
    const read = buffer.subarray(0, bytesRead);
    const end = read.indexOf('\n');
    chunks.push(end === -1 ? read : read.subarray(0, end));
    if (end !== -1) return Buffer.concat(chunks).toString();
    if (bytesRead === 0) break;
  }
  return '';
}

function damaged(file: string): Error {
  return new Error(`The snapshot ${file} is damaged: it is not what was written`);
}

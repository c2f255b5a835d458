import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What is traced: everything by which a file's content changes or a name comes, or is synced, and what is printed. Removals are
 * left out: here only what nothing names any more is removed.
 */
const CALLS = 'write,writev,pwrite64,pwritev,pwritev2,ftruncate,rename,renameat,renameat2,fsync,fdatasync';

/** Whether strace is here and may trace: in some containers it may not. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-f', '-e', 'trace=fsync', 'true']).status === 0;
}

/** Runs a program of Node under strace and answers its system calls, one a line, in the order they happened. */
export function trace(args: string[], file: string): string[] {
  const options = ['-f', '-y', '-s', '60', '-e', `trace=${CALLS}`, '-o', file];
  const { status, stderr } = spawnSync('strace', [...options, process.execPath, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the traced program ended with ${status}: ${stderr}`);
  return readFileSync(file, 'utf8').split('\n');
}

/** Something printed, and what under the folder was written or renamed, and not synced at that moment. */
export interface Moment {
  printed: string;
  unsynced: string[];
}

interface State {
  /** Path to the number of the line that last changed it. */
  dirty: Map<string, number>;
  /** Syncs under way by thread: the path, and the line at which they began. */
  syncing: Map<string, { file: string; since: number }>;
}

/** The moments at which the program printed something. */
export function momentsOf(lines: string[], folder: string): Moment[] {
  const state: State = { dirty: new Map(), syncing: new Map() };
  const moments: Moment[] = [];
  for (const [at, line] of lines.entries()) {
    const printed = /write\(1<[^>]*>, "(.*?)\\n"/.exec(line)?.[1];
    if (printed !== undefined) moments.push({ printed, unsynced: [...state.dirty.keys()] });
    else note(state, line, at, folder);
  }
  return moments;
}

function note({ dirty, syncing }: State, line: string, at: number, folder: string): void {
  const [thread = ''] = line.split(' ');
  const begun = /(fsync|fdatasync)\(\d+<([^>]*)>/.exec(line);
  if (begun?.[2] !== undefined) syncing.set(thread, { file: begun[2], since: at });
  const ended = /(fsync|fdatasync)(\(\d+<[^>]*>| resumed>)\)?\s*= 0/.test(line);
  const sync = ended ? syncing.get(thread) : undefined;
  // What was written while the sync was under way may not be in it.
  if (sync && (dirty.get(sync.file) ?? 0) <= sync.since) dirty.delete(sync.file);
  const written = /(?:write|writev|pwrite64|pwritev2?|ftruncate)\(\d+<([^>]*)>/.exec(line)?.[1];
  if (written?.startsWith(folder)) dirty.set(written, at);
  const [, from, to] = /rename\w*\(.*?"([^"]*)".*"([^"]*)"/.exec(line) ?? [];
  if (from === undefined || to === undefined || !to.startsWith(folder)) return;
  dirty.set(path.dirname(to), at);
  const content = dirty.get(from);
  dirty.delete(from);
  if (content !== undefined) dirty.set(to, content);
}

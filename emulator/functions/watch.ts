import { lstatSync, readdirSync, statSync, watch, type FSWatcher, type Stats } from 'node:fs';
import path from 'node:path';

/** A build writes several files one after the other: what changed is looked at when that is over, in ms. */
const SETTLE_MS = 120;
/** How long to wait before looking for a folder that is gone, in ms: nothing tells that it is back. */
const GONE_MS = 1000;

interface Watched {
  watcher: FSWatcher;
  /** A folder that was replaced by another one of the same name is another one, and its watcher sees nothing more. */
  identity: string;
}

/** What is in a folder of functions: their folders (to be watched), and each function's state as one text. */
interface Scan {
  folders: Map<string, string>;
  states: Map<string, string>;
}

/**
 * Calls `changed` with the names of the functions whose files are other than before, shortly after the last change. Packages
 * are not looked into: that node_modules itself changed is enough. The function that is returned ends it.
 */
export function watchFunctions(functionsDir: string, changed: (names: string[]) => void): () => void {
  const watched = new Map<string, Watched>();
  let now = scan(functionsDir);
  let settling: NodeJS.Timeout | undefined;

  const compare = () => {
    const before = now;
    now = scan(functionsDir);
    follow(watched, now.folders, later);
    const names = [...new Set([...before.states.keys(), ...now.states.keys()])];
    const other = names.filter((name) => before.states.get(name) !== now.states.get(name));
    if (other.length > 0) changed(other);
    if (now.folders.size === 0) wait(GONE_MS);
  };
  const wait = (ms: number) => {
    clearTimeout(settling);
    settling = setTimeout(compare, ms);
    settling.unref();
  };
  const later = () => wait(SETTLE_MS);
  follow(watched, now.folders, later);
  return () => {
    clearTimeout(settling);
    follow(watched, new Map(), later);
  };
}

/** Watches exactly these folders. */
function follow(watched: Map<string, Watched>, folders: Map<string, string>, later: () => void): void {
  for (const [folder, { watcher, identity }] of watched) {
    if (folders.get(folder) === identity) continue;
    watcher.close();
    watched.delete(folder);
  }
  for (const [folder, identity] of folders) {
    if (watched.has(folder)) continue;
    try {
      const watcher = watch(folder, { persistent: false }, later);
      watcher.on('error', later);
      watched.set(folder, { watcher, identity });
    } catch {
      // Gone between looking and watching: looked at again.
      later();
    }
  }
}

function scan(functionsDir: string): Scan {
  const result: Scan = { folders: new Map(), states: new Map() };
  const root = look(functionsDir, statSync);
  if (!root?.isDirectory()) return result;
  result.folders.set(functionsDir, identityOf(root));
  for (const name of namesIn(functionsDir)) {
    const folder = path.join(functionsDir, name);
    const found = look(folder, statSync);
    if (found?.isDirectory()) result.states.set(name, stateOf(folder, found, result.folders));
  }
  return result;
}

/** Path, size and time of every file of a function; adds the folders in which they are. Links are not followed: they may lead back. */
function stateOf(folder: string, itself: Stats, folders: Map<string, string>): string {
  folders.set(folder, identityOf(itself));
  const lines = namesIn(folder).map((name) => {
    const file = path.join(folder, name);
    const found = look(file, lstatSync);
    if (found?.isDirectory() && name !== 'node_modules') return stateOf(file, found, folders);
    return found ? `${file} ${found.ino} ${found.size} ${found.mtimeMs}` : '';
  });
  return lines.join('\n');
}

/** Numbers of removed folders are given to new ones. */
function identityOf({ ino, birthtimeMs }: Stats): string {
  return `${ino} ${birthtimeMs}`;
}

/** Names that begin with a dot are an editor's or a tool's own. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
}

function look(file: string, stat: (file: string) => Stats): Stats | undefined {
  try {
    return stat(file);
  } catch {
    return undefined;
  }
}

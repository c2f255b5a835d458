import { readFileSync, watch } from 'node:fs';
import path from 'node:path';
import { readConfigFile, type ConfigFile } from './config-file';

/** An editor writes a file in several steps: it is read when that is over, in ms. */
const SETTLE_MS = 150;

/**
 * Says when the configuration is another one than `running`, which was taken at the start and stays until the next one: by the
 * names of the fields that differ, or by what is wrong in the file. Returns what ends it.
 */
export function watchConfig(file: string, running: ConfigFile, say: (text: string) => void): () => void {
  let before = contentOf(file);
  let settling: NodeJS.Timeout | undefined;
  const look = () => {
    const now = contentOf(file);
    if (now === before) return;
    before = now;
    say(now === undefined ? `${file} is gone: the cloud runs on with what it said.` : change(file, running));
  };
  // The folder, because an editor that writes anew and renames leaves a watcher of the file behind.
  const watcher = watch(path.dirname(file), { persistent: false }, (_, name) => {
    if (name !== null && name !== path.basename(file)) return;
    clearTimeout(settling);
    settling = setTimeout(look, SETTLE_MS);
    settling.unref();
  });
  watcher.on('error', () => watcher.close());
  return () => {
    clearTimeout(settling);
    watcher.close();
  };
}

function change(file: string, running: ConfigFile): string {
  try {
    const other = differing(running, readConfigFile(file));
    return other.length > 0
      ? `${file} has changed in ${other.join(', ')}: end the cloud and start it again to take it.`
      : `${file} is again what the cloud runs with.`;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\nThe cloud runs on with what it said before.`;
  }
}

/** Fields that are not the same; functions one by one. */
function differing(before: ConfigFile, now: ConfigFile): string[] {
  const flat = ({ functions, ...rest }: ConfigFile): Record<string, unknown> => ({
    ...rest,
    ...Object.fromEntries(Object.entries(functions).map(([name, set]) => [`functions.${name}`, set])),
  });
  const [old, other] = [flat(before), flat(now)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(other)])];
  return names.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(other[name]));
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

import { statSync } from 'node:fs';

const MAX_FILES = 16;
/** By path, size and time of change: another state of the file has no code here. */
const kept = new Map<string, Uint8Array>();

function keyOf(file: string): string | undefined {
  const facts = statSync(file, { throwIfNoEntry: false, bigint: true });
  return facts && [file, facts.size, facts.mtimeNs].join('\0');
}

/**
 * V8's compiled code of a function's index.js, kept for this process: the next instance, also one of another local cloud, starts
 * in half the time. `keep` is for what an instance made of the file as it was when `of` was asked.
 */
export function compiledCodeOf(file: string): { code?: Uint8Array; keep: (code: Uint8Array) => void } {
  const key = keyOf(file);
  return {
    code: key === undefined ? undefined : kept.get(key),
    keep: (code) => {
      if (key === undefined || key !== keyOf(file)) return;
      kept.delete(key);
      kept.set(key, code);
      for (const oldest of kept.keys()) if (kept.size > MAX_FILES) kept.delete(oldest);
    },
  };
}

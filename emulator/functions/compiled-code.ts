import { statSync } from 'node:fs';

const MAX_FILES = 16;
/** By path, size and time of change: another state of the file has no code here. 'asked': an instance is to leave it. */
const kept = new Map<string, Uint8Array | 'asked'>();

/** V8's compiled code of a function's index.js as it was when `compiledCodeOf` was called. */
export interface CompiledCode {
  readonly code?: Uint8Array;
  /** Whether the next call is to leave the code: true for one instance alone, until it does or gives up. */
  ask(): boolean;
  keep(code: Uint8Array): void;
  giveUp(): void;
}

function keyOf(file: string): string | undefined {
  const facts = statSync(file, { throwIfNoEntry: false, bigint: true });
  return facts && [file, facts.size, facts.mtimeNs].join('\0');
}

function put(key: string, entry: Uint8Array | 'asked'): void {
  kept.delete(key);
  kept.set(key, entry);
  for (const oldest of kept.keys()) if (kept.size > MAX_FILES) kept.delete(oldest);
}

/**
 * Compiled code is kept for this process: the next instance, also one of another local cloud, starts in half the time. One
 * instance leaves it: where twenty start at once, twenty copies of it would be in memory.
 */
export function compiledCodeOf(file: string): CompiledCode {
  const key = keyOf(file);
  if (key === undefined) return { ask: () => false, keep: () => undefined, giveUp: () => undefined };
  const entry = kept.get(key);
  let asked = false;
  return {
    code: entry === 'asked' ? undefined : entry,
    ask() {
      if (asked || kept.has(key)) return false;
      put(key, 'asked');
      return (asked = true);
    },
    keep(code) {
      asked = false;
      if (key === keyOf(file)) put(key, code);
      else kept.delete(key);
    },
    giveUp() {
      if (asked) kept.delete(key);
      asked = false;
    },
  };
}

import type { Log } from '../log';
import { functionNames, readEntry, type FunctionEntry } from './catalog';
import type { Instance } from './instance';
import { FunctionPool } from './pool';
import type { SettingsOfFunctions } from './settings';

export interface DeploymentOptions {
  functionsDir: string;
  settings?: SettingsOfFunctions;
  /** The functions at first. */
  entries: readonly FunctionEntry[];
  /** How instances of a function are made: called once for each state of its code, then for each instance. */
  starter: (entry: FunctionEntry) => () => Instance;
  /** See FunctionPool. */
  idleMs?: number;
  /** Functions that `warmUp` loads; the others are loaded by their first call. Default: all. */
  loadAtStart?: readonly string[];
  log: Log;
}

interface Deployed {
  entry: FunctionEntry;
  pool: FunctionPool;
  /** Why it could not be loaded. */
  failure?: string;
}

/** What is deployed: the functions of a folder with their instances, which can be replaced while calls run. */
export class Deployment {
  private readonly deployed = new Map<string, Deployed>();
  private readonly removed: FunctionPool[] = [];
  private closed = false;

  constructor(private readonly options: DeploymentOptions) {
    for (const entry of options.entries) this.add(entry);
  }

  get(name: string): FunctionEntry | undefined {
    return this.deployed.get(name)?.entry;
  }

  /** Why a function could not be loaded; undefined when it was. */
  failureOf(name: string): string | undefined {
    return this.deployed.get(name)?.failure;
  }

  poolOf(name: string): FunctionPool | undefined {
    return this.deployed.get(name)?.pool;
  }

  entries(): FunctionEntry[] {
    return [...this.deployed.values()].map(({ entry }) => entry);
  }

  /** Loads the functions once; one that cannot be loaded is logged, and its calls fail. */
  async warmUp(): Promise<void> {
    const { loadAtStart } = this.options;
    const loaded = [...this.deployed].filter(([name]) => loadAtStart?.includes(name) ?? true);
    await Promise.all(loaded.map(([name, { pool }]) => this.load(name, pool)));
  }

  /**
   * Takes a function as its folder is now: new, changed or gone. Calls that run end on the old code; resolves when the new
   * one is loaded. What cannot be loaded is logged, and its calls fail until the folder is mended.
   */
  async refresh(name: string): Promise<void> {
    const { functionsDir, log } = this.options;
    const before = this.deployed.get(name);
    if (!functionNames(functionsDir).includes(name)) {
      if (before) this.remove(name, before.pool);
      return;
    }
    const entry = this.read(name);
    if (before) before.pool.renew(this.starterOf(entry));
    const { pool } = before ? this.put({ entry, pool: before.pool }) : this.add(entry);
    if (await this.load(name, pool)) log({ level: 'info', text: before ? 'reloaded' : 'deployed', fn: name });
  }

  async close(): Promise<void> {
    this.closed = true;
    const pools = [...this.deployed.values()].map(({ pool }) => pool);
    await Promise.all([...pools, ...this.removed].map((pool) => pool.close()));
  }

  private read(name: string): FunctionEntry {
    return readEntry(this.options.functionsDir, name, this.options.settings?.[name]);
  }

  private add(entry: FunctionEntry): Deployed {
    return this.put({ entry, pool: new FunctionPool(this.starterOf(entry), this.options.idleMs) });
  }

  private starterOf(entry: FunctionEntry): () => Instance {
    const { fault } = entry;
    return fault === undefined ? this.options.starter(entry) : () => brokenInstance(fault);
  }

  private put(deployed: Deployed): Deployed {
    this.deployed.set(deployed.entry.name, deployed);
    return deployed;
  }

  private remove(name: string, pool: FunctionPool): void {
    this.deployed.delete(name);
    this.removed.push(pool);
    pool.retire('the function was removed');
    this.options.log({ level: 'info', text: 'removed', fn: name });
  }

  /** Whether a first instance could be loaded. */
  private async load(name: string, pool: FunctionPool): Promise<boolean> {
    const deployed = this.deployed.get(name);
    for (const text of deployed?.entry.warnings ?? []) this.options.log({ level: 'warn', text, fn: name });
    try {
      await pool.warmUp();
      if (deployed) deployed.failure = undefined;
      return true;
    } catch (error) {
      // Ended with everything else, not broken.
      if (this.closed) return false;
      const reason = error instanceof Error ? error.message : String(error);
      if (deployed) deployed.failure = reason;
      this.options.log({ level: 'error', text: `cannot be loaded: ${reason}`, fn: name });
      return false;
    }
  }
}

/** Stands for the code of a folder whose config.json is wrong. */
function brokenInstance(reason: string): Instance {
  const ready = Promise.reject(new Error(reason));
  // Who waits for it is told; nobody may wait.
  ready.catch(() => undefined);
  const run: Instance['run'] = async () => ({ kind: 'exited', message: reason });
  return { ready, alive: false, run, end: async () => undefined };
}

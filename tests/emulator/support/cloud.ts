import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startLocalCloud, type CallAnswer, type LocalCloud, type LocalCloudOptions } from '../../../emulator';

const FIXTURES = fileURLToPath(new URL('../fixtures/functions', import.meta.url));

/** Fixtures that are another one's code with a config.json of their own. */
const CODE_OF: Record<string, string> = { impatient: 'misbehave', unpermitted: 'wechat' };

export interface TestCloud extends LocalCloud {
  /** Everything the cloud keeps; removed by end(). */
  readonly folder: string;
  /** Copies of the fixture functions. */
  readonly functionsDir: string;
  readonly dataDir: string;
  /** What it logged. */
  readonly lines: string[];
  /** Closes it and removes its folder. */
  end(): Promise<void>;
}

export interface TestCloudOptions extends Partial<LocalCloudOptions> {
  /** Writes more functions into the folder before the cloud starts. */
  prepare?: (functionsDir: string) => void;
}

/** A copy, as a deployment makes one: tests may change it. */
function deployFixture(name: string, functionsDir: string): void {
  const [from, to] = [path.join(FIXTURES, name), path.join(functionsDir, name)];
  mkdirSync(to);
  cpSync(path.join(FIXTURES, CODE_OF[name] ?? name, 'index.js'), path.join(to, 'index.js'));
  const config = path.join(from, 'config.json');
  if (existsSync(config)) cpSync(config, path.join(to, 'config.json'));
}

/** A local cloud of some of the fixture functions, on a fresh folder. Timers are fired by hand unless `timers` is true. */
export async function startCloud(
  functions: string[],
  { prepare, ...options }: TestCloudOptions = {},
): Promise<TestCloud> {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-cloud-'));
  const functionsDir = path.join(folder, 'functions');
  const dataDir = path.join(folder, 'data');
  mkdirSync(functionsDir);
  for (const name of functions) deployFixture(name, functionsDir);
  prepare?.(functionsDir);
  const lines: string[] = [];
  const cloud = await startLocalCloud({
    functionsDir,
    dataDir,
    collections: [{ name: 'notes' }],
    timers: false,
    log: ({ text }) => lines.push(text),
    ...options,
  }).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const end = async () => {
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return Object.assign(cloud, { folder, functionsDir, dataDir, lines, end });
}

/** The result of a call that must have succeeded. */
export function resultOf<T>(answer: CallAnswer): T {
  if ('errCode' in answer) throw new Error(answer.errMsg);
  return answer.result as T;
}

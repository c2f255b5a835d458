import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startLocalCloud, type CallAnswer, type LocalCloud, type LocalCloudOptions } from '../../../emulator';

const FIXTURES = fileURLToPath(new URL('../fixtures/functions', import.meta.url));

export interface TestCloud extends LocalCloud {
  /** Everything the cloud keeps; removed by end(). */
  readonly folder: string;
  readonly dataDir: string;
  /** What it logged. */
  readonly lines: string[];
  /** Closes it and removes its folder. */
  end(): Promise<void>;
}

/** A local cloud of some of the fixture functions, on a fresh folder. Timers are fired by hand unless `timers` is true. */
export async function startCloud(
  functions: string[],
  options: Partial<LocalCloudOptions> = {},
): Promise<TestCloud> {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-cloud-'));
  const functionsDir = path.join(folder, 'functions');
  const dataDir = path.join(folder, 'data');
  mkdirSync(functionsDir);
  for (const name of functions) symlinkSync(path.join(FIXTURES, name), path.join(functionsDir, name));
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
  return Object.assign(cloud, { folder, dataDir, lines, end });
}

/** The result of a call that must have succeeded. */
export function resultOf<T>(answer: CallAnswer): T {
  if ('errCode' in answer) throw new Error(answer.errMsg);
  return answer.result as T;
}

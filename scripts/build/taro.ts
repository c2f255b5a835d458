import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { H5_DIST, H5_LOCAL, LOCAL, ROOT, shown, WEAPP_DIST } from '../project';
import { runNode } from '../run-process';
import { oneBuilder } from './build-lock';
import { builtHash, inputHash, stamp } from './stamps';

export type Flavour = 'weapp' | 'h5' | 'h5-local';

interface Target {
  type: 'weapp' | 'h5';
  out: string;
  env: Record<string, string>;
}

/** Only the local flavour has the demo persons' switch and the gallery: YARD_LOCAL becomes the constant LOCAL_BUILD. */
const TARGETS: Record<Flavour, Target> = {
  weapp: { type: 'weapp', out: WEAPP_DIST, env: { YARD_LOCAL: '0' } },
  h5: { type: 'h5', out: H5_DIST, env: { YARD_LOCAL: '0' } },
  'h5-local': { type: 'h5', out: H5_LOCAL, env: { YARD_LOCAL: '1' } },
};

const TARO = path.join('node_modules', '@tarojs', 'cli', 'bin', 'taro');

export interface Built {
  flavour: Flavour;
  out: string;
  /** False when the sources had not changed since the last build. */
  rebuilt: boolean;
  seconds: number;
}

/** Replaces a folder whole, so that whoever reads it (another test run) sees the old build or the new one. */
async function swap(from: string, to: string): Promise<void> {
  const old = `${from}.old`;
  await mkdir(path.dirname(to), { recursive: true });
  if (existsSync(to)) await rename(to, old);
  await rename(from, to);
  await rm(old, { recursive: true, force: true });
}

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g');
const REASON_LINES = 80;

/** Taro's words from the first that speaks of an error; before it webpack draws hundreds of lines of progress. */
function reasonIn(output: string): string {
  const lines = output.replace(COLOURS, '').split('\n');
  const at = lines.findIndex((line) => /error|失败|ended by/i.test(line));
  return lines
    .slice(at < 0 ? -REASON_LINES : at)
    .slice(0, REASON_LINES)
    .join('\n');
}

async function build(flavour: Flavour, inputs: string): Promise<number> {
  const { type, out, env } = TARGETS[flavour];
  const fresh = path.join(LOCAL, 'build', `${flavour}-${process.pid}`);
  // CI switches Taro's cache off: it does not notice changes that come through the environment (docs/architecture.md).
  const ended = await runNode([TARO, 'build', '--type', type], {
    env: { ...env, NODE_ENV: 'production', CI: '1', YARD_OUT: path.relative(ROOT, fresh) },
  });
  const page = path.join(fresh, type === 'h5' ? 'index.html' : 'app.json');
  if (ended.code !== 0 || !existsSync(page)) {
    await rm(fresh, { recursive: true, force: true });
    throw new Error(`Taro could not build ${flavour}:\n${reasonIn(ended.output)}`);
  }
  await swap(fresh, out);
  await stamp(flavour, inputs);
  return ended.seconds;
}

/**
 * Builds one flavour of the phone unless it was built from the same sources already, or YARD_KEEP_BUILD=1 takes any build. Throws with Taro's output when the
 * build fails; the previous build then stays as it was.
 */
export async function buildPhone(flavour: Flavour): Promise<Built> {
  const { out, env } = TARGETS[flavour];
  const inputs = await inputHash({ flavour, ...env });
  const isBuilt = async () =>
    existsSync(out) && (process.env.YARD_KEEP_BUILD === '1' || (await builtHash(flavour)) === inputs);
  const seconds = (await isBuilt())
    ? 0
    : await oneBuilder(flavour, async () => ((await isBuilt()) ? 0 : build(flavour, inputs)));
  return { flavour, out, rebuilt: seconds > 0, seconds };
}

/** One line for people: where a build lies and what it took. */
export const describeBuilt = ({ flavour, out, rebuilt, seconds }: Built): string =>
  `${flavour} in ${shown(out)}${rebuilt ? `, ${seconds.toFixed(1)} s` : ' (unchanged)'}`;

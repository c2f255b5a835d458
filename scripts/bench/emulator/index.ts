import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LocalCloud } from '../../../emulator';
import { runNode } from '../../run-process';
import { putBallots, readings, resultOf, startBallots } from './ballots';

/** One line of the table. */
export interface Measured {
  what: string;
  /** A ratio of two times of one run, or an absolute figure with its unit. */
  value: number;
  unit: '×' | 's' | 'MB' | 'ms';
  /** What issue and documentation promise; absent: for information. */
  atMost?: number;
}

const FEW = 1000;
const MANY = 100_000;
const TIMES = 1000;
const CALLERS = 200;

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Figures of the local cloud, as ratios of times of this run. */
export async function benchEmulator(say: (text: string) => void): Promise<Measured[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yard-bench-'));
  const few = await startBallots(path.join(folder, 'few'));
  const many = await startBallots(path.join(folder, 'many'));
  try {
    say(`writing ${FEW} and ${MANY} documents ...`);
    await putBallots(few.database, FEW);
    await putBallots(many.database, MANY);
    say('reading and calling ...');
    const measured = [...(await reads(few, many)), ...(await calls(few))];
    await many.close();
    say('opening ...');
    return [...measured, ...(await opening(path.join(folder, 'many')))];
  } finally {
    await Promise.all([few.close(), many.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads through an index in a small and a large collection, in turns so that both meet the same machine. */
async function reads(few: LocalCloud, many: LocalCloud): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const read of ['id', 'compound'] as const) {
    const [small, large]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < 10; turn++) {
      small.push(...(await readings(few, { read, times: TIMES / 10, documents: FEW })));
      large.push(...(await readings(many, { read, times: TIMES / 10, documents: MANY })));
    }
    const by = read === 'id' ? 'by id' : 'by a compound index';
    const what = `read ${by}: ${MANY} documents against ${FEW}`;
    measured.push({ what, value: median(large) / median(small), unit: '×', atMost: 1.5 });
  }
  return measured;
}

/** Calls of a function whose body is one read, against the same reads made by the SDK without a call around each. */
async function calls(cloud: LocalCloud): Promise<Measured[]> {
  const [direct, called]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 10; turn++) {
    direct.push(...(await readings(cloud, { times: TIMES / 10 })));
    for (let n = 0; n < TIMES / 10; n++) called.push(await timed(() => call(cloud)));
  }
  const together: number[] = [];
  const alone: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    alone.push(...(await readings(cloud, { times: CALLERS, atOnce: true })));
    together.push(await timed(() => Promise.all(Array.from({ length: CALLERS }, () => call(cloud)))));
  }
  return [
    { what: 'one read by the SDK, median', value: median(direct), unit: 'ms' },
    {
      what: 'call with one read against the read',
      value: median(called) / median(direct),
      unit: '×',
      atMost: 1.6,
    },
    {
      what: `${CALLERS} calls at once against ${CALLERS} reads at once`,
      value: median(together) / median(alone),
      unit: '×',
      atMost: 4,
    },
  ];
}

async function call(cloud: LocalCloud): Promise<void> {
  resultOf(await cloud.call('reader', {}, 'o_bench'));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function opening(dataDir: string): Promise<Measured[]> {
  const script = path.join(import.meta.dirname, 'opening.ts');
  const { code, output } = await runNode(['--import', 'tsx', script, dataDir, String(MANY)]);
  if (code !== 0) throw new Error(output);
  const { openedMs, sinceProcessStartMs, memoryMb } = JSON.parse(
    output.trim().split('\n').at(-1) ?? '',
  ) as Record<'openedMs' | 'sinceProcessStartMs' | 'memoryMb', number>;
  return [
    {
      what: `first indexed read of ${MANY} documents after the start`,
      value: openedMs / 1000,
      unit: 's',
      atMost: 1,
    },
    { what: 'the same after the process was started', value: sinceProcessStartMs / 1000, unit: 's' },
    { what: `memory with ${MANY} documents, all of them read`, value: memoryMb, unit: 'MB', atMost: 400 },
  ];
}

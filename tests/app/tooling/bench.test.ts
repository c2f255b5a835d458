import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Measured } from '../../../scripts/bench/emulator';

const MEASURED: Measured[] = [
  { what: 'a read against another', value: 1.034, unit: '×', atMost: 1.5 },
  { what: 'a read, median', value: 12.6, unit: 'ms' },
  { what: 'memory', value: 401, unit: 'MB', atMost: 400 },
];

const figures = { now: MEASURED };
const started: { run?: () => Promise<number> } = {};
vi.mock('../../../scripts/command', () => ({
  command: (run: () => Promise<number>) => (started.run = run),
}));
vi.mock('../../../scripts/bench/emulator', () => ({ benchEmulator: async () => figures.now }));

let folder: string;
const printed: string[] = [];
beforeEach(() => {
  figures.now = MEASURED;
  folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  printed.length = 0;
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: string) => void printed.push(text));
});
const argv = process.argv;
afterEach(() => {
  process.argv = argv;
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

async function bench(...args: string[]): Promise<number | undefined> {
  process.argv = ['node', 'bench.ts', ...args];
  await import('../../../scripts/bench');
  return started.run?.();
}

describe('npm run bench', () => {
  it('prints a table that says what was not met, under the name of the machine, and fails', async () => {
    expect(await bench('emulator')).toBe(1);
    const [machine, none, ...table] = printed.join('\n').split('\n');
    expect([machine, none]).toEqual([expect.stringMatching(/\d+ cores, Node \d+\./), '']);
    expect(table).toEqual([
      '| figure | measured | wanted | |',
      '|---|---|---|---|',
      '| a read against another | 1.03 × | ≤ 1.5 × |  |',
      '| a read, median | 13 ms |  |  |',
      '| memory | 401 MB | ≤ 400 MB | NOT MET |',
    ]);
  });

  it('writes the same as JSON where --json says, and passes when all is met', async () => {
    figures.now = MEASURED.slice(0, 2);
    const file = path.join(folder, 'figures.json');
    expect(await bench('emulator', '--json', file)).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      machine: expect.stringContaining('cores') as string,
      measured: figures.now,
    });
  });

  it.each([[[]], [['everything']], [['emulator', '--json']]])(
    'says how it is used when told %j',
    async (args) => {
      expect(await bench(...args)).toBe(2);
      expect(printed.join('\n')).toContain('npm run bench -- <emulator> [--json FILE]');
    },
  );
});

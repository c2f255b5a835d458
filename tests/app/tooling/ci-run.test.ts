import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/project';

interface Said {
  code: number;
  lastLine: string;
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yard-ci-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs .ci/run with an `npm` that does what `test` and `full` say instead of the real commands. */
async function ciRun(test: string, full: string): Promise<Said> {
  const npm = path.join(folder, 'npm');
  await writeFile(npm, `#!/bin/sh\nif [ "$1" = test ]; then ${test}; else ${full}; fi\n`);
  await chmod(npm, 0o755);
  const env = { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH ?? ''}` };
  return new Promise((resolve) => {
    execFile('bash', [path.join(ROOT, '.ci', 'run')], { env }, (error, stdout) => {
      const lastLine = stdout.trim().split('\n').at(-1) ?? '';
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, lastLine });
    });
  });
}

describe('.ci/run', () => {
  it('sums both commands in its last line', async () => {
    const said = await ciRun('echo "10 passed, 0 failed"', 'echo "5 passed, 0 failed"');
    expect(said).toEqual({ code: 0, lastLine: '15 passed, 0 failed' });
  });

  it('fails when either command counts a failure', async () => {
    const said = await ciRun('echo "10 passed, 0 failed"', 'echo "5 passed, 2 failed"; exit 1');
    expect(said).toEqual({ code: 1, lastLine: '15 passed, 2 failed' });
  });

  it('counts a command that ends without its line, or badly after a good one', async () => {
    const silent = await ciRun('echo nothing', 'echo "5 passed, 0 failed"');
    expect(silent).toEqual({ code: 1, lastLine: '5 passed, 1 failed' });
    const late = await ciRun('echo "10 passed, 0 failed"; exit 3', 'echo "5 passed, 0 failed"');
    expect(late).toEqual({ code: 1, lastLine: '15 passed, 1 failed' });
  });

  it('fails when nothing ran', async () => {
    const said = await ciRun('echo "0 passed, 0 failed"', 'echo "0 passed, 0 failed"');
    expect(said).toEqual({ code: 1, lastLine: '0 passed, 0 failed' });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inTurn } from '../../cloudfunctions/kernel/in-turn';
import { ROOT } from '../../scripts/project';

const MODULES = path.join(ROOT, 'cloudfunctions/modules');

afterEach(() => {
  vi.restoreAllMocks();
});

describe('what a job finds due', () => {
  it('has its turn, one after another, though one before it fails; the failure is logged by id, and nothing else', async () => {
    const logged = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const done: string[] = [];
    await inTurn('live.clear', 'r1', [{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }], async ({ _id }) => {
      await Promise.resolve();
      if (_id === 'b') throw new Error('no room');
      done.push(_id);
    });
    expect(done).toEqual(['a', 'c']);
    expect(logged.mock.calls.map(([line]) => JSON.parse(String(line)) as unknown)).toEqual([
      {
        ...{ level: 'error', what: 'job failed for one', job: 'live.clear', id: 'b', requestId: 'r1' },
        ...{ message: 'no room', stack: expect.any(String) as string },
      },
    ]);
  });

  it('is gone through in this one way by every job of every module', () => {
    const jobs = readdirSync(MODULES).flatMap((name) => {
      const file = path.join(MODULES, name, 'jobs.ts');
      return readdirSync(path.join(MODULES, name)).includes('jobs.ts') ? [readFileSync(file, 'utf8')] : [];
    });
    expect(jobs.length).toBeGreaterThan(12);
    // A loop of its own would stop at the first that fails.
    expect(jobs.filter((text) => /\bfor \(|\.forEach\(/.test(text))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { FaultSpec } from '../../emulator';
import { FaultBoard } from '../../emulator/faults';
import { draws } from '../../emulator/faults/draws';

const READ = { action: 'database.getDocument', collection: 'notes' };

/** Which of so many requests went wrong, from 1. */
async function struck(board: FaultBoard, requests: number, target = READ): Promise<number[]> {
  const hits: number[] = [];
  for (let i = 1; i <= requests; i += 1) {
    const answer = await board.around(
      target,
      async () => 'done',
      () => 'failed',
    );
    if (answer === 'failed') hits.push(i);
  }
  return hits;
}

async function struckBy(spec: Omit<FaultSpec, 'then'>, requests = 200): Promise<number[]> {
  const board = new FaultBoard();
  board.on({ ...spec, then: 'fail' });
  return struck(board, requests);
}

describe('faults by chance', () => {
  it('strike the same requests for the same seed, others for another', async () => {
    const first = await struckBy({ chance: 0.25, seed: 7 });
    expect(await struckBy({ chance: 0.25, seed: 7 })).toEqual(first);
    expect(await struckBy({ chance: 0.25, seed: 8 })).not.toEqual(first);
    expect(await struckBy({ chance: 0.25 })).toEqual(await struckBy({ chance: 0.25, seed: 1 }));
  });

  it.each([1, 2, 3, 4, 5])('strike about the share that was asked for, with seed %i', async (seed) => {
    const { length } = await struckBy({ chance: 0.25, seed }, 2000);
    // Four standard deviations of 2,000 draws.
    expect(Math.abs(length - 500)).toBeLessThan(78);
  });

  it('strike never at 0 and always at 1', async () => {
    expect(await struckBy({ chance: 0 })).toEqual([]);
    expect(await struckBy({ chance: 1 }, 5)).toEqual([1, 2, 3, 4, 5]);
  });

  it('keep to the requests whose turn it is', async () => {
    expect(await struckBy({ chance: 1, nth: 3, times: 2 }, 9)).toEqual([3, 4]);
    const some = await struckBy({ chance: 0.5, nth: 11, times: 50, seed: 3 });
    expect(some.length).toBeGreaterThan(10);
    expect([(some[0] ?? 0) > 10, (some.at(-1) ?? 99) <= 60]).toEqual([true, true]);
  });

  it('draw the same, whatever other faults are set', async () => {
    const alone = await struckBy({ chance: 0.25, seed: 7 });
    const board = new FaultBoard();
    const other = board.on({ action: /get/, chance: 0.5, seed: 5, then: { delay: 0 } });
    const fault = board.on({ chance: 0.25, seed: 7, then: 'fail' });
    const both = await struck(board, 200);
    expect(both.every((at) => alone.includes(at))).toBe(true);
    expect([both.length, fault.hits]).toEqual([fault.hits, both.length]);
    expect(other.hits).toBeGreaterThan(50);
    expect(both.length).toBeLessThan(alone.length);
  });

  it('draw evenly over the whole range', () => {
    const draw = draws(12345);

    const drawn = Array.from({ length: 10_000 }, () => Math.floor(draw() * 10));
    for (let tenth = 0; tenth < 10; tenth += 1) {
      expect(Math.abs(drawn.filter((at) => at === tenth).length - 1000)).toBeLessThan(120);
    }
  });
});

describe('what a fault is about', () => {
  it('may be any of several actions, also by an expression that remembers where it stopped', async () => {
    const board = new FaultBoard();
    board.on({ action: /^database\.(get|insert)Document$/g, times: Infinity, then: 'fail' });
    expect(await struck(board, 3)).toEqual([1, 2, 3]);
    expect(await struck(board, 1, { ...READ, action: 'database.insertDocument' })).toEqual([1]);
    expect(await struck(board, 1, { ...READ, action: 'database.removeDocument' })).toEqual([]);
  });

  it.each([
    [{ chance: -0.1 }, 'chance'],
    [{ chance: 1.1 }, 'chance'],
    [{ chance: Number.NaN }, 'chance'],
    [{ nth: 0 }, 'nth'],
    [{ times: 0 }, 'times'],
  ])('is refused when it is %j', (spec, name) => {
    expect(() => new FaultBoard().on({ ...spec, then: 'fail' })).toThrow(name);
  });
});

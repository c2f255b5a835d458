import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askAgainMs,
  FRESH_MS,
  type Face,
  longestMs,
  spreadOf,
} from '../../cloudfunctions/modules/live/rules/cadence';
import { loadOf, loadTable, SCENES } from '../../cloudfunctions/modules/live/rules/load';
import { timerAfter } from '../../cloudfunctions/modules/live/rules/running';
import { ROOT } from '../../scripts/project';

const HOUR_MS = 3_600_000;
/** Simulated for all of them, spread as they are. */
const PHONES = 25;
const quiet = fc.integer({ min: 0, max: HOUR_MS });
const spread = fc.double({ min: 0, max: 1, noNaN: true });

/** One phone polls for an hour as it is told; each change is noted at the first poll after it. */
function simulated(face: Face, own: number, changes: readonly number[], start: number) {
  let calls = 0;
  let late = 0;
  let seen = 0;
  for (let at = start; at < HOUR_MS; ) {
    calls += 1;
    const known = changes.filter((change) => change <= at);
    for (const change of known.slice(seen)) late = Math.max(late, at - change);
    seen = known.length;
    at += askAgainMs(face, at - (known.at(-1) ?? 0), own);
  }
  return { calls, late };
}

describe('when a phone asks again', () => {
  it('[LIVE-7] is told so that with the age of the figures 3 s and 15 s are kept, whatever happens when', () => {
    expect([longestMs('staff'), longestMs('resident')]).toEqual([2_000, 12_000]);
    expect(longestMs('staff') + FRESH_MS.staff).toBeLessThanOrEqual(3_000);
    expect(longestMs('resident') + FRESH_MS.resident).toBeLessThanOrEqual(15_000);
    const changes = fc.array(fc.integer({ min: 0, max: HOUR_MS - 20_000 }), { maxLength: 40 });
    fc.assert(
      fc.property(changes, spread, fc.integer({ min: 0, max: 10_000 }), (instants, own, start) => {
        const sorted = instants.toSorted((a, b) => a - b).filter((at) => at >= start);
        expect(simulated('staff', own, sorted, start).late).toBeLessThanOrEqual(2_000);
        expect(simulated('resident', own, sorted, start).late).toBeLessThanOrEqual(12_000);
      }),
      { numRuns: 30 },
    );
  });

  it('[LIVE-7] grows with the quiet, spreads the phones and stays within bounds for anything', () => {
    fc.assert(
      fc.property(quiet, quiet, spread, spread, (a, b, one, other) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(askAgainMs('resident', less, one)).toBeLessThanOrEqual(askAgainMs('resident', more, one));
        expect(askAgainMs('resident', a, one)).toBeGreaterThanOrEqual(4_000);
        if (one < other - 0.01) {
          expect(askAgainMs('resident', a, one)).toBeLessThan(askAgainMs('resident', a, other));
        }
        expect(askAgainMs('staff', a, one)).toBe(askAgainMs('staff', a, other));
      }),
    );
    expect([spreadOf('000000aa'), spreadOf('ffffff'), spreadOf('system')]).toEqual([0, 1, 0.5]);
  });
});

describe('what an hour costs', () => {
  const near = (figure: number, wanted: number) => Math.abs(figure - wanted) / wanted;

  it.each(SCENES)('[LIVE-7] is in a simulated hour what is computed: $name', ({ hour }) => {
    const { phones, staff, changes } = hour;
    const phone = (n: number) => simulated('resident', (n + 0.5) / PHONES, changes, n * 97).calls;
    const few = Array.from({ length: PHONES }, (_, n) => phone(n)).reduce((sum, calls) => sum + calls, 0);
    const all = (few * phones) / PHONES;
    const led = staff * simulated('staff', 0, changes, 0).calls;
    expect(near(all + led, loadOf(hour).calls)).toBeLessThan(0.04);
  });

  it('[LIVE-7] stands in its decision record as it is computed', async () => {
    const record = await readFile(path.join(ROOT, 'docs/decisions/0013-live-meetings.md'), 'utf8');
    expect(record).toContain(loadTable());
  });
});

describe('the clock of a speech', () => {
  it('[LIVE-5] ends later by what it is extended, from now where it has run out', () => {
    const seconds = fc.integer({ min: 10, max: 1_800 });
    fc.assert(
      fc.property(quiet, quiet, seconds, seconds, (from, later, first, more) => {
        const now = from + later;
        const started = timerAfter(null, { act: 'start', seconds: first, now: from });
        const extended = timerAfter(started, { act: 'extend', seconds: more, now });
        expect(extended).toEqual({ from, until: Math.max(from + first * 1_000, now) + more * 1_000 });
        expect(timerAfter(extended, { act: 'stop', seconds: more, now })).toBeNull();
      }),
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everythingDue } from '../support/due-world';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { smallCommunity } from '../support/persons';
import { type Snapshot, take } from '../support/small-community/snapshot';
import { leaseEnded, nextRun, rewound, standing, timerOvertaken, wrongInChain } from '../support/timer-runs';

const TIME = 900_000;
const ROUNDS = 12;

let cloud: TestCloud;
let due: Snapshot<null>;
/** What stands after one run with nothing in its way, and that of the next minute. */
let afterOne: Record<string, string[]>;

beforeAll(async () => {
  cloud = await startTestCloud();
  await everythingDue(cloud, await smallCommunity(cloud));
  due = await take(cloud.cloud.database, null);
  for (let minute = 0; minute < 2; minute += 1) await nextRun(cloud);
  afterOne = await standing(cloud);
}, TIME);
afterAll(() => cloud.close());

const rowsWith = (name: string, text: string) =>
  (afterOne[name] ?? []).filter((row) => row.includes(text)).length;

/** Collections in which something else stands than after one run, once the next minute's has come, and what is wrong with the chain. */
async function otherThanAfterOne(): Promise<string[]> {
  await nextRun(cloud);
  const now = await standing(cloud);
  const other = Object.keys(afterOne).filter((name) => now[name]?.join() !== afterOne[name]?.join());
  const rows = other.flatMap((name) => (now[name] ?? []).filter((row) => !afterOne[name]?.includes(row)));
  return [...other, ...rows, ...(await wrongInChain(cloud))];
}

/** Tries each request of a run of the timer; gives how many there were, and at which of them it went otherwise. */
async function atEach(run: (nth: number) => Promise<boolean>): Promise<{ tried: number; wrong: unknown[] }> {
  const wrong: unknown[] = [];
  for (let nth = 1; ; nth += 1) {
    await rewound(cloud, due);
    const struck = await run(nth);
    const other = await otherThanAfterOne();
    if (other.length > 0) wrong.push([nth, ...other]);
    if (!struck) return { tried: nth, wrong };
  }
}

describe('the timer, when counts, extensions, minutes and demands are due at once', () => {
  it('[RES-1] [EXT-2] [MIN-6] [CALL-7] decides each of them, and nothing twice', async () => {
    expect(rowsWith('motions', '"state":"counted"')).toBe(2);
    expect(rowsWith('motions', '"longer":true')).toBe(2);
    expect(rowsWith('count_seals', '"_id"')).toBe(2);
    expect(afterOne.ballot_choices?.length).toBe(1);
    expect(rowsWith('minutes', '"state":"final"')).toBe(1);
    expect(rowsWith('callings', '"state":"reached"')).toBe(2);
    expect(rowsWith('audit', '"actorName":"系统"')).toBeGreaterThan(6);
    expect(await wrongInChain(cloud)).toEqual([]);
    await rewound(cloud, due);
    expect((await take(cloud.cloud.database, null)).rows).toEqual(due.rows);
  });

  it(
    '[RES-2] [SEAL-1] [SECRET-8] [EXT-2] [MIN-6] [CALL-2] leaves what one run leaves where its lease ends before any of its requests and another run goes past it',
    async () => {
      const { tried, wrong } = await atEach((nth) => timerOvertaken(cloud, nth));
      expect(wrong).toEqual([]);
      expect(tried).toBeGreaterThan(100);
    },
    TIME,
  );

  it(
    '[RES-2] [SEAL-1] [SECRET-8] [EXT-2] leaves what one run leaves where three of them run side by side',
    async () => {
      for (let round = 1; round <= ROUNDS; round += 1) {
        await rewound(cloud, due);
        const runs = [];
        for (let n = 0; n < 3; n += 1) {
          await leaseEnded(cloud);
          runs.push(cloud.cloud.fireTimer('timer'));
          await new Promise((resolve) => setTimeout(resolve, 7 * round));
        }
        await Promise.all(runs);
        expect([round, await otherThanAfterOne()]).toEqual([round, []]);
      }
    },
    TIME,
  );
});

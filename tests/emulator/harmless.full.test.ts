import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { resultOf, startCloud, type TestCloud } from './support/cloud';
import { writeFunction } from './support/written';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud(['misbehave', 'echo'], {
    functionSettings: { misbehave: { timeout: 20, memorySize: 128 }, greedy: { memorySize: 128 } },
    prepare: (functionsDir) =>
      writeFunction(functionsDir, 'greedy', { 'index.js': 'const kept = [];\nfor (;;) kept.push(1.5);\n' }),
  });
});
afterAll(() => cloud.end());

const misbehave = (how: string, data: object = {}) => cloud.call('misbehave', { how, ...data }, 'p');

/** Calls the other function until `under` has ended: all its calls must have succeeded, and some must have been made. */
async function answeredMeanwhile(under: Promise<unknown>): Promise<number> {
  let ended = false;
  void under.finally(() => (ended = true));
  let answered = 0;
  do {
    resultOf(await cloud.call('echo', {}, 'neighbour'));
    answered += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
  } while (!ended);
  return answered;
}

describe('a function that misbehaves harms no other one', () => {
  it.each(['take-objects', 'take-buffers', 'take-numbers', 'take-at-once'])(
    'when it does "%s": it is ended at its memory limit, in words of its own',
    async (how) => {
      const taking = misbehave(how);
      expect(await answeredMeanwhile(taking)).toBeGreaterThan(0);
      expect(await taking).toMatchObject({ errCode: -504002 });
      expect(cloud.lines.at(-1)).toContain('memory limit exceeded: 128 MB');
      expect(resultOf(await misbehave('nothing'))).toBeNull();
    },
  );

  it('when it takes memory while it is loaded', async () => {
    expect(cloud.lines.join('\n')).toContain('cannot be loaded: memory limit exceeded: 128 MB');
    expect(await answeredMeanwhile(cloud.call('greedy', {}, 'p'))).toBeGreaterThan(0);
  });

  it('when it keeps a little more with every call', async () => {
    const before = cloud.lines.length;
    for (let i = 0; i < 4; i += 1) await misbehave('keep-some', { megabytes: 40 });
    await expect.poll(() => cloud.lines.slice(before).join('\n')).toContain('memory limit exceeded: 128 MB');
    expect(resultOf(await misbehave('nothing'))).toBeNull();
  });

  it('when it prints a megabyte in one line', async () => {
    const printing = misbehave('print-megabyte');
    await answeredMeanwhile(printing);
    expect(resultOf(await printing)).toBe('printed');
  });

  it('when it floods the process with unhandled rejections', async () => {
    const flooding = misbehave('reject-many');
    await answeredMeanwhile(flooding);
    await flooding;
    await expect.poll(() => cloud.lines.join('\n')).toContain('one of many');
    expect(resultOf(await misbehave('nothing'))).toBeNull();
  });

  it('when it starts a timer that never ends', async () => {
    expect(resultOf(await misbehave('never-ending-timer'))).toBe('started');
    expect(resultOf(await misbehave('nothing'))).toBeNull();
  });
});

/** Takes six times 10 MB while it is loaded, without a pause in which its thread could say that it is well. */
const HEAVY = `const kept = [];
while (kept.length < 6) {
  kept.push(Buffer.alloc(10 * 1024 * 1024, 1));
  const until = performance.now() + 60;
  while (performance.now() < until);
}
exports.main = async () => {
  await new Promise((resolve) => setTimeout(resolve, 200));
  return kept.length;
};
`;

it('takes eight instances that load at once for what they are, not for one that takes memory', async () => {
  const prepare = (functionsDir: string) => writeFunction(functionsDir, 'heavy', { 'index.js': HEAVY });
  const heavy = await startCloud([], {
    prepare,
    loadAtStart: [],
    functionSettings: { heavy: { memorySize: 128, timeout: 20 } },
  });
  onTestFinished(() => heavy.end());
  const calls = Array.from({ length: 40 }, () => heavy.call('heavy', {}, 'p'));
  expect((await Promise.all(calls)).map((answer) => resultOf(answer))).toEqual(calls.map(() => 6));
});

it('lets a function leave garbage as much as it likes', async () => {
  expect(resultOf(await misbehave('garbage', { rounds: 40 }))).toBe('tidy');
});

it('answers 200 calls at the same time, each its own', async () => {
  const calls = Array.from({ length: 200 }, (_, i) => cloud.call('echo', { i }, `person-${i}`));
  const events = (await Promise.all(calls)).map((answer) => resultOf<{ event: object }>(answer).event);
  events.forEach((event, i) => {
    expect(event).toEqual({ i, userInfo: expect.objectContaining({ openId: `person-${i}` }) as unknown });
  });
});

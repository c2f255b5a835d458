import type { Choice } from '@contract/decision';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BallotDocument } from '../../cloudfunctions/modules/motions/documents';
import { BREAKS, type Break, brokenAnywhere } from '../support/broken-anywhere';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail } from '../support/motions';
import { type PaperCalls, paperCallsOf } from '../support/papers';
import { freshId, smallCommunity } from '../support/persons';

const MINUTE = 60_000;
const TIME = 300_000;

let cloud: TestCloud;
let to: PaperCalls;
/** Every vote that was cast in here, with what it must come to. */
const cast: { motion: Detail; choice: Choice }[] = [];

beforeAll(async () => {
  cloud = await startTestCloud();
  to = await paperCallsOf(cloud, await smallCommunity(cloud));
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

/** All revisions of the one ballot of a motion; never more than one ballot. */
async function revisions({ id }: Detail): Promise<{ choice: string; revision: number }[]> {
  const all = (await documentsOf<BallotDocument>(cloud.cloud, 'ballots')).filter(
    ({ motionId }) => motionId === id,
  );
  expect(all.length).toBeLessThanOrEqual(1);
  return all.flatMap((ballot) =>
    [...ballot.history, ballot].map(({ choice, revision }) => ({ choice, revision })),
  );
}

/** The phone of 王桂兰 casts over what stands there; `before` says what did. */
async function onThePhone(before: (motion: Detail, entryId: string) => Promise<Choice[]>, replaces: number) {
  const motion = await to.poll('latest');
  const entryId = await to.on.voterOf('wang', motion.id);
  const stood = (await before(motion, entryId)).map((choice, n) => ({ choice, revision: n + 1 }));
  await cloud.advance(MINUTE);
  const input = { clientId: freshId(), motionId: motion.id, entryId, choice: 'no' as const, replaces };
  cast.push({ motion, choice: 'no' });
  const after = [...stood, { choice: 'no', revision: stood.length + 1 }];
  return {
    send: () => to.on.as('wang').send('motions.castBallot', input),
    check: async (broken: boolean) => {
      const now = await revisions(motion);
      expect(broken ? [stood, after] : [after]).toContainEqual(now);
    },
  };
}

const nothing = () => Promise.resolve([]);
const ownBallot = async (motion: Detail): Promise<Choice[]> => {
  await to.on.cast('wang', motion.id, 'yes');
  return ['yes'];
};
const paper = async (motion: Detail, entryId: string): Promise<Choice[]> => {
  await to.taken(motion.id, entryId, 'abstain');
  return ['abstain'];
};

describe.each(BREAKS)('a ballot on the phone of which a database request does %s', (then: Break) => {
  it.each([
    ['the first', nothing, 0],
    ['a change', ownBallot, 1],
    ['over a paper that it names', paper, 1],
    ['over a paper that it does not know of', paper, 0],
  ] as const)(
    '[BAL-3] [BAL-4] [PAP-9] [IDM-4] %s: stands once or not at all, and once after its retry',
    async (_, before, replaces) => {
      const tried = await brokenAnywhere(cloud, then, () => onThePhone(before, replaces));
      expect(tried).toBeGreaterThan(4);
    },
    TIME,
  );
});

it(
  '[BAL-10] [IDM-4] counts each of them once in the end',
  async () => {
    const last = Math.max(...cast.map(({ motion }) => motion.resultAt));
    await cloud.advance(last - to.now());
    const waits = async () => {
      const phases = await Promise.all(cast.map(({ motion }) => to.on.detail('wang', motion.id)));
      return phases.filter(({ phase }) => phase !== 'counted').length;
    };
    for (let runs = 0; runs < cast.length && (await waits()) > 0; runs += 1) {
      await cloud.cloud.fireTimer('timer');
      // Past the window of the reader's rate limit.
      await cloud.advance(11 * MINUTE);
    }
    expect(cast.length).toBeGreaterThan(4 * BREAKS.length * 4);
    for (const { motion, choice } of cast) {
      const { verdict } = await to.on.detail('secretary', motion.id);
      const heads = verdict?.cast.filter((one) => one.heads > 0).map((one) => [one.choice, one.heads]);
      expect(heads).toEqual([[choice, 1]]);
      await cloud.advance(MINUTE);
    }
  },
  TIME,
);

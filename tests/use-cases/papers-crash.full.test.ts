import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { type PaperCalls, paperCallsOf } from '../support/papers';
import { smallCommunity, type SmallCommunity } from '../support/persons';
import { codeOf, wangsPaper, type WangsPaper } from '../support/wangs-paper';

const MINUTE = 60_000;

let cloud: TestCloud;
let yard: SmallCommunity;
let to: PaperCalls;
let vote: WangsPaper;

const entries = async (action: string, id: string) =>
  (await documentsOf<{ action: string; subject: { id: string } }>(cloud.cloud, 'audit')).filter(
    (entry) => entry.action === action && entry.subject.id === id,
  );

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await paperCallsOf(cloud, yard);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

/** The k-th database request of a call fails, before or after it is done, for each k; then the phone sends it again. */
async function brokenAnywhere(
  then: 'fail' | 'fail-after',
  prepare: () => Promise<{ by: PersonKey; action: string; input: object }>,
  check: () => Promise<void>,
): Promise<number> {
  let struck = true;
  let nth = 0;
  while (struck) {
    nth += 1;
    vote = await wangsPaper(cloud, to, 'latest');
    await vote.send('wang', 'motions.castBallot', vote.cast());
    await cloud.advance(MINUTE);
    const { by, action, input } = await prepare();
    const fault = cloud.cloud.faults.on({ action: /^database\./, nth, then });
    await vote.send(by, action, input);
    struck = fault.hits > 0;
    cloud.cloud.faults.reset();
    expect([nth, codeOf(await vote.send(by, action, input))]).toEqual([nth, 'ok']);
    const paper = await to.paper(vote.motion.id, vote.wang);
    expect(await entries(action, paper?._id ?? '')).toHaveLength(1);
    await check();
  }
  return nth;
}

describe.each(['fail', 'fail-after'] as const)('a call whose database request does %s', (then) => {
  const TIME = 60_000;
  const entered = async () => {
    const row = await to.enter(vote.motion.id, vote.wang, 'no');
    return { by: 'gridWorker' as const, action: 'motions.confirmPaper', input: vote.confirmation(row) };
  };

  it(
    '[PAP-9] [IDM-4] enters the paper once, whichever it is',
    async () => {
      const input = () => to.enterInput(vote.motion.id, vote.wang, 'no');
      const tried = await brokenAnywhere(
        then,
        () => Promise.resolve({ by: 'secretary', action: 'motions.enterPaper', input: input() }),
        async () => {
          expect(await to.paper(vote.motion.id, vote.wang)).toMatchObject({
            number: 1,
            state: 'entered',
            earlier: [],
          });
          expect(await vote.ballots()).toMatchObject([{ choice: 'yes', revision: 1 }]);
        },
      );
      expect(tried).toBeGreaterThan(10);
    },
    TIME,
  );

  it(
    '[PAP-9] [IDM-4] counts the checked paper once, whichever it is',
    async () => {
      const tried = await brokenAnywhere(then, entered, async () => {
        expect(await to.paper(vote.motion.id, vote.wang)).toMatchObject({ state: 'confirmed' });
        expect(await vote.ballots()).toMatchObject([
          { choice: 'no', revision: 2, history: [{ choice: 'yes', revision: 1 }] },
        ]);
      });
      expect(tried).toBeGreaterThan(10);
    },
    TIME,
  );

  it(
    '[PAP-9] [PAP-10] [IDM-4] sets the paper aside once, whichever it is',
    async () => {
      const tried = await brokenAnywhere(
        then,
        async () => {
          await to.taken(vote.motion.id, vote.wang, 'no');
          return { by: 'wang', action: 'motions.objectPaper', input: vote.objection() };
        },
        async () => {
          expect(await to.paper(vote.motion.id, vote.wang)).toMatchObject({ state: 'objected' });
          expect(await vote.ballots()).toMatchObject([{ choice: 'yes', revision: 3 }]);
        },
      );
      expect(tried).toBeGreaterThan(10);
    },
    TIME,
  );
});

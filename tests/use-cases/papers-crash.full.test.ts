import type { Envelope } from '@contract/envelope';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BallotDocument } from '../../cloudfunctions/modules/motions/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail, PersonKey } from '../support/motions';
import { type PaperCalls, paperCallsOf, type Row } from '../support/papers';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

const MINUTE = 60_000;

let cloud: TestCloud;
let yard: SmallCommunity;
let to: PaperCalls;
let motion: Detail;
let wang: string;

const begin = async (precedence: 'first' | 'latest') => {
  motion = await to.poll(precedence);
  wang = await to.on.voterOf('wang', motion.id);
};
const send = (by: PersonKey, action: string, input: object) => to.on.as(by).send(action, input);
const cast = (replaces = 0) => ({
  ...{ clientId: freshId(), motionId: motion.id, entryId: wang, choice: 'yes', replaces },
});
const confirmation = (row: Row) => ({ ...to.named(row), choice: 'no' });
const objection = () => ({ clientId: freshId(), motionId: motion.id, entryId: wang, number: 1 });
const code = (answer: Envelope<unknown>) => (answer.ok ? 'ok' : answer.error.code);
/** Those that count: a paper that was set aside keeps its number and nothing else. */
const ballotsOf = async (entryId: string) =>
  (await documentsOf<BallotDocument>(cloud.cloud, 'ballots')).filter(
    (ballot) => ballot.motionId === motion.id && ballot.entryId === entryId && !ballot.setAside,
  );
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
    await begin('latest');
    await send('wang', 'motions.castBallot', cast());
    await cloud.advance(MINUTE);
    const { by, action, input } = await prepare();
    const fault = cloud.cloud.faults.on({ action: /^database\./, nth, then });
    await send(by, action, input);
    struck = fault.hits > 0;
    cloud.cloud.faults.reset();
    expect([nth, code(await send(by, action, input))]).toEqual([nth, 'ok']);
    const paper = await to.paper(motion.id, wang);
    expect(await entries(action, paper?._id ?? '')).toHaveLength(1);
    await check();
  }
  return nth;
}

describe.each(['fail', 'fail-after'] as const)('a call whose database request does %s', (then) => {
  const TIME = 60_000;
  const entered = async () => {
    const row = await to.enter(motion.id, wang, 'no');
    return { by: 'gridWorker' as const, action: 'motions.confirmPaper', input: confirmation(row) };
  };

  it(
    '[PAP-9] [IDM-4] enters the paper once, whichever it is',
    async () => {
      const input = () => to.enterInput(motion.id, wang, 'no');
      const tried = await brokenAnywhere(
        then,
        () => Promise.resolve({ by: 'secretary', action: 'motions.enterPaper', input: input() }),
        async () => {
          expect(await to.paper(motion.id, wang)).toMatchObject({ number: 1, state: 'entered', earlier: [] });
          expect(await ballotsOf(wang)).toMatchObject([{ choice: 'yes', revision: 1 }]);
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
        expect(await to.paper(motion.id, wang)).toMatchObject({ state: 'confirmed' });
        expect(await ballotsOf(wang)).toMatchObject([
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
          await to.taken(motion.id, wang, 'no');
          return { by: 'wang', action: 'motions.objectPaper', input: objection() };
        },
        async () => {
          expect(await to.paper(motion.id, wang)).toMatchObject({ state: 'objected' });
          expect(await ballotsOf(wang)).toMatchObject([{ choice: 'yes', revision: 3 }]);
        },
      );
      expect(tried).toBeGreaterThan(10);
    },
    TIME,
  );
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type {
  BallotBoxDocument,
  BallotMarkDocument,
} from '../../cloudfunctions/modules/motions/secret/documents';
import { type Break, brokenAnywhere } from '../support/broken-anywhere';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail } from '../support/motions';
import { freshId, smallCommunity } from '../support/persons';
import { contentOf, type SecretCalls, secretCallsOf } from '../support/secret-ballots';

const MINUTE = 60_000;
const TIME = 240_000;
const ROOM = '2栋1单元101';
const CONTENT = contentOf({ yes: 1 });

let cloud: TestCloud;
let to: SecretCalls;
beforeAll(async () => {
  cloud = await startTestCloud();
  to = await secretCallsOf(cloud, await smallCommunity(cloud));
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

const marksOf = async ({ id }: Detail) =>
  (await documentsOf<BallotMarkDocument>(cloud.cloud, 'ballot_marks')).filter(
    ({ motionId }) => motionId === id,
  );
const boxOf = async ({ id }: Detail) =>
  (await documentsOf<BallotBoxDocument>(cloud.cloud, 'ballot_boxes')).find(({ _id }) => _id === id);
const entries = async (action: string, { id }: Detail) =>
  (await documentsOf<{ action: string; matterId: string | null }>(cloud.cloud, 'audit')).filter(
    (entry) => entry.action === action && entry.matterId === id,
  ).length;

async function poll(): Promise<Detail> {
  // Past the window of the officers' rate limits.
  await cloud.advance(11 * MINUTE);
  return to.poll({ paper: { precedence: 'first', settleMinutes: 60 } });
}

/** With one paper marked, after the closing. */
async function closed(): Promise<Detail> {
  const motion = await poll();
  await to.mark(motion.id, ROOM);
  await to.close(motion);
  return motion;
}

/** A call that is done once or not at all, and once after its retry: `stands` is what is there each time. */
function once(
  motion: Detail,
  action: string,
  send: () => ReturnType<ReturnType<SecretCalls['as']>['send']>,
  stands: () => Promise<boolean>,
) {
  return {
    send,
    check: async (broken: boolean) => {
      const [done, told] = [await stands(), await entries(`motions.${action}`, motion)];
      expect(told).toBe(done ? 1 : 0);
      if (!broken) expect(done).toBe(true);
    },
  };
}

describe.each(['fail', 'fail-after'] as const)(
  'a ballot box where a database request does %s',
  (then: Break) => {
    it(
      '[SECRET-3] [SECRET-7] [IDM-4] marks a voter once, and takes the mark back once',
      async () => {
        const marked = await brokenAnywhere(cloud, then, async () => {
          const motion = await poll();
          const input = {
            clientId: freshId(),
            motionId: motion.id,
            entryId: await to.entryOf(motion.id, ROOM),
          };
          const send = () => to.as('secretary').send('motions.markBox', input);
          return once(motion, 'markBox', send, async () => (await marksOf(motion)).length === 1);
        });
        const unmarked = await brokenAnywhere(cloud, then, async () => {
          const motion = await poll();
          const entryId = await to.entryOf(motion.id, ROOM);
          await to.mark(motion.id, ROOM);
          const input = { clientId: freshId(), motionId: motion.id, entryId, reason: '弄错了' };
          const send = () => to.as('secretary').send('motions.unmarkBox', input);
          return once(motion, 'unmarkBox', send, async () => (await marksOf(motion)).length === 0);
        });
        expect(Math.min(marked, unmarked)).toBeGreaterThan(8);
      },
      TIME,
    );

    it(
      '[SECRET-7] [IDM-4] is entered by one officer once, and stands once the other one has found the same',
      async () => {
        const entered = await brokenAnywhere(cloud, then, async () => {
          const motion = await closed();
          const input = {
            clientId: freshId(),
            motionId: motion.id,
            revision: 0,
            content: CONTENT,
            photos: [to.photo],
          };
          const send = () => to.as('secretary').send('motions.enterBox', input);
          return once(motion, 'enterBox', send, async () => (await boxOf(motion))?.revision === 1);
        });
        const confirmed = await brokenAnywhere(cloud, then, async () => {
          const motion = await closed();
          await to.enter(motion.id, CONTENT);
          const input = { clientId: freshId(), motionId: motion.id, revision: 1, content: CONTENT };
          const send = () => to.as('gridWorker').send('motions.confirmBox', input);
          return once(motion, 'confirmBox', send, async () => {
            const box = await boxOf(motion);
            expect(box).toMatchObject({ entered: { content: CONTENT }, revision: box?.confirmed ? 2 : 1 });
            return box?.state === 'confirmed';
          });
        });
        expect(Math.min(entered, confirmed)).toBeGreaterThan(8);
      },
      TIME,
    );

    it(
      '[SECRET-7] [IDM-4] that was found unequal keeps nobody’s figures, and is counted anew',
      async () => {
        const differed = await brokenAnywhere(cloud, then, async () => {
          const motion = await closed();
          await to.enter(motion.id, CONTENT);
          const input = {
            clientId: freshId(),
            motionId: motion.id,
            revision: 1,
            content: contentOf({ no: 1 }),
          };
          const send = () => to.as('gridWorker').send('motions.confirmBox', input);
          return once(motion, 'confirmBox', send, async () => {
            const box = await boxOf(motion);
            const differs = box?.state === 'differed';
            expect(box?.entered.content).toEqual(differs ? null : CONTENT);
            return differs;
          });
        });
        expect(differed).toBeGreaterThan(8);
      },
      TIME,
    );
  },
);

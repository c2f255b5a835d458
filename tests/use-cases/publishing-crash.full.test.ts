import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import type { MotionDocument } from '../../cloudfunctions/modules/motions/documents';
import type { ResolutionDocument } from '../../cloudfunctions/modules/resolutions/documents';
import { brokenAnywhere } from '../support/broken-anywhere';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, type Detail, HOUR, motionCallsOf, ownersPoll } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { resolutionCallsOf } from '../support/resolutions';

const MINUTE = 60_000;
const TIME = 600_000;

let cloud: TestCloud;
let yard: SmallCommunity;
let calls: ReturnType<typeof resolutionCallsOf>;
let on: ReturnType<typeof motionCallsOf>;

const now = () => cloud.cloud.clock.now();

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  calls = resolutionCallsOf(cloud, yard, '');
  on = motionCallsOf(cloud, yard);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

const entriesOf = async (action: string, id: string) =>
  (await documentsOf<AuditEntry>(cloud.cloud, 'audit')).filter(
    (entry) => entry.action === action && entry.subject.id === id,
  );

/** How often a result stands: its document, what the motion says of it, its audit entry, its message to a neighbour. */
async function publishedTimes(motionId: string) {
  const all = await documentsOf<ResolutionDocument>(cloud.cloud, 'resolutions');
  const [resolution, ...more] = all.filter((one) => one.motionId === motionId);
  const motions = await documentsOf<MotionDocument>(cloud.cloud, 'motions');
  const named = motions.find(({ _id }) => _id === motionId)?.resolutionId ?? null;
  if (!resolution) return { named, times: [0, 0, 0] };
  await cloud.cloud.fireTimer('timer');
  const told = await documentsOf<{ personId: string; link: string | null }>(cloud.cloud, 'inbox');
  const messages = told.filter(
    ({ personId, link }) => personId === yard.people.wang.personId && link?.endsWith(resolution._id),
  );
  const entries = await entriesOf('resolutions.publish', resolution._id);
  return { named, times: [1 + more.length, entries.length, messages.length] };
}

describe.each(['fail', 'fail-after'] as const)('where a database request does %s', (then) => {
  it(
    '[IDM-4] [RES-2] [MSG-2] [AUD-1] a result is published wholly or not at all, and once after the retry',
    async () => {
      const tried = await brokenAnywhere(cloud, then, async () => {
        await cloud.advance(11 * MINUTE);
        const { motionId, proposalId } = await calls.counted('passed');
        const input = { clientId: freshId(), motionId, text: '修屋顶。', publishedUntilOn: calls.dayIn(15) };
        return {
          send: () => calls.as('secretary').send('resolutions.publish', input),
          check: async (broken: boolean) => {
            const { named, times } = await publishedTimes(motionId);
            const whole = times.every((one) => one === 1);
            expect(whole || (broken && times.every((one) => one === 0))).toBe(true);
            expect(named !== null).toBe(whole);
            const { timeline } = await calls.as('wang').call('proposals.detail', { id: proposalId });
            expect(timeline.filter(({ kind }) => kind === 'published')).toHaveLength(whole ? 1 : 0);
          },
        };
      });
      expect(tried).toBeGreaterThan(12);
    },
    TIME,
  );

  it(
    '[IDM-4] [CLK-4] a closing is moved wholly or not at all, and once after the retry',
    async () => {
      const tried = await brokenAnywhere(cloud, then, async () => {
        await cloud.advance(11 * MINUTE);
        const window = { opensAt: now(), closesAt: now() + DAY };
        const motion = await on.announced('secretary', ownersPoll({ window }));
        const closesAt = now() + HOUR;
        const { id, revision } = motion;
        const input = { clientId: freshId(), id, revision, closesAt, reason: '大家都投了' };
        return {
          send: () => on.as('secretary').send('motions.changeClosing', input),
          check: async (broken: boolean) => {
            const seen = await on.detail('wang', id);
            const moved = seen.closesAt === closesAt;
            expect(moved || (broken && seen.closesAt === motion.closesAt)).toBe(true);
            expect(seen.closingChanges).toHaveLength(moved ? 1 : 0);
            expect(await entriesOf('motions.changeClosing', id)).toHaveLength(moved ? 1 : 0);
          },
        };
      });
      expect(tried).toBeGreaterThan(6);
    },
    TIME,
  );

  it(
    '[EXT-2] [IDM-4] an extension is decided once by the next run, whichever run broke off',
    async () => {
      // Two in a row that were decided at once: from here on the timer's other work is struck.
      let [nth, calm] = [0, 0];
      while (calm < 2) {
        nth += 1;
        const motion = await poorlyAttended();
        const fault = cloud.cloud.faults.on({ action: /^database\./, nth, then });
        await cloud.cloud.fireTimer('timer');
        expect(fault.hits).toBe(1);
        cloud.cloud.faults.reset();
        calm = (await on.detail('wang', motion.id)).closesAt > motion.closesAt ? calm + 1 : 0;
        await cloud.advance(MINUTE);
        await cloud.cloud.fireTimer('timer');
        const longer = await on.detail('wang', motion.id);
        expect(longer.closesAt).toBe(motion.closesAt + 3 * DAY);
        expect(longer.closingChanges).toHaveLength(1);
        expect(await entriesOf('timer.motions.extend', motion.id)).toHaveLength(1);
      }
      expect(nth).toBeGreaterThan(6);
    },
    TIME,
  );
});

/** A vote that announced its extension, five minutes before its closing, with nobody taking part; the timer's other work is done. */
async function poorlyAttended(): Promise<Detail> {
  const window = { opensAt: now(), closesAt: now() + DAY };
  const asked = { turnout: { num: 1, den: 2, strict: false }, extension: { days: 3 } };
  const yardVote = { body: 'yard', subject: 'yard-matter', base: 'cast', interim: 'hidden' } as const;
  const motion = await on.announced('secretary', ownersPoll({ window, ...yardVote, ...asked }));
  await cloud.advance(motion.closesAt - 11 * MINUTE - now());
  await cloud.cloud.fireTimer('timer');
  await cloud.advance(6 * MINUTE);
  return motion;
}

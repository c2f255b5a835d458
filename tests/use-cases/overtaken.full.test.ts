import type { Envelope } from '@contract/envelope';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BallotDocument } from '../../cloudfunctions/modules/motions/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, motionCallsOf, ownersPoll } from '../support/motions';
import { overtakenAnywhere, type Pair } from '../support/overtaken';
import { freshId, smallCommunity } from '../support/persons';
import { codeOf } from '../support/wangs-paper';

const MINUTE = 60_000;
const TIME = 600_000;

let cloud: TestCloud;
let on: ReturnType<typeof motionCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  on = motionCallsOf(cloud, await smallCommunity(cloud));
});
afterAll(() => cloud.close());

const ballotsOf = async (id: string) =>
  (await documentsOf<BallotDocument>(cloud.cloud, 'ballots')).filter(({ motionId }) => motionId === id);

/** 刘德明 votes yes and 刘芳 no, for one home, of which they named nobody; one of them is held back. */
async function twoCoOwners(slow: 'liuDeming' | 'liuFang'): Promise<Pair> {
  // Past the windows of the rate limits.
  await cloud.advance(11 * MINUTE);
  const opensAt = cloud.cloud.clock.now();
  const motion = await on.announced(
    'secretary',
    ownersPoll({ window: { opensAt, closesAt: opensAt + DAY } }),
  );
  const entryId = await on.voterOf('liuDeming', motion.id);
  const cast = (who: 'liuDeming' | 'liuFang', choice: string) => {
    const input = { clientId: freshId(), motionId: motion.id, entryId, choice, replaces: 0 };
    return () => on.as(who).send('motions.castBallot', input);
  };
  const [deming, fang] = [cast('liuDeming', 'yes'), cast('liuFang', 'no')];
  const first = slow === 'liuDeming';
  const check = async (held: Envelope<unknown>, quick: Envelope<unknown>) => {
    const [his, hers] = (first ? [held, quick] : [quick, held]).map(codeOf);
    expect([his, hers].sort()).toEqual(['CO_OWNER_VOTED', 'ok']);
    const choice = his === 'ok' ? 'yes' : 'no';
    expect(await ballotsOf(motion.id)).toMatchObject([{ choice, revision: 1, history: [] }]);
  };
  return { slow: first ? deming : fang, quick: first ? fang : deming, check };
}

describe('of two co-owners at once the one who is held back at any of its requests', () => {
  it.each(['liuDeming', 'liuFang'] as const)(
    '[BAL-3] [BAL-9] counts or is told that the other one did: %s',
    async (slow) => {
      expect(await overtakenAnywhere(cloud, () => twoCoOwners(slow))).toBeGreaterThan(4);
    },
    TIME,
  );
});

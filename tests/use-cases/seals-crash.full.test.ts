import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import type {
  CountPartDocument,
  CountSealDocument,
} from '../../cloudfunctions/modules/motions/seal/documents';
import { verifiedBundle, wrongIn } from '../support/bundles';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type Detail, motionCallsOf } from '../support/motions';
import { smallCommunity, type SmallCommunity } from '../support/persons';
import { hiddenPoll } from '../support/receipts';

const MINUTE = 60_000;

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;
beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

async function due(): Promise<Detail> {
  const motion = await hiddenPoll(on, cloud.cloud.clock.now());
  await on.cast('wang', motion.id, 'yes');
  await on.cast('zhou', motion.id, 'no');
  // What else the timer has to do is done before: the next run is the count's.
  await cloud.cloud.fireTimer('timer');
  await cloud.advance(motion.resultAt - cloud.cloud.clock.now());
  return motion;
}

async function sealedOnce({ id }: Detail): Promise<void> {
  expect(await on.detail('wang', id)).toMatchObject({ phase: 'counted', verdict: { part: { heads: 2 } } });
  const all = await documentsOf<CountSealDocument>(cloud.cloud, 'count_seals');
  expect(all.filter(({ _id }) => _id === id)).toHaveLength(1);
  const parts = await documentsOf<CountPartDocument>(cloud.cloud, 'count_parts');
  expect(
    parts
      .filter(({ motionId }) => motionId === id)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['ballots', 'silent']);
  const audit = await documentsOf<AuditEntry>(cloud.cloud, 'audit');
  const counts = audit.filter(({ action, subject }) => action === 'timer.motions.count' && subject.id === id);
  expect(counts).toHaveLength(1);
  expect(wrongIn(await verifiedBundle(cloud, yard.people.wang.openid, id, 'full'))).toEqual([]);
}

describe('a count that breaks off', () => {
  it.each(['fail', 'fail-after'] as const)(
    '[SEAL-1] is completed by the next run, one seal, nothing lost and nothing double, whichever request did %s',
    async (then) => {
      // Two in a row that were counted at once: from here on the timer's other work is struck.
      let atOnce = 0;
      let nth = 0;
      while (atOnce < 2) {
        nth += 1;
        const motion = await due();
        const fault = cloud.cloud.faults.on({ action: /^database\./, nth, then });
        await cloud.cloud.fireTimer('timer');
        expect(fault.hits).toBe(1);
        cloud.cloud.faults.reset();
        atOnce = (await on.detail('wang', motion.id)).phase === 'counted' ? atOnce + 1 : 0;
        await cloud.advance(MINUTE);
        await cloud.cloud.fireTimer('timer');
        await sealedOnce(motion);
      }
      expect(nth).toBeGreaterThan(12);
    },
    120_000,
  );
});

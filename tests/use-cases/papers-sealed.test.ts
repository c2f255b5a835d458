import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofOf } from '@/features/motions/seal-proof';
import { inclusionFindings } from '../../scripts/verify/check-inclusion';
import { verifiedBundle, wrongIn } from '../support/bundles';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail, PersonKey } from '../support/motions';
import { type PaperCalls, paperCallsOf } from '../support/papers';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { receiptIn } from '../support/receipts';

let cloud: TestCloud;
let yard: SmallCommunity;
let to: PaperCalls;
let motion: Detail;
const entries: Partial<Record<PersonKey, string>> = {};
/** Receipts as their voters copied them. */
const kept: Record<string, string> = {};

/** Gives up every home; the vote on the frozen roll stays theirs (ROLL-18). */
async function moveOut(who: PersonKey): Promise<void> {
  const { ties } = await to.on.as(who).call('members.me', {});
  for (const { homeId } of ties)
    await to.on.as(who).call('members.leaveHome', { clientId: freshId(), homeId });
}

const named = (who: PersonKey) => ({ motionId: motion.id, entryId: entries[who] ?? '' });
const receiptOf = (who: PersonKey) => to.on.as(who).call('motions.receipt', named(who));
const found = async (who: PersonKey, line = '') =>
  proofOf(line, await to.on.as(who).call('motions.inclusion', named(who)));

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await paperCallsOf(cloud, yard);
  motion = await to.poll('first');
  for (const who of ['wang', 'zhou', 'zhao'] as const) {
    const entryId = await to.on.voterOf(who, motion.id);
    entries[who] = entryId;
    await to.taken(motion.id, entryId, 'no');
    kept[who] = (await receiptOf(who)).signed ?? '';
  }
  for (const who of ['wang', 'zhou'] as const) await to.object(who, motion.id, entries[who] ?? '');
  kept.phone = (await to.on.cast('zhou', motion.id, 'yes')).signed ?? '';
  await moveOut('zhou');
  await to.on.count(motion);
});
afterAll(() => cloud.close());

describe('receipts of papers when the count is sealed', () => {
  it('[PAP-10] [SEAL-8] what was set aside counts nowhere and is added up by nobody', async () => {
    for (const version of ['full', 'public'] as const) {
      const checked = await verifiedBundle(cloud, yard.people.wang.openid, motion.id, version);
      expect(wrongIn(checked)).toEqual([]);
      expect(checked.header).toMatchObject({ ballots: 2, aside: 1 });
    }
    const tally = await to.on.as('wang').call('motions.tally', { id: motion.id });
    expect(tally.cast.map(({ heads }) => heads)).toEqual([1, 1, 0]);
    expect(tally.papers?.counted).toEqual({ phone: 1, paper: 1, door: 0 });
    expect((await to.mineOf('wang', motion.id)).ballot).toBeNull();
  });

  it('[PAP-7] [SEAL-11] a paper that counts is found by the phones of those it is for', async () => {
    expect(await found('zhao', kept.zhao)).toMatchObject({ found: 'counted', revision: 1 });
  });

  it('[SEAL-6] [ROLL-18] the full version goes to whoever could vote on that roll, also once they have moved out', async () => {
    const { can } = await to.on.as('zhou').call('motions.seal', { id: motion.id });
    expect(can).toEqual({ public: null, full: null });
  });

  it('[PAP-10] [SEAL-10] one that was set aside is answered so, and never as missing', async () => {
    expect(await receiptOf('wang')).toMatchObject({ setAside: true, signed: kept.wang });
    expect(await found('wang', kept.wang)).toMatchObject({ found: 'aside', revision: 1 });
    const checked = await verifiedBundle(cloud, yard.people.wang.openid, motion.id, 'public');
    expect(inclusionFindings(receiptIn(kept.wang ?? ''), checked).at(-1)?.words).toContain('作废了');
  });

  it('[PAP-10] [SEAL-10] one that a ballot came after is answered as replaced: no number stands twice', async () => {
    expect(await found('zhou', kept.zhou)).toMatchObject({ found: 'later', revision: 2, kept: 1 });
    expect(await found('zhou', kept.phone)).toMatchObject({ found: 'counted', revision: 2 });
    expect((await receiptOf('zhou')).setAside).toBe(false);
  });
});

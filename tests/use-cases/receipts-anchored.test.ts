import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followed, pinnedBy } from '@/features/motions/record-chain';
import { chainFindings } from '../../scripts/verify/check-chain';
import { remade, sealsOf } from '../support/audit-forgery';
import { storedFile } from '../support/bundles';
import { removed } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type Detail, motionCallsOf, type PersonKey } from '../support/motions';
import { paperCallsOf } from '../support/papers';
import { freshId, communityBeforeItsFirstMinute, type SmallCommunity } from '../support/persons';
import { proxyCallsOf } from '../support/proxies';
import { hiddenPoll, receiptIn } from '../support/receipts';
import { secretCallsOf } from '../support/secret-ballots';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;
let motion: Detail;
/** The receipt of 王桂兰, who voted first, as her phone kept it. */
let kept = '';

const seal = () => cloud.cloud.fireTimer('timer');
const headWords = async () => {
  const last = (await sealsOf(cloud)).at(-1);
  return last ? `${last.number} ${last.hash}` : '0 -';
};
const namedBy = (line: string | null) => receiptIn(line).audit;

/** One more change of state, sealed. */
async function sealOneMore(): Promise<void> {
  const input = { clientId: freshId(), text: '楼道灯又不亮了' };
  await cloud.as(yard.people.wang.openid).call('proposals.submit', input);
  await cloud.advance(61_000);
  await seal();
}

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await communityBeforeItsFirstMinute(cloud);
  on = motionCallsOf(cloud, yard);
  motion = await hiddenPoll(on, cloud.cloud.clock.now());
});
afterAll(() => cloud.close());

describe('the seal that a receipt names', () => {
  it('[BAL-22] is none before the first one', async () => {
    if ((await sealsOf(cloud)).length > 0) throw new Error('the community begins with seals');
    const { signed } = await on.cast('zhao', motion.id, 'yes');
    expect(receiptIn(signed)).toMatchObject({ format: 'yard-receipt-2', audit: '0 -' });
    expect(pinnedBy(signed ?? '')).toBeNull();
  });

  it('[BAL-22] [BAL-18] is the newest when the ballot was taken, and stays so when it is sent or read again', async () => {
    await seal();
    const then = await headWords();
    const clientId = freshId();
    const first = await on.cast('wang', motion.id, 'yes', 0, clientId);
    expect(namedBy(first.signed)).toBe(then);
    await sealOneMore();
    expect(await headWords()).not.toBe(then);
    expect((await on.cast('wang', motion.id, 'yes', 0, clientId)).signed).toBe(first.signed);
    const entryId = await on.voterOf('wang', motion.id);
    const read = await on.as('wang').call('motions.receipt', { motionId: motion.id, entryId });
    expect(read.signed).toBe(first.signed);
    kept = first.signed ?? '';
  });

  it('[BAL-22] is newer in a change than in what it changed', async () => {
    expect(namedBy((await on.cast('wang', motion.id, 'no', 1)).signed)).toBe(await headWords());
  });

  it('[BAL-22] stands in the receipts of checked papers and of ballots by proxy', async () => {
    const papers = await paperCallsOf(cloud, yard);
    const proxies = await proxyCallsOf(cloud, yard);
    const poll = await papers.poll('first');
    const receiptOf = async (who: PersonKey, entryId: string) =>
      (await on.as(who).call('motions.receipt', { motionId: poll.id, entryId })).signed;
    const [zhao, wang] = [await on.voterOf('zhao', poll.id), await on.voterOf('wang', poll.id)];
    const entered = await papers.enter(poll.id, zhao, 'no');
    await proxies.entrusted(poll.id, 'wang', 'zhou');
    await sealOneMore();
    await papers.confirm(entered, 'no');
    expect(namedBy(await receiptOf('zhao', zhao))).toBe(await headWords());
    await proxies.as('zhou').call('proxies.cast', proxies.castInput(poll.id, wang, 'yes'));
    expect(namedBy(await receiptOf('wang', wang))).toBe(await headWords());
  });

  it('[BAL-22] [SECRET-9] stands in those of marks of a secret ballot, from the phone and from the box', async () => {
    const secret = await secretCallsOf(cloud, yard);
    const poll = await secret.poll({ paper: { precedence: 'first', settleMinutes: 60 } });
    await sealOneMore();
    const then = await headWords();
    expect(namedBy((await secret.cast('wang', poll.id, 'no')).signed)).toBe(then);
    const entryId = await on.voterOf('zhao', poll.id);
    const input = { clientId: freshId(), motionId: poll.id, entryId };
    await on.as('secretary').call('motions.markBox', input);
    const marked = await on.as('zhao').call('motions.secretReceipt', { motionId: poll.id, entryId });
    expect(namedBy(marked.signed)).toBe(then);
  });

  it('[BAL-22] is never the caller’s to say', async () => {
    const entryId = await on.voterOf('zhou', motion.id);
    const input = { clientId: freshId(), motionId: motion.id, entryId, choice: 'yes', replaces: 0 };
    const sent = on.as('zhou').send('motions.castBallot', { ...input, audit: '0 -' });
    expect(await sent).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });
});

describe('the chain since a receipt', () => {
  const links = (after: number) => on.as('wang').call('audit.links', { after });
  const phone = () => followed(pinnedBy(kept) ?? { number: 0, hash: '' }, links);
  const verifier = async () => {
    const { fileId } = await on.as('wang').call('audit.export', { clientId: freshId() });
    return chainFindings(await storedFile(cloud, fileId), receiptIn(kept).audit, '回执');
  };
  const holds = async () => (await verifier()).map((finding) => finding.holds);

  it('[BAL-23] [BAL-24] [BAL-25] leads to the newest seal, for the phone and for the verifier', async () => {
    await sealOneMore();
    const last = (await sealsOf(cloud)).at(-1);
    const { number = 0 } = pinnedBy(kept) ?? {};
    expect(await phone()).toEqual({
      ...{ found: 'contained', number, to: last?.number, code: last?.hash.slice(0, 16) },
    });
    expect(await holds()).toEqual([true, true]);
  });

  it('[BAL-23] has no entry in it, and goes to nobody who is neither resident nor in an office', async () => {
    expect(Object.keys(await links(0)).sort()).toEqual(['contents', 'head', 'next']);
    for (const content of (await links(0)).contents) expect(content).toMatch(/^[0-9a-f]{64}$/);
    const stranger = cloud.as('openid-of-a-stranger');
    for (const sent of [
      stranger.send('audit.links', { after: 0 }),
      stranger.send('audit.export', { clientId: freshId() }),
    ])
      expect(await sent).toMatchObject({ ok: false });
  });

  it('[BAL-23] [BAL-24] [BAL-25] does not where an entry before it was changed and every seal made anew to fit', async () => {
    const restore = await remade(cloud, 1);
    expect((await on.as('secretary').call('audit.check', { from: 1 })).brokenAt).toBeNull();
    expect(await phone()).toMatchObject({ found: 'broken' });
    expect(await holds()).toEqual([true, false]);
    await restore();
    expect(await phone()).toMatchObject({ found: 'contained' });
  });

  it('[BAL-24] [BAL-25] does not where its end was cut off', async () => {
    const last = (await sealsOf(cloud)).at(-1);
    await removed(cloud, 'audit_seals', last?._id ?? '');
    expect(await phone()).toMatchObject({ found: 'broken' });
    expect(await holds()).toEqual([false, true]);
  });
});

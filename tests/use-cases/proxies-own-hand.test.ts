import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type ProxyCalls, proxyCallsOf } from '../support/proxies';
import { freshId, smallCommunity } from '../support/persons';
import { codeOf } from '../support/wangs-paper';

let cloud: TestCloud;
let to: ProxyCalls;

beforeAll(async () => {
  cloud = await startTestCloud();
  to = await proxyCallsOf(cloud, await smallCommunity(cloud));
});
afterAll(() => cloud.close());

const own = (motionId: string, entryId: string, choice: string, replaces = 0) => ({
  ...{ clientId: freshId(), motionId, entryId, choice, replaces },
});

describe('what a holder casts', () => {
  it('[PROXY-5] uses up none of the principal’s changes, however often they press', async () => {
    const vote = await to.poll();
    const { entryId } = await to.entrusted(vote.id, 'wang', 'zhou');
    const codes: string[] = [];
    for (let n = 0; n <= 30; n += 1) {
      const input = to.castInput(vote.id, entryId, n % 2 === 0 ? 'yes' : 'no', n);
      codes.push(codeOf(await to.as('zhou').send('proxies.cast', input)));
    }
    expect(codes.at(-1)).toBe('TOO_OFTEN');
    const mine = await to.as('wang').send('motions.castBallot', own(vote.id, entryId, 'abstain'));
    expect(mine).toMatchObject({ ok: true, data: { applied: true, choice: 'abstain', revision: 31 } });
  });

  it('[PROXY-6] [BAL-9] stays when its proxy was taken back, and another co-owner entrusts nobody with it then', async () => {
    const vote = await to.poll();
    const first = await to.entrusted(vote.id, 'liuDeming', 'zhou');
    const { entryId } = first;
    await to.as('zhou').call('proxies.cast', to.castInput(vote.id, entryId, 'yes'));
    const fang = to.as('liuFang').send('motions.castBallot', own(vote.id, entryId, 'no'));
    expect(codeOf(await fang)).toBe('CO_OWNER_VOTED');
    await to.end('liuDeming', first);
    // What the page says is what the call answers (SEC-15): nothing that liuFang could give would ever be cast.
    expect((await to.seen('liuFang', vote.id)).given[0]?.can.offer).toBe('PROXY_OTHER_VOTED');
    await expect(to.offer(vote.id, 'liuFang', 'zhao')).rejects.toMatchObject({ code: 'PROXY_OTHER_VOTED' });
    expect((await to.seen('liuFang', vote.id)).given[0]?.proxy).toMatchObject({ state: 'withdrawn' });
    expect(await to.ballot(vote.id, entryId)).toMatchObject({ choice: 'yes', revision: 1 });
    // Whose ballot it is changes it as ever, by their own hand or by somebody whom they entrust.
    const third = await to.entrusted(vote.id, 'liuDeming', 'zhao');
    await to.as('zhao').call('proxies.cast', to.castInput(vote.id, third.entryId, 'abstain'));
    const mine = await to.as('liuDeming').send('motions.castBallot', own(vote.id, entryId, 'no', 2));
    expect(mine).toMatchObject({ ok: true, data: { applied: true, choice: 'no', revision: 3 } });
  });
});

describe('a proxy that would let nobody cast', () => {
  const refusal = (code: string) => ({ ok: false, error: { code } });

  it('[PROXY-16] [PROXY-5] is neither given nor taken up once the voter has cast, and the page says so before', async () => {
    const vote = await to.poll();
    const { code, number, proxyId } = await to.offer(vote.id, 'wang', 'zhou');
    await to.on.cast('wang', vote.id, 'yes');
    expect((await to.as('zhou').call('proxies.slip', { code: code ?? '' })).can.accept).toBe(
      'PROXY_OVERRIDDEN',
    );
    await expect(to.accept('zhou', code ?? '')).rejects.toMatchObject({ code: 'PROXY_OVERRIDDEN' });
    await to.end('wang', { number, proxyId });
    expect((await to.seen('wang', vote.id)).given[0]?.can.offer).toBe('PROXY_OWN_BALLOT');
    await expect(to.offer(vote.id, 'wang', 'zhou')).rejects.toMatchObject({ code: 'PROXY_OWN_BALLOT' });
    // What could be changed by their own hand still is.
    expect(await to.on.cast('wang', vote.id, 'no', 1)).toMatchObject({ applied: true, revision: 2 });
    // A co-owner who cast themselves is another one to whoever stands beside them.
    await to.on.cast('liuDeming', vote.id, 'yes');
    expect((await to.seen('liuFang', vote.id)).given[0]?.can.offer).toBe('PROXY_OTHER_VOTED');
  });

  it('[PROXY-16] [PROXY-8] is not entered on paper nor confirmed either, and can be sent back', async () => {
    const vote = await to.poll();
    const wang = await to.on.voterOf('wang', vote.id);
    const paper = { holderId: to.id('zhou'), wholeMeeting: false };
    const row = await to.as('secretary').call('proxies.enterPaper', to.enterInput(vote.id, wang, paper));
    const named = { clientId: freshId(), proxyId: row.proxyId, number: row.number };
    await to.on.cast('wang', vote.id, 'yes');
    const [seen] = (await to.as('gridWorker').call('proxies.papers', { motionId: vote.id })).items;
    expect(seen?.can).toEqual({ confirm: 'PROXY_OVERRIDDEN', reject: null });
    const confirmed = await to.as('gridWorker').send('proxies.confirmPaper', { ...named, ...paper });
    expect(confirmed).toMatchObject(refusal('PROXY_OVERRIDDEN'));
    const back = { ...named, clientId: freshId(), reason: '本人已经投过' };
    expect(await to.as('gridWorker').call('proxies.rejectPaper', back)).toMatchObject({ state: 'rejected' });
    const again = await to.as('secretary').send('proxies.enterPaper', to.enterInput(vote.id, wang, paper));
    expect(again).toMatchObject(refusal('PROXY_OVERRIDDEN'));
  });
});

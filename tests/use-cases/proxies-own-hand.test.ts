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

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { type ProxyCalls, proxyCallsOf } from '../support/proxies';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { until } from '../support/until';
import { codeOf } from '../support/wangs-paper';

let cloud: TestCloud;
let yard: SmallCommunity;
let to: ProxyCalls;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await proxyCallsOf(cloud, yard);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

const leave = (by: PersonKey) => {
  const { personId } = yard.people[by];
  return to.as(by).send('privacy.leave', { clientId: freshId(), personId, sure: true });
};
const cast = async (by: PersonKey, motionId: string, entryId: string) =>
  codeOf(await to.as(by).send('proxies.cast', to.castInput(motionId, entryId, 'yes')));
const onPaper = async (motionId: string, holder: PersonKey) => {
  const entryId = await to.on.voterOf('wang', motionId);
  const paper = { wholeMeeting: false, holderId: yard.people[holder].personId };
  const { proxyId, number } = await to
    .as('secretary')
    .call('proxies.enterPaper', to.enterInput(motionId, entryId, paper));
  const named = { proxyId, number };
  const check = async () =>
    codeOf(
      await to.as('gridWorker').send('proxies.confirmPaper', { clientId: freshId(), ...named, ...paper }),
    );
  return { named, check };
};

describe('whoever may not stand for the voter any more', () => {
  it('[PROXY-6] lets nobody cast for a home that was theirs by mistake, and stays with those who may stand for it', async () => {
    const vote = await to.poll();
    const held = await to.entrusted(vote.id, 'heJing', 'zhou');
    const tie = { homeId: yard.homes['1-1-302'], reason: '认领错了', wasTheirs: false };
    const { personId } = yard.people.heJing;
    await to.as('secretary').call('members.removeTie', { clientId: freshId(), personId, ...tie });
    expect(await cast('zhou', vote.id, held.entryId)).toBe('PROXY_ENDED');
    // 何静 was named: nobody else of the home may stand for it in this vote.
    await expect(to.end('heYonggui', held)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('[PROXY-6] [KEEP-2] lets nobody cast after leaving; the other co-owner takes it back and entrusts anew', async () => {
    const vote = await to.poll();
    const held = await to.entrusted(vote.id, 'liuDeming', 'zhou');
    expect((await to.given('liuFang', vote.id)).can.withdraw).toBe('NOT_ALLOWED');
    await expect(to.end('liuFang', held)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const goes = await leave('liuDeming');
    expect(goes).toMatchObject({ ok: true, data: { left: true } });
    expect(JSON.stringify(goes)).toContain('不能再代您投');
    expect(await cast('zhou', vote.id, held.entryId)).toBe('PROXY_ENDED');
    await expect(to.offer(vote.id, 'liuFang', 'zhao')).rejects.toMatchObject({ code: 'PROXY_GIVEN' });
    expect((await to.given('liuFang', vote.id)).can.withdraw).toBeNull();
    await to.end('liuFang', held);
    const anew = await to.entrusted(vote.id, 'liuFang', 'zhao');
    expect(await cast('zhao', vote.id, anew.entryId)).toBe('ok');
  });
});

describe('a holder who goes', () => {
  it('[PROXY-2] [PROXY-8] before the second officer reads the paper is not entrusted by it', async () => {
    const vote = await to.poll();
    const { named, check } = await onPaper(vote.id, 'heYonggui');
    expect(await leave('heYonggui')).toMatchObject({ ok: true });
    expect(await check()).toBe('PROXY_OUTSIDE');
    const reject = { clientId: freshId(), ...named, reason: '受托人已经注销' };
    expect(await to.as('gridWorker').call('proxies.rejectPaper', reject)).toMatchObject({
      state: 'rejected',
    });
  });

  it('[PROXY-8] hands a paper back: the voter’s people hear of it', async () => {
    const vote = await to.poll();
    const { named, check } = await onPaper(vote.id, 'zhou');
    expect(await check()).toBe('ok');
    await to.end('zhou', named);
    for (const openid of [yard.people.wang.openid, yard.people.secretary.openid])
      expect((await inboxOf(cloud, openid)).map(({ title }) => title)).toContain(`委托退回了：${vote.title}`);
  });

  it('[KEEP-2] [PROXY-11] and takes one up at the same moment does one of the two', async () => {
    const vote = await to.poll();
    const { code } = await to.offer(vote.id, 'wang', 'maXiaolong');
    const held = cloud.cloud.faults.on({
      action: /^database\.commitTransaction/,
      nth: 1,
      then: { delay: 60_000 },
    });
    const going = leave('maXiaolong');
    await until(() => held.hits === 1);
    // What they leave is written and not committed: whatever would be taken up now waits, or is tried in vain.
    const taking = to.as('maXiaolong').send('proxies.accept', { clientId: freshId(), code: code ?? '' });
    await Promise.race([taking, new Promise((resolve) => setTimeout(resolve, 2000))]);
    cloud.cloud.faults.reset();
    expect(codeOf(await going)).toBe('ok');
    expect(['PROXY_OUTSIDE', 'NOT_SIGNED_IN', 'BUSY']).toContain(codeOf(await taking));
    expect(await to.given('wang', vote.id)).toMatchObject({ state: 'offered' });
  });
});

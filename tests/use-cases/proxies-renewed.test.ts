import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MotionDocument } from '../../cloudfunctions/modules/motions/documents';
import type { HolderDocument } from '../../cloudfunctions/modules/proxies/documents';
import { documentsOf, inserted, removed } from '../support/documents';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, type PersonKey } from '../support/motions';
import { type ProxyCalls, proxyCallsOf } from '../support/proxies';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { rollCallsOf } from '../support/rolls';
import { until } from '../support/until';
import { codeOf } from '../support/wangs-paper';

let cloud: TestCloud;
let yard: SmallCommunity;
let to: ProxyCalls;
let rolls: ReturnType<typeof rollCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await proxyCallsOf(cloud, yard);
  rolls = rollCallsOf(cloud, to.on);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

/** Who owns 1栋1单元201 from now on: 赵国强 as before, or somebody else. */
const sold = async (key: 'zhao' | 'new') => {
  const row = {
    ...{ placeId: 'xingfuli-1-1', label: '幸福里1栋1单元201', use: 'home' as const, area: 7645 },
    ...{ areaBasis: 'land-register' as const, holding: 'owner' as const },
    ...{ owners: [{ key, name: key === 'zhao' ? '赵国强' : '新业主' }], residents: [] },
  };
  await to.as('secretary').call('members.recordHomes', { clientId: freshId(), homes: [row] });
};
const onHand = async (holder: PersonKey, motionId: string) => {
  const all = await documentsOf<HolderDocument>(cloud.cloud, 'proxy_holders');
  const proxies = new Set((await to.as(holder).call('proxies.held', {})).items.map(({ proxyId }) => proxyId));
  const held = (await to.seen(holder, motionId)).held.map(({ proxyId }) => proxyId);
  return { listed: held.length, places: all.flatMap((one) => one.held), proxies };
};
const titlesOf = async (by: PersonKey) =>
  (await inboxOf(cloud, yard.people[by].openid)).map(({ title }) => title);

describe('a proxy on a roll that is made anew', () => {
  it('[PROXY-13] ends with its voter: both hear why, both lists say it, and the place of its holder is free', async () => {
    const vote = await rolls.coming();
    const held = await to.entrusted(vote.id, 'zhao', 'zhou');
    const offered = await to.offer(vote.id, 'heJing', 'zhou');
    await sold('new');
    await rolls.renew('secretary', vote.id);
    expect(codeOf(await to.as('zhou').send('proxies.cast', to.castInput(vote.id, held.entryId, 'yes')))).toBe(
      'NOT_FOUND',
    );
    const reason = '名册重做以后，幸福里1栋1单元201不在这次表决的名册上了';
    const mine = await to.seen('zhao', vote.id);
    expect(mine).toMatchObject({
      given: [],
      lapsed: [{ label: '幸福里1栋1单元201', proxy: { state: 'lapsed', reason, holderName: '周素珍' } }],
    });
    const { items, ended } = await to.as('zhou').call('proxies.held', {});
    expect(items).toEqual([]);
    expect(ended).toMatchObject([{ proxyId: held.proxyId, principalName: '赵国强', reason }]);
    expect((await onHand('zhou', vote.id)).places.filter((one) => one.proxyId === held.proxyId)).toEqual([]);
    for (const by of ['zhao', 'zhou'] as const)
      expect(await titlesOf(by)).toContain(`委托结束了：${vote.title}`);
    for (const by of ['zhao', 'zhou'] as const)
      await expect(to.end(by, held)).rejects.toMatchObject({ code: 'PROXY_ENDED' });
    await expect(to.end('wang', held)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // Another voter's waits as it did.
    expect((await to.seen('heJing', vote.id)).given[0]?.proxy).toMatchObject({
      number: offered.number,
      state: 'offered',
    });
    await to.on
      .as('heJing')
      .call('proxies.end', { clientId: freshId(), ...{ proxyId: offered.proxyId, number: 1 } });
  });

  it('[PROXY-13] stays where a second roll has its voter again, and does not come back where it had ended', async () => {
    await sold('zhao');
    const [ended, kept] = [await rolls.coming(), await rolls.coming()];
    for (const { id } of [ended, kept]) await to.entrusted(id, 'zhao', 'zhou');
    await sold('new');
    await rolls.renew('secretary', ended.id);
    await sold('zhao');
    await cloud.advance(1000);
    await rolls.renew('secretary', ended.id);
    await rolls.measured(11230);
    await rolls.renew('secretary', kept.id);
    expect((await to.given('zhao', ended.id)).state).toBe('lapsed');
    expect((await to.given('zhao', kept.id)).state).toBe('accepted');
    // Given anew, it is another one.
    expect(await to.entrusted(ended.id, 'zhao', 'zhou')).toMatchObject({ number: 2 });
  });

  it('[PROXY-13] ends also where it is taken up while the roll changes, and where it was given so late that the call did not see it', async () => {
    const vote = await rolls.coming();
    const { code } = await to.offer(vote.id, 'zhao', 'zhou');
    await sold('new');
    const commit = { action: /^database\.commitTransaction/, nth: 1, then: { delay: 60_000 } as const };
    const held = cloud.cloud.faults.on(commit);
    const taking = to.as('zhou').send('proxies.accept', { clientId: freshId(), code: code ?? '' });
    await until(() => held.hits === 1);
    const renewal = await rolls.renewal('secretary', vote.id);
    const renew = () => to.as('secretary').send('rolls.renew', renewal);
    const renewing = renew();
    await Promise.race([renewing, new Promise((resolve) => setTimeout(resolve, 1500))]);
    cloud.cloud.faults.reset();
    await Promise.all([taking, renewing]);
    // Held up for too long it was told to try again.
    expect(await renew()).toMatchObject({ ok: true });
    const proxyId = (await to.seen('zhao', vote.id)).lapsed[0]?.proxy.proxyId ?? '';
    expect((await to.stored(proxyId))?.grants).toMatchObject([{ state: 'lapsed' }]);
    expect((await onHand('zhou', vote.id)).places.some((one) => one.proxyId === proxyId)).toBe(false);
    // As one that was written after the call had looked: the timer looks once more.
    const stored = await to.stored(proxyId);
    const [grant] = stored?.grants ?? [];
    await removed(cloud, 'proxies', proxyId);
    await inserted(cloud, 'proxies', { ...stored, grants: [{ ...grant, number: 2, state: 'offered' }] });
    await cloud.advance(DAY / 24);
    await cloud.cloud.fireTimer('timer');
    expect((await to.stored(proxyId))?.grants).toMatchObject([{ state: 'lapsed' }]);
    const motion = (await documentsOf<MotionDocument>(cloud.cloud, 'motions')).find(
      ({ _id }) => _id === vote.id,
    );
    expect(motion).not.toHaveProperty('proxiesDue');
  });
});

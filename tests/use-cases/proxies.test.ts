import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail } from '../support/motions';
import { type ProxyCalls, proxyCallsOf } from '../support/proxies';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let to: ProxyCalls;
let motion: Detail;
let wang: string;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await proxyCallsOf(cloud, yard);
  motion = await to.poll();
  wang = await to.on.voterOf('wang', motion.id);
});
afterAll(() => cloud.close());

const messagesOf = async (by: 'wang' | 'zhou') =>
  (await inboxOf(cloud, yard.people[by].openid)).map(({ title }) => title);

describe('a proxy on the phone', () => {
  it('[PROXY-1] [PROXY-2] waits with its code until the person whom it names takes it up', async () => {
    const offered = await to.offer(motion.id, 'wang', 'zhou');
    expect(offered).toMatchObject({ state: 'offered', holderName: '周素珍', can: { withdraw: null } });
    const code = offered.code ?? '';
    const slip = await to.as('zhou').call('proxies.slip', { code: code.toLowerCase() });
    expect(slip).toMatchObject({
      principalName: '王桂兰',
      voterLabel: '幸福里1栋1单元102 等2套',
      can: { accept: null },
    });
    const { items } = await to.accept('zhou', code);
    expect(items).toMatchObject([{ motionId: motion.id, entryId: wang, cast: null, can: { cast: null } }]);
    expect(await to.given('wang', motion.id)).toMatchObject({ state: 'accepted', code: null });
    expect(await messagesOf('wang')).toContain(`委托生效了：${motion.title}`);
    // Typed in once more by its holder it is as they want it; by anybody else it is no code.
    expect((await to.accept('zhou', code)).items).toHaveLength(1);
    await expect(to.accept('zhao', code)).rejects.toMatchObject({ code: 'PROXY_CODE_WRONG' });
  });

  it('[PROXY-7] [BAL-13] becomes the principal’s ballot, who hears of it and sees what was cast', async () => {
    const cast = await to.as('zhou').call('proxies.cast', to.castInput(motion.id, wang, 'yes'));
    expect(cast.cast).toMatchObject({ choice: 'yes', revision: 1, stands: true });
    const mine = (await to.on.detail('wang', motion.id)).mine[0];
    expect(mine?.ballot).toMatchObject({ choice: 'yes', revision: 1, channel: 'phone' });
    expect(mine?.ballot?.channelWords).toContain('由受托人周素珍按委托代投');
    const receipt = await to.as('wang').call('motions.receipt', { motionId: motion.id, entryId: wang });
    expect(receipt.signed).toContain(receipt.receipt.toLowerCase());
    await expect(
      to.as('zhou').call('motions.receipt', { motionId: motion.id, entryId: wang }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await messagesOf('wang')).toContain(`有人代您投了票：${motion.title}`);
    expect(await to.ballot(motion.id, wang)).toMatchObject({
      castBy: yard.people.wang.personId,
      proxy: { holderId: yard.people.zhou.personId },
    });
  });

  it('[PROXY-7] [CLK-5] is changed by its holder naming what they cast, and by nothing else', async () => {
    const late = to.as('zhou').call('proxies.cast', to.castInput(motion.id, wang, 'no'));
    await expect(late).rejects.toMatchObject({ code: 'BALLOT_CHANGED' });
    const input = to.castInput(motion.id, wang, 'no', 1);
    expect((await to.as('zhou').call('proxies.cast', input)).cast).toMatchObject({
      choice: 'no',
      revision: 2,
    });
    // The same again, and one choice that this vote does not have.
    expect((await to.as('zhou').call('proxies.cast', input)).cast).toMatchObject({ revision: 2 });
    const unknown = to.as('zhou').call('proxies.cast', to.castInput(motion.id, wang, 'option:1', 2));
    await expect(unknown).rejects.toMatchObject({ code: 'CHOICE_UNKNOWN' });
  });

  it('[PROXY-5] [PROXY-7] gives way to the principal’s own ballot for good, of which its holder learns nothing', async () => {
    // Their phone knows of no ballot yet: it goes over what came meanwhile.
    const own = await to.on.cast('wang', motion.id, 'abstain', 0);
    expect(own).toMatchObject({ applied: true, choice: 'abstain', revision: 3, channelWords: null });
    const again = to.as('zhou').call('proxies.cast', to.castInput(motion.id, wang, 'yes', 2));
    await expect(again).rejects.toMatchObject({ code: 'PROXY_OVERRIDDEN' });
    const { items } = await to.as('zhou').call('proxies.held', {});
    expect(items).toMatchObject([
      { cast: { choice: 'no', revision: 2, stands: false }, can: { cast: 'PROXY_OVERRIDDEN' } },
    ]);
    expect(await to.ballot(motion.id, wang)).not.toHaveProperty('proxy');
  });

  it('[PROXY-9] is counted in the result by number alone', async () => {
    const vote = await to.poll();
    for (const by of ['wang', 'zhao'] as const) {
      const held = await to.entrusted(vote.id, by, 'zhou');
      await to.as('zhou').call('proxies.cast', to.castInput(vote.id, held.entryId, 'yes'));
    }
    await to.on.cast('zhou', vote.id, 'yes');
    await to.on.count(vote);
    const tally = await to.as('wang').call('motions.tally', { id: vote.id });
    expect(tally.paperLines).toEqual([{ label: '委托投票', value: '其中2户由受托人代投' }]);
    expect(tally.cast[0]).toMatchObject({ choice: 'yes', heads: 3 });
  });
});

describe('a proxy is refused', () => {
  const REFUSED = [
    ['zhou', '李小燕', 'gridWorker', 'ok'],
    ['wang', '孙伟', 'propertyManager', 'PROXY_MANAGER'],
    ['wang', '邓世平', 'stranger', 'PROXY_OUTSIDE'],
    ['wang', '周素贞', 'zhou', 'PROXY_NAME'],
    ['liuDeming', '刘芳', 'liuFang', 'PROXY_SELF'],
    ['wang', '王桂兰', 'wang', 'PROXY_SELF'],
  ] as const;

  it('[PROXY-2] to whoever may not hold it, and taken by whoever is named', async () => {
    const vote = await to.poll();
    for (const [by, holderName, holder, code] of REFUSED) {
      const offered = await to.offer(vote.id, by, 'zhou', { holderName });
      const input = { clientId: freshId(), code: offered.code ?? '' };
      const answer = await to.as(holder).send('proxies.accept', input);
      expect([holder, answer.ok ? 'ok' : answer.error.code]).toEqual([holder, code]);
      await to.end(by, offered);
    }
  });

  it('[PROXY-2] where somebody passes on what they hold, or gives another’s voter', async () => {
    const vote = await to.poll();
    const held = await to.entrusted(vote.id, 'wang', 'zhou');
    const passed = to.offer(vote.id, 'zhou', 'zhao', { entryId: held.entryId });
    await expect(passed).rejects.toMatchObject({ code: 'NOT_ON_ROLL' });
    await expect(to.accept('zhao', 'ABCDEFGH')).rejects.toMatchObject({ code: 'PROXY_CODE_WRONG' });
    const other = to.as('zhao').call('proxies.cast', to.castInput(vote.id, held.entryId, 'yes'));
    await expect(other).rejects.toMatchObject({ code: 'PROXY_ENDED' });
    const strange = to.end('zhao', held);
    await expect(strange).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('[PROXY-1] where adults vote, in a secret vote and after the closing', async () => {
    const opinion = await to.poll({
      body: 'residents-assembly',
      placeId: 'lantian',
      membership: 'adults',
      subject: 'consultation',
      worth: 'opinion',
    });
    const { may } = await to.seen('wang', opinion.id);
    expect(may).toBe('PROXY_BODY');
    const offered = to.offer(opinion.id, 'wang', 'zhou');
    await expect(offered).rejects.toMatchObject({ code: 'PROXY_BODY' });
    const vote = await to.poll();
    const held = await to.entrusted(vote.id, 'wang', 'zhou');
    await cloud.advance(vote.closesAt - to.now() + 1);
    await expect(to.offer(vote.id, 'zhao', 'zhou')).rejects.toMatchObject({ code: 'BALLOT_CLOSED' });
    const late = to.as('zhou').call('proxies.cast', to.castInput(vote.id, held.entryId, 'yes'));
    await expect(late).rejects.toMatchObject({ code: 'BALLOT_CLOSED' });
  });

  it('[PROXY-4] while another one stands, until it is taken back', async () => {
    const vote = await to.poll();
    const held = await to.entrusted(vote.id, 'wang', 'zhou');
    await expect(to.offer(vote.id, 'wang', 'zhao')).rejects.toMatchObject({ code: 'PROXY_GIVEN' });
    expect((await to.seen('wang', vote.id)).given[0]?.can.offer).toBe('PROXY_GIVEN');
    await to.end('wang', held);
    expect(await to.offer(vote.id, 'wang', 'zhao')).toMatchObject({ number: 2, state: 'offered' });
  });

  it('[PROXY-6] once it was taken back, while what was cast stays; the holder can hand it back too', async () => {
    const vote = await to.poll();
    const held = await to.entrusted(vote.id, 'wang', 'zhou');
    const input = to.castInput(vote.id, held.entryId, 'yes');
    await to.as('zhou').call('proxies.cast', input);
    await to.end('wang', held);
    const more = to.as('zhou').call('proxies.cast', to.castInput(vote.id, held.entryId, 'no', 1));
    await expect(more).rejects.toMatchObject({ code: 'PROXY_ENDED' });
    // The retry of what was done before is answered all the same.
    expect((await to.as('zhou').call('proxies.cast', input)).cast).toMatchObject({
      choice: 'yes',
      stands: true,
    });
    expect(await to.ballot(vote.id, held.entryId)).toMatchObject({ choice: 'yes', revision: 1 });
    const second = await to.entrusted(vote.id, 'zhao', 'zhou');
    await to.end('zhou', second);
    expect(await to.given('zhao', vote.id)).toMatchObject({
      state: 'returned',
      can: { withdraw: 'PROXY_ENDED' },
    });
    expect(
      (await to.as('zhou').call('proxies.held', {})).items.filter(({ motionId }) => motionId === vote.id),
    ).toEqual([]);
  });
});

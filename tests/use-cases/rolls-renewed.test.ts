import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, motionCallsOf, ownersPoll, type PersonKey } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { rollCallsOf } from '../support/rolls';
import type { HomeKey } from '../support/small-community/register';
import { until } from '../support/until';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;
let rolls: ReturnType<typeof rollCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
  rolls = rollCallsOf(cloud, on);
});
afterAll(() => cloud.close());

describe('a roll that is made anew', () => {
  it('[ROLL-15] has the corrected area and names the version before it; only then is an objection «corrected»', async () => {
    const { id } = await rolls.coming();
    const before = await rolls.roll('wang', id);
    await rolls.challenge('wang', id, '102的面积不对');
    const open = await rolls.firstOpen(id);
    await expect(rolls.answer('secretary', open, 'corrected')).rejects.toMatchObject({
      code: 'ROLL_NOT_RENEWED',
    });
    await expect(rolls.answer('secretary', open, 'later')).rejects.toMatchObject({
      code: 'ROLL_NOT_RENEWED',
    });
    await expect(rolls.renew('secretary', id)).rejects.toMatchObject({ code: 'ROLL_UNCHANGED' });
    await rolls.measured(11230);
    await cloud.advance(1000);
    const after = await rolls.renew('secretary', id);
    expect(after.renewals).toMatchObject([{ reason: '有一户的面积写错了', hash: after.hash }]);
    expect(after.hash).not.toBe(before.hash);
    expect((await rolls.roll('wang', id)).parts[0]?.why[0]).toBe('幸福里1栋1单元102：112.30 ㎡，测绘的面积');
    expect((await on.detail('zhou', id)).roll).toMatchObject({ hash: after.hash, heads: before.heads });
    expect(await rolls.answer('secretary', open, 'corrected')).toMatchObject({
      answer: { outcome: 'corrected' },
    });
    const told = await inboxOf(cloud, yard.people.zhou.openid);
    expect(told.filter(({ title }) => title.startsWith('名册有更正'))).toHaveLength(1);
  });

  it('[ROLL-15] is the one that ballots are cast on and counted by', async () => {
    const motion = await rolls.coming();
    await rolls.measured(13000);
    await rolls.renew('secretary', motion.id);
    await cloud.advance(DAY);
    await on.cast('wang', motion.id, 'yes');
    await cloud.advance(10_000);
    const { figures } = await on.detail('wang', motion.id);
    expect(figures?.cast?.find(({ choice }) => choice === 'yes')).toMatchObject({
      heads: 1,
      area: 13000 + 8950,
    });
    await rolls.measured(10230);
    await expect(rolls.renew('secretary', motion.id)).rejects.toMatchObject({ code: 'ROLL_FROZEN' });
  });

  it('[ROLL-15] is refused from a minute before the opening on', async () => {
    const motion = await rolls.coming();
    await rolls.measured(14000);
    await cloud.advance(DAY - 60_000 + 1);
    expect((await rolls.roll('secretary', motion.id)).can.renew).toBe('VOTE_STARTING');
    await expect(rolls.renew('secretary', motion.id)).rejects.toMatchObject({ code: 'VOTE_STARTING' });
  });

  it('[ROLL-15] leaves a ballot its roll, also where the call takes longer than it was early', async () => {
    const motion = await rolls.coming();
    const { hash } = await rolls.roll('secretary', motion.id);
    await rolls.measured(15000);
    await cloud.advance(DAY - 60_000);
    const held = cloud.cloud.faults.on({ action: 'openapi.security.msgSecCheck', then: { delay: 20_000 } });
    const renewing = rolls.renew('secretary', motion.id).catch((error: unknown) => error);
    await until(() => held.hits === 1);
    await cloud.advance(60_000);
    expect((await on.cast('wang', motion.id, 'yes')).applied).toBe(true);
    cloud.cloud.faults.reset();
    expect(await renewing).toMatchObject({ code: 'ROLL_FROZEN' });
    expect((await rolls.roll('wang', motion.id)).hash).toBe(hash);
  });

  it('[ROLL-15] is for the offices that convene the body', async () => {
    const { id } = await rolls.coming();
    await rolls.measured(10230);
    await expect(rolls.renew('wang', id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(rolls.renew('residentsCommittee', id)).rejects.toMatchObject({ code: 'CONVENER_WRONG' });
  });

  it('[IDM-4] is made once by a call that is sent again', async () => {
    const { id } = await rolls.coming();
    await rolls.measured(16000);
    const { revision } = await rolls.roll('secretary', id);
    const input = { clientId: freshId(), motionId: id, revision, reason: '面积写错了' };
    const [first, again] = [
      await on.as('secretary').call('rolls.renew', input),
      await on.as('secretary').call('rolls.renew', input),
    ];
    expect(again).toEqual(first);
    expect(again.renewals).toHaveLength(1);
  });
});

describe('a home that is left after the roll was frozen', () => {
  const running = () => on.announced('secretary', ownersPoll());
  const leave = (by: PersonKey, home: HomeKey) =>
    on.as(by).call('members.leaveHome', { clientId: freshId(), homeId: yard.homes[home] });
  const removed = (by: PersonKey, home: HomeKey, wasTheirs: boolean) => {
    const { personId } = yard.people[by];
    const input = { clientId: freshId(), personId, homeId: yard.homes[home], reason: '核对登记' };
    return on.as('gridWorker').call('members.removeTie', { ...input, wasTheirs });
  };

  it('[ROLL-18] leaves the vote to whoever stands on it, in sight on the home page, and the next one not', async () => {
    const motion = await running();
    await leave('feng', 'liulin-101');
    await leave('heJing', '1-1-302');
    const home = await on.as('heJing').call('overview.home', {});
    expect(home.todo.map(({ id }) => id)).toContain(motion.id);
    expect((await on.cast('heJing', motion.id, 'no')).applied).toBe(true);
    expect((await on.detail('heJing', motion.id)).can.vote).toBeNull();
    await cloud.advance(1000);
    const next = await running();
    await expect(on.cast('heJing', next.id, 'no')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(on.detail('feng', motion.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('[ROLL-18] keeps the vote of whoever moved away, and takes that of a mistake', async () => {
    const motion = await running();
    await removed('liuDeming', '1-1-301', true);
    await removed('liuFang', '1-1-301', false);
    expect((await on.cast('liuDeming', motion.id, 'yes')).applied).toBe(true);
    await expect(on.detail('liuFang', motion.id)).rejects.toMatchObject({ code: 'NOT_VERIFIED' });
    await expect(
      on.as('liuDeming').call('proposals.submit', { clientId: freshId(), text: '还能提吗' }),
    ).rejects.toMatchObject({ code: 'NOT_VERIFIED' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, motionCallsOf } from '../support/motions';
import { type SmallCommunity, smallCommunity } from '../support/persons';
import { rollCallsOf } from '../support/rolls';

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

describe('whether I stand on the roll', () => {
  it('[ROLL-17] is said with each home, its area, where that comes from, and the sum', async () => {
    const { id } = await rolls.coming();
    const mine = await rolls.roll('wang', id);
    expect(mine).toMatchObject({ absent: null, counts: { open: 0 } });
    expect(mine.heads).toBe((await on.detail('wang', id)).roll?.heads);
    expect(mine.parts.map(({ may, why }) => ({ may, why }))).toEqual([
      {
        may: null,
        why: [
          '幸福里1栋1单元102：102.30 ㎡，不动产登记的面积',
          '幸福里1栋2单元101：89.50 ㎡，不动产登记的面积',
          '同一业主的 2 处合起来算一户、一票，面积合计 191.80 ㎡',
        ],
      },
    ]);
  });

  it('[ROLL-17] tells co-owners who votes for them', async () => {
    const { id } = await rolls.coming();
    const [open] = (await rolls.roll('liuFang', id)).parts;
    expect(open?.why.at(-1)).toBe('共有人没有推选人：谁先投，以谁的为准');
    const named = await rolls.roll('heYonggui', id);
    expect(named.parts[0]).toMatchObject({ may: 'CO_OWNER_NAMED' });
    expect(named.parts[0]?.why).toEqual([
      '这套房的共有人已经推选了另一位来投票',
      expect.stringContaining('㎡'),
      expect.stringContaining('算一户、一票'),
      '共有人推选了一位，由这一位投票',
    ]);
    expect(named.absent).toBeNull();
  });

  it('[ROLL-17] tells a tenant why not, and nothing of what else the owner owns', async () => {
    const { id } = await rolls.coming();
    const { parts } = await rolls.roll('tenant', id);
    const why = ['这次由业主投票，租住的邻居可以在讨论里说意见（《物业管理条例》第六条）'];
    expect(parts).toMatchObject([{ label: '幸福里1栋2单元102', may: 'NOT_VOTER_TENANT', why }]);
  });

  it('[ROLL-17] tells whoever is on it with nothing why that is, and what to do', async () => {
    const { id } = await rolls.coming();
    expect(await rolls.roll('secretary', id)).toMatchObject({
      ...{ parts: [], homes: [] },
      absent: '您在这里没有认领房屋。在这里有房的，请先认领，再来看名册。',
    });
  });

  it('[SEC-11] is nobody else’s to read', async () => {
    const { id } = await rolls.coming();
    await expect(rolls.roll('stranger', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const list = on.as('wang').call('rolls.challenges', { motionId: id });
    await expect(list).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const committee = on.as('otherSecretary').call('rolls.challenges', { motionId: id });
    await expect(committee).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an objection to the roll', () => {
  it('[ROLL-14] waits at the desk, once at a time, and is read by the convening offices alone', async () => {
    const { id } = await rolls.coming();
    const [home] = (await rolls.roll('wang', id)).homes;
    const after = await rolls.challenge('wang', id, '102的面积不对，产权证上是112.30', home?.id);
    expect(after.mine).toMatchObject([{ inTime: true, answer: null, homeLabel: '幸福里1栋1单元102' }]);
    expect(after.counts.open).toBe(1);
    await expect(rolls.challenge('wang', id, '再说一次', home?.id)).rejects.toMatchObject({
      code: 'CHALLENGE_OPEN',
    });
    expect((await rolls.roll('zhou', id)).mine).toEqual([]);
    const { groups } = await on.as('secretary').call('overview.desk', {});
    const waiting = groups.find(({ task }) => task === 'roll-challenge');
    expect(waiting?.items.find(({ link }) => link.endsWith(id))?.detail).toContain('102的面积不对');
  });

  it('[ROLL-14] names a home of one’s own and no other', async () => {
    const { id } = await rolls.coming();
    const [other] = (await rolls.roll('zhao', id)).homes;
    await expect(rolls.challenge('wang', id, '那家不对', other?.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await rolls.roll('wang', id)).counts.open).toBe(0);
  });

  it('[ROLL-14] can be raised three times and no more, each after the answer to the one before', async () => {
    const { id } = await rolls.coming();
    for (const text of ['第一次', '第二次', '第三次']) {
      await rolls.challenge('liuFang', id, text);
      const open = await rolls.firstOpen(id);
      expect(open.text).toBe(text);
      await rolls.answer('secretary', open, 'refused');
    }
    await expect(rolls.challenge('liuFang', id, '第四次')).rejects.toMatchObject({
      code: 'CHALLENGE_ANSWERED',
    });
    const { mine } = await rolls.roll('liuFang', id);
    expect(mine[0]?.earlier.map(({ text }) => text)).toEqual(['第一次', '第二次']);
  });

  it('[ROLL-16] is answered by another person, and its author hears of it', async () => {
    const { id } = await rolls.coming();
    await rolls.challenge('zhao', id, '我家少算了一个车位');
    const open = await rolls.firstOpen(id);
    await expect(rolls.answer('zhao', open, 'refused')).rejects.toMatchObject({ code: 'OWN_CHALLENGE' });
    await expect(rolls.answer('wang', open, 'refused')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await rolls.answer('secretary', open, 'refused')).toMatchObject({
      answer: { outcome: 'refused', reason: '查了不动产登记簿' },
    });
    const told = await inboxOf(cloud, yard.people.zhao.openid);
    expect(told.some(({ title, body }) => title.includes('异议有答复') && body.includes('查了'))).toBe(true);
    await expect(rolls.answer('secretary', open, 'later')).rejects.toMatchObject({
      code: 'CHALLENGE_ANSWERED',
    });
  });
});

describe('an objection once the vote is open', () => {
  it('[ROLL-16] is recorded, can only end «from the next roll on», and moves nothing', async () => {
    const motion = await rolls.coming();
    const { hash } = await rolls.roll('wang', motion.id);
    await cloud.advance(DAY);
    const said = await rolls.challenge('liuDeming', motion.id, '我家的面积不对');
    expect(said.mine.at(-1)).toMatchObject({ inTime: false });
    const open = await rolls.firstOpen(motion.id);
    await expect(rolls.answer('secretary', open, 'corrected')).rejects.toMatchObject({
      code: 'ROLL_NOT_RENEWED',
    });
    expect(await rolls.answer('secretary', open, 'later')).toMatchObject({ answer: { outcome: 'later' } });
    expect(await rolls.roll('wang', motion.id)).toMatchObject({ hash, renewals: [], counts: { later: 1 } });
    await cloud.advance(10 * DAY);
    await expect(rolls.challenge('wang', motion.id, '晚了')).rejects.toMatchObject({ code: 'MOTION_STAGE' });
  });
});

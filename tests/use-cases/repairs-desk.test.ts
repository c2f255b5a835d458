import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { repairCallsOf } from '../support/repairs';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof repairCallsOf>;

const code = (of: string) => ({ code: of });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = repairCallsOf(cloud, yard, await uploadPhoto(cloud, yard.people.zhao.openid));
});
afterAll(() => cloud.close());

describe('what was recorded of an urgent repair', () => {
  it('[URG-7] is put right with a reason by whoever records that step, the old entry stays, and the day fits among the others', async () => {
    const begun = await on.act(
      'begin',
      'propertyManager',
      await on.act('apply', 'zhao', await on.open('zhao')),
    );
    const correct = (by: 'zhao' | 'propertyManager' | 'wang', changes: object) =>
      on.act('correct', by, begun, changes);
    await expect(correct('propertyManager', { step: 'applied' })).rejects.toMatchObject(
      code('REPAIR_APPLICANT'),
    );
    await expect(correct('wang', { step: 'found' })).rejects.toMatchObject(code('NOT_ALLOWED'));
    await expect(correct('zhao', { step: 'applied', reason: ' ' })).rejects.toMatchObject(
      code('INVALID_INPUT'),
    );
    await expect(correct('zhao', { step: 'applied', doneOn: on.dayIn(-1) })).rejects.toMatchObject({
      failure: { fields: { doneOn: '日期不能早于前一步' } },
    });
    const once = { step: 'applied', responsible: '业委会 赵国强', clientId: freshId() };
    const mended = await correct('zhao', once);
    expect(await correct('zhao', once)).toEqual(mended);
    const shown = (await on.as('wang').call('repairs.detail', { id: begun.id })).steps[1];
    expect(shown).toMatchObject({
      ...{ responsible: '业委会 赵国强', can: { correct: 'REPAIR_APPLICANT' } },
      earlier: [{ responsible: '赵国强', corrected: { reason: '写错了人' } }],
    });
    const closed = await on.act('withdraw', 'zhao', await on.act('apply', 'zhao', await on.open('zhao')));
    await expect(on.act('correct', 'zhao', closed)).rejects.toMatchObject(code('REPAIR_STAGE'));
  });

  it('[URG-9] stands at the desk of whoever takes the next step, and its bill’s objections at the desk of those who answer them', async () => {
    const titled = async (by: 'zhao' | 'propertyManager', task: string, title: string) => {
      const { groups } = await on.as(by).call('overview.desk', {});
      const rows = groups.filter((group) => group.task === task).flatMap(({ items }) => items);
      return rows.find((row) => row.title === title)?.detail ?? null;
    };
    const title = '车库顶板掉水泥';
    const repair = await on.open('propertyManager', { title });
    expect(await titled('zhao', 'repair', title)).toBe('发现险情，请申请用维修资金');
    expect(await titled('propertyManager', 'repair', title)).toBeNull();
    const begun = await on.act('begin', 'zhao', await on.act('apply', 'zhao', repair));
    expect(await titled('propertyManager', 'repair', title)).toBe('正在抢修，修好了请公布账单');
    const bill = await on.act('publish', 'zhao', begun);
    expect(await titled('zhao', 'repair', title)).toBeNull();
    const asked = await on.object('zhao', bill);
    // Nobody answers their own objection.
    expect(await titled('zhao', 'repair-objection', title)).toBeNull();
    expect(await titled('propertyManager', 'repair-objection', title)).toBe('1条账单异议等答复');
    const answered = await on.answer('propertyManager', bill, asked.objections[0]?.id ?? '');
    expect(await titled('propertyManager', 'repair-objection', title)).toBeNull();
    await cloud.advance(16 * DAY);
    expect(await titled('propertyManager', 'repair', title)).toBe('公示期满，可以办结');
    await on.act('close', 'propertyManager', answered);
    expect(await titled('propertyManager', 'repair', title)).toBeNull();
  });
});

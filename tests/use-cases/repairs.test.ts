import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, motionCallsOf } from '../support/motions';
import { type Act, repairCallsOf } from '../support/repairs';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { inboxOf } from '../support/inbox';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;
let calls: ReturnType<typeof repairCallsOf>;

const code = (of: string) => ({ code: of });
beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
  calls = repairCallsOf(cloud, yard, await uploadPhoto(cloud, yard.people.zhao.openid));
});
afterAll(() => cloud.close());

type Calls = typeof calls;
const open: Calls['open'] = (...given) => calls.open(...given);
const act: Calls['act'] = (...given) => calls.act(...given);
const object: Calls['object'] = (...given) => calls.object(...given);
const answer: Calls['answer'] = (...given) => calls.answer(...given);
const dayIn: Calls['dayIn'] = (days) => calls.dayIn(days);
const published = () => calls.published();
const said = () => calls.said();

describe('an urgent repair', () => {
  it('[URG-1] [URG-2] says why nobody votes, by which article, and its estimate in yuan with two decimals', async () => {
    const repair = await open();
    expect(repair).toMatchObject({
      ...{ article: '《民法典》第二百八十一条', estimateWords: '46,200.50元', applicants: ['业委会'] },
      can: { apply: 'REPAIR_APPLICANT', withdraw: null },
    });
    const heard = await inboxOf(cloud, yard.people.zhao.openid);
    expect(heard.map(({ title }) => title)).toContain('发现险情：2单元电梯断绳');
    expect(repair.noVoteWords).toContain('还是要业主共同决定');
    await expect(act('apply', 'propertyManager', repair)).rejects.toMatchObject(code('REPAIR_APPLICANT'));
    await expect(open('wang')).rejects.toMatchObject(code('NOT_ALLOWED'));
    // The fund is the whole estate's, whichever building it is.
    expect(await open('propertyManager', { placeId: 'xingfuli-1' })).toMatchObject({ placeId: 'xingfuli' });
    await expect(open('secretary', { placeId: 'lantian' })).rejects.toMatchObject(code('REPAIR_PLACE'));
    await expect(open('propertyManager', { photos: [] })).rejects.toMatchObject(code('INVALID_INPUT'));
    await expect(open('propertyManager', { estimate: 0.5 })).rejects.toMatchObject(code('INVALID_INPUT'));
    await expect(on.as('feng').call('repairs.detail', { id: repair.id })).rejects.toMatchObject(
      code('NOT_FOUND'),
    );
  });

  it('[URG-2] is applied for by whom the local profile names where there is no owners’ committee', async () => {
    const repair = await open('residentsCommittee', { placeId: 'liulin' });
    expect(repair.applicants).toEqual(['居委会']);
    expect((await act('apply', 'residentsCommittee', repair)).stage).toBe('applied');
  });

  it('[URG-2] is reported by the head of a building, who sees it first, and is the estate’s case', async () => {
    const list = await on.as('zhou').call('repairs.list', { placeId: 'xingfuli-1' });
    expect(list.can.open).toBeNull();
    const repair = await open('zhou', { placeId: 'xingfuli-1' });
    expect(repair).toMatchObject({ placeId: 'xingfuli', can: { apply: 'REPAIR_APPLICANT' } });
    // Whoever looks at the building reads what is done with the estate's fund.
    const after = await on.as('wang').call('repairs.list', { placeId: 'xingfuli-1' });
    expect(after.items.map(({ id }) => id)).toContain(repair.id);
    await expect(open('zhou', { placeId: 'xingfuli-2' })).rejects.toMatchObject(code('NOT_ALLOWED'));
    await expect(open('zhou')).rejects.toMatchObject(code('NOT_ALLOWED'));
  });

  it('[URG-2] is taken back by whoever found it, and once it is applied for by whoever applies alone', async () => {
    await expect(act('withdraw', 'propertyManager', await open())).resolves.toMatchObject({
      stage: 'withdrawn',
    });
    const applied = await act('apply', 'zhao', await open());
    const seen = await on.as('propertyManager').call('repairs.detail', { id: applied.id });
    expect(seen.can.withdraw).toBe('REPAIR_APPLICANT');
    await expect(act('withdraw', 'propertyManager', applied)).rejects.toMatchObject(code('REPAIR_APPLICANT'));
    await expect(act('withdraw', 'wang', applied)).rejects.toMatchObject(code('NOT_ALLOWED'));
    expect((await act('withdraw', 'zhao', applied)).stage).toBe('withdrawn');
  });

  it('[URG-3] takes its steps in order and skips none, at whatever step the others are tried', async () => {
    const OPEN: Record<string, Act[]> = {
      found: ['apply', 'withdraw'],
      applied: ['begin', 'withdraw'],
      working: ['publish'],
      published: ['publish', 'close'],
      closed: [],
    };
    let repair = await open('zhao');
    for (const next of ['apply', 'begin', 'publish', 'close'] as const) {
      for (const what of ['apply', 'begin', 'publish', 'close', 'withdraw'] as const) {
        if (OPEN[repair.stage]?.includes(what)) continue;
        await expect(act(what, 'zhao', repair)).rejects.toMatchObject(code('REPAIR_STAGE'));
      }
      if (next === 'close') await cloud.advance(16 * DAY);
      repair = await act(next, 'zhao', repair);
    }
    expect(repair.stage).toBe('closed');
    expect(repair.steps.map(({ step, state }) => [step, state])).toEqual(
      ['found', 'applied', 'told', 'working', 'published', 'closed'].map((step) => [step, 'done']),
    );
    await expect(act('publish', 'zhao', repair)).rejects.toMatchObject(code('REPAIR_STAGE'));
  });

  it('[URG-3] refuses a day in the future or before the step that it follows', async () => {
    const repair = await open('zhao', { foundOn: dayIn(-2) });
    const applyOn = (doneOn: string) => act('apply', 'zhao', repair, { doneOn });
    await expect(applyOn(dayIn(1))).rejects.toMatchObject({
      failure: { fields: { doneOn: '日期不能晚于今天' } },
    });
    await expect(applyOn(dayIn(-3))).rejects.toMatchObject({
      failure: { fields: { doneOn: '日期不能早于前一步' } },
    });
    expect((await applyOn(dayIn(-2))).stage).toBe('applied');
  });

  it('[URG-4] tells everybody in the estate with the application, once though it is sent twice, and of its withdrawal', async () => {
    const repair = await open('zhao', { title: '屋顶掉砖' });
    const input = { clientId: freshId(), id: repair.id, revision: repair.revision, ...said() };
    const applied = await on.as('zhao').call('repairs.apply', input);
    await on.as('zhao').call('repairs.apply', input);
    await expect(
      on.as('zhao').call('repairs.apply', { ...input, clientId: freshId() }),
    ).rejects.toMatchObject(code('REPAIR_STAGE'));
    await act('withdraw', 'zhao', applied);
    for (const person of ['wang', 'tenant'] as const) {
      const titles = (await inboxOf(cloud, yard.people[person].openid)).map(({ title }) => title);
      expect(titles.filter((title) => title.endsWith('屋顶掉砖')).sort()).toEqual([
        '紧急维修撤回：屋顶掉砖',
        '紧急维修：屋顶掉砖',
      ]);
    }
    expect((await inboxOf(cloud, yard.people.feng.openid)).some(({ title }) => title.includes('掉砖'))).toBe(
      false,
    );
  });
});

describe('the bill of an urgent repair', () => {
  it('[URG-5] hangs for fifteen days, is corrected with a reason and a term of its own, and the one before stays', async () => {
    const begun = await act('begin', 'zhao', await act('apply', 'zhao', await open('zhao')));
    const until = (days: number, changes = {}) => ({ untilOn: dayIn(days), ...changes });
    await expect(act('publish', 'zhao', begun, until(14))).rejects.toMatchObject(
      code('PUBLICATION_TOO_SHORT'),
    );
    const first = await act('publish', 'zhao', begun, until(15));
    await expect(act('publish', 'zhao', first, until(15))).rejects.toMatchObject(code('INVALID_INPUT'));
    const changed = until(16, { amount: 4_700_001, reason: '漏抄了退回的材料钱' });
    const second = await act('publish', 'zhao', first, changed);
    expect(second.bill).toMatchObject({ amountWords: '47,000.01元', reason: '漏抄了退回的材料钱' });
    expect(second.earlierBills).toMatchObject([{ amountWords: '48,000.00元', reason: null }]);
  });

  it('[URG-5] is closed after its term and once every objection is answered, by another than who raised it', async () => {
    const repair = await published();
    await expect(act('close', 'zhao', repair)).rejects.toMatchObject(code('REPAIR_PUBLISHING'));
    const asked = await object('zhao', repair);
    const own = asked.objections[0]?.id ?? '';
    await expect(object('zhao', repair)).rejects.toMatchObject(code('OBJECTION_OPEN'));
    await expect(answer('zhao', repair, own)).rejects.toMatchObject(code('OWN_OBJECTION'));
    await expect(object('feng', repair)).rejects.toMatchObject(code('NOT_FOUND'));
    const seen = await on.as('wang').call('repairs.detail', { id: repair.id });
    expect(seen.objections[0]).toMatchObject({ by: '一位邻居', mine: false, can: { answer: 'NOT_ALLOWED' } });
    await cloud.advance(16 * DAY);
    const late = await on.as('zhao').call('repairs.detail', { id: repair.id });
    expect(late.can.close).toBe('OBJECTION_OPEN');
    await expect(act('close', 'zhao', late)).rejects.toMatchObject(code('OBJECTION_OPEN'));
    await expect(object('wang', repair)).rejects.toMatchObject(code('REPAIR_STAGE'));
    const answered = await answer('propertyManager', repair, own);
    expect((await act('close', 'propertyManager', answered)).stage).toBe('closed');
  });

  it('[URG-5] is asked about three times by one neighbour, and again once it was corrected', async () => {
    let repair = await published();
    const asked = async () => {
      repair = await object('wang', repair);
      repair = await answer('zhao', repair, repair.objections.at(-1)?.id ?? '');
    };
    for (let n = 0; n < 3; n += 1) await asked();
    await expect(object('wang', repair)).rejects.toMatchObject(code('OBJECTION_ANSWERED'));
    cloud.cloud.clock.set(cloud.cloud.clock.now() + 1_000);
    repair = await act('publish', 'zhao', repair, { amount: 9_000_000, reason: '漏了一笔' });
    await asked();
    expect(repair.objections).toHaveLength(4);
  });

  it('[URG-5] keeps every objection of those who raise one at once', async () => {
    const repair = await published();
    const people = ['wang', 'zhou', 'liuFang', 'heJing'] as const;
    await Promise.all(people.map((person) => object(person, repair)));
    const { objections } = await on.as('zhao').call('repairs.detail', { id: repair.id });
    expect(objections).toHaveLength(people.length);
  });
});

describe('a proposal', () => {
  it('[URG-6] becomes a case once, also when two send it at once, and its timeline tells of it', async () => {
    const proposalId = await on.shared('wang', '屋顶漏水，砖要掉下来了');
    const both = await Promise.allSettled([open('zhao', { proposalId }), open('secretary', { proposalId })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(open('zhao', { proposalId })).rejects.toMatchObject(code('REPAIR_EXISTS'));
    const { timeline } = await on.as('wang').call('proposals.detail', { id: proposalId });
    expect(timeline.filter(({ kind }) => kind === 'repair')).toHaveLength(1);
    const { items, can } = await on.as('wang').call('repairs.list', { placeId: 'xingfuli' });
    expect(items.map(({ stageWords }) => stageWords)).toContain('发现险情，等业委会申请');
    expect(can.open).toBe('NOT_ALLOWED');
  });
});

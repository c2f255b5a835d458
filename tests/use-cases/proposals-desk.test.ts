import type { CallRequest } from '@contract/calls';
import type { ProposalDetail } from '@contract/proposals';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { inboxOf } from '../support/inbox';

let cloud: TestCloud;
let yard: SmallCommunity;

type PersonKey = keyof SmallCommunity['people'];

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
const submit = (person: PersonKey, text: string, placeId = 'xingfuli') =>
  as(person).call('proposals.submit', { clientId: freshId(), text, placeId });
const detail = (person: PersonKey, id: string) => as(person).call('proposals.detail', { id });
const inbox = async (person: PersonKey) =>
  (await inboxOf(cloud, yard.people[person].openid)).map(({ title, body }) => `${title}：${body}`);
const reason = '请看说明';
const one = ({ id, revision }: ProposalDetail) => ({ clientId: freshId(), id, revision });

const triage = (
  person: PersonKey,
  proposal: ProposalDetail,
  more: Partial<CallRequest<'proposals.triage'>> = {},
) => as(person).call('proposals.triage', { ...one(proposal), route: 'shared', reason, ...more });
const giveBack = (person: PersonKey, proposal: ProposalDetail) =>
  as(person).call('proposals.returnToAuthor', { ...one(proposal), reason });
const appeal = (person: PersonKey, { id }: ProposalDetail) =>
  as(person).call('proposals.appeal', { clientId: freshId(), id, reason: '我们真的需要' });
const decide = (person: PersonKey, proposal: ProposalDetail, uphold: boolean) =>
  as(person).call('proposals.decideAppeal', { ...one(proposal), uphold, reason });
const merge = (person: PersonKey, source: ProposalDetail, intoId: string) =>
  as(person).call('proposals.merge', { ...one(source), intoId, reason });
const withdraw = (person: PersonKey, proposal: ProposalDetail) =>
  as(person).call('proposals.withdraw', one(proposal));
const close = (person: PersonKey, proposal: ProposalDetail) =>
  as(person).call('proposals.closeHandled', { ...one(proposal), text: '灯换好了' });
const confirm = (person: PersonKey, proposal: ProposalDetail) =>
  as(person).call('proposals.confirm', one(proposal));
const reopen = (person: PersonKey, proposal: ProposalDetail) =>
  as(person).call('proposals.reopen', { ...one(proposal), reason: '晚上还是不亮' });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterAll(() => cloud.close());

describe('sorting', () => {
  it('[PRO-2] is done by an office of the place, with a reason that the author reads', async () => {
    const proposal = await submit('wang', '想加装电梯');
    const sorted = await triage('secretary', proposal);
    expect(sorted).toMatchObject({ route: 'shared', stage: 'collecting', routeReason: reason, revision: 2 });
    expect(sorted.timeline.at(-1)).toMatchObject({ kind: 'triaged', detail: reason, by: '陈秀兰' });
    expect(await inbox('wang')).toContain(`分类：共事，大家商量：想加装电梯。${reason}`);
    await expect(triage('zhou', sorted)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(triage('propertyManager', sorted)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(triage('otherSecretary', sorted)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused on an old revision, so that of two officers at once one sorts', async () => {
    const proposal = await submit('wang', '两个人同时分类');
    const both = await Promise.allSettled([triage('secretary', proposal), triage('gridWorker', proposal)]);
    expect(both.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    await expect(triage('secretary', proposal)).rejects.toMatchObject({ code: 'STALE' });
  });

  it('gives 公事 and 家事 to whoever is named, who reports them done, and the author confirms or reopens', async () => {
    const proposal = await submit('wang', '楼道灯不亮');
    const unnamed = triage('secretary', proposal, { route: 'private' });
    await expect(unnamed).rejects.toMatchObject({
      failure: { code: 'INVALID_INPUT', fields: { holderLabel: '请填写由谁承办' } },
    });
    const given = await triage('secretary', proposal, {
      route: 'private',
      holderLabel: '幸福里物业',
      holderOffice: 'property-manager',
    });
    expect(given).toMatchObject({ stage: 'handling', holder: { label: '幸福里物业' } });
    await expect(close('zhou', given)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const reported = await close('propertyManager', given);
    expect(reported).toMatchObject({ stage: 'done', handled: { text: '灯换好了', by: '孙伟' } });
    await expect(confirm('zhou', reported)).rejects.toMatchObject({ code: 'NOT_AUTHOR' });
    const again = await reopen('wang', reported);
    expect(again).toMatchObject({ stage: 'handling', holder: { label: '幸福里物业' } });
    const closed = await confirm('wang', await close('propertyManager', again));
    expect(closed).toMatchObject({ stage: 'closed', reopened: [{ reason: '晚上还是不亮' }] });
    await expect(confirm('wang', closed)).rejects.toMatchObject({ code: 'PROPOSAL_STAGE' });
    const kinds = closed.timeline.map((line) => line.kind);
    expect(kinds).toEqual(['proposed', 'triaged', 'done', 'reopened', 'done', 'confirmed']);
  });
});

describe('returning', () => {
  it('[PRO-6] needs a reason', async () => {
    const proposal = await submit('wang', '说不清楚的一件事');
    const without = as('secretary').call('proposals.returnToAuthor', { ...one(proposal), reason: ' ' });
    await expect(without).rejects.toMatchObject({
      failure: { code: 'INVALID_INPUT', fields: { reason: '请填写理由' } },
    });
    expect((await detail('wang', proposal.id)).stage).toBe('collecting');
    const returned = await giveBack('gridWorker', proposal);
    expect(returned).toMatchObject({ stage: 'returned', returned: { reason, by: '李小燕' } });
    expect(await inbox('wang')).toContain(`您的提议被退回：说不清楚的一件事。${reason}`);
  });

  it('[PRO-7] is appealed once, decided by another officer than the one who returned it', async () => {
    const returned = await giveBack('secretary', await submit('wang', '要申诉的事'));
    await expect(appeal('zhou', returned)).rejects.toMatchObject({ code: 'NOT_AUTHOR' });
    await expect(decide('gridWorker', returned, true)).rejects.toMatchObject({ code: 'PROPOSAL_STAGE' });
    const appealed = await appeal('wang', returned);
    expect(appealed).toMatchObject({
      appealPending: true,
      can: { appeal: 'APPEAL_USED', revise: 'APPEAL_PENDING' },
    });
    expect(await inbox('gridWorker')).toContain('有一件申诉：幸福里小区：要申诉的事');
    await expect(decide('secretary', appealed, false)).rejects.toMatchObject({ code: 'OWN_DECISION' });
    const upheld = await decide('streetOfficer', appealed, true);
    expect(upheld).toMatchObject({ stage: 'collecting', returned: null, appeal: { decision: 'upheld' } });
    const again = await giveBack('secretary', upheld);
    await expect(appeal('wang', again)).rejects.toMatchObject({ code: 'APPEAL_USED' });
  });

  it('stays returned when the appeal is refused, and the author may write it anew', async () => {
    const returned = await giveBack('secretary', await submit('wang', '再写一遍'));
    const refused = await decide('gridWorker', await appeal('wang', returned), false);
    expect(refused).toMatchObject({
      stage: 'returned',
      appeal: { decision: 'refused', decidedReason: reason },
    });
    const text = { title: '说清楚了', text: '在2栋门口装一盏灯', photos: [] };
    const stranger = as('zhou').call('proposals.revise', { ...one(refused), ...text });
    await expect(stranger).rejects.toMatchObject({ code: 'NOT_AUTHOR' });
    const revised = await as('wang').call('proposals.revise', { ...one(refused), ...text });
    expect(revised).toMatchObject({ stage: 'collecting', title: '说清楚了', returned: null, route: null });
  });
});

describe('merging', () => {
  it('[PRO-5] keeps all authors and supporters, none twice, and those who sign the old one at the same moment', async () => {
    const kept = await submit('wang', '加装电梯');
    const double = await submit('zhou', '1栋装电梯');
    const sign = (person: PersonKey, id: string) =>
      as(person).call('proposals.support', { clientId: freshId(), id });
    await sign('liuDeming', kept.id);
    await sign('liuDeming', double.id);
    await sign('wang', double.id);
    await sign('heJing', double.id);
    const [joined] = await Promise.all([
      merge('secretary', double, kept.id),
      sign('maChunhua', double.id).catch((error: { code: string }) =>
        expect(error.code).toBe('PROPOSAL_STAGE'),
      ),
    ]);
    expect(joined).toMatchObject({ id: kept.id, authorName: '王桂兰、周素珍' });
    expect(joined.mergedFrom).toEqual([{ id: double.id, title: '1栋装电梯', authorName: '周素珍' }]);
    const seen = await detail('zhou', kept.id);
    const signed = seen.support.names.includes('马春花') ? 5 : 4;
    expect(seen).toMatchObject({
      mine: true,
      support: { persons: signed },
      can: { support: 'OWN_PROPOSAL' },
    });
    expect(await detail('heJing', kept.id)).toMatchObject({
      supportedByMe: true,
      can: { support: 'ALREADY_SUPPORTED' },
    });
    expect(await detail('zhou', double.id)).toMatchObject({ stage: 'merged', mergedInto: { id: kept.id } });
    const { items } = await as('wang').call('proposals.list', { placeId: 'xingfuli' });
    expect(items.find((item) => item.id === kept.id)?.supporters).toBe(signed);
    expect(items.map((item) => item.id)).not.toContain(double.id);
    const back = await as('heJing').call('proposals.unsupport', { clientId: freshId(), id: kept.id });
    expect(back.support.persons).toBe(signed - 1);
  });

  it('is refused with itself, with another place, by others, and either way round at once', async () => {
    const a = await submit('wang', '甲');
    const b = await submit('zhou', '乙');
    const elsewhere = await submit('feng', '柳林的甲', 'liulin');
    await expect(merge('secretary', a, a.id)).rejects.toMatchObject({ code: 'MERGE_SELF' });
    await expect(merge('secretary', a, elsewhere.id)).rejects.toMatchObject({ code: 'MERGE_OTHER_PLACE' });
    await expect(merge('zhou', a, b.id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(merge('secretary', a, 'nothing-there')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const ways = await Promise.allSettled([merge('secretary', a, b.id), merge('gridWorker', b, a.id)]);
    expect(ways.filter((way) => way.status === 'fulfilled')).toHaveLength(1);
  });

  it('lets one of several authors step back while the others go on', async () => {
    const kept = await submit('wang', '两个人的事');
    const joined = await merge('secretary', await submit('zhou', '两个人的同一件事'), kept.id);
    const left = await withdraw('wang', joined);
    expect(left).toMatchObject({ stage: 'collecting', authorName: '周素珍', mine: false });
    expect((await withdraw('zhou', left)).stage).toBe('withdrawn');
  });
});

describe('withdrawing', () => {
  it('[PRO-8] is the author’s alone, until it is on an agenda', async () => {
    const proposal = await submit('wang', '先不提了');
    await expect(withdraw('secretary', proposal)).rejects.toMatchObject({ code: 'NOT_AUTHOR' });
    const withdrawn = await withdraw('wang', proposal);
    expect(withdrawn).toMatchObject({ stage: 'withdrawn', can: { withdraw: 'PROPOSAL_STAGE' } });
    const { items } = await as('wang').call('proposals.list', { placeId: 'xingfuli' });
    expect(items.map((item) => item.id)).not.toContain(proposal.id);
    await expect(withdraw('wang', withdrawn)).rejects.toMatchObject({ code: 'PROPOSAL_STAGE' });
  });
});

describe('the timeline', () => {
  it('[RES-8] [SEC-11] is read by any resident of the place and by nobody elsewhere', async () => {
    const { id } = await triage('secretary', await submit('zhao', '大家都看得到'));
    const lines = await as('tenant').call('proposals.timeline', { id });
    expect(lines.map((line) => line.kind)).toEqual(['proposed', 'triaged']);
    await expect(as('feng').call('proposals.timeline', { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(as('stranger').call('proposals.timeline', { id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallingDocument } from '../../cloudfunctions/modules/callings/documents';
import { documentsOf } from '../support/documents';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, HOUR, motionCallsOf, noticedMeeting, ownersPoll, type PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { register } from '../support/small-community/register';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

const sign = (by: PersonKey, proposalId: string, clientId = freshId()) =>
  on.as(by).send('callings.sign', { clientId, proposalId, body: 'owners' });
const unsign = (by: PersonKey, proposalId: string) =>
  on.as(by).send('callings.unsign', { clientId: freshId(), proposalId, body: 'owners' });
const answer = (by: PersonKey, proposalId: string, reason = '上个月刚开过，下次一起商量') =>
  on.as(by).send('callings.answer', { clientId: freshId(), proposalId, body: 'owners', reason });
const seen = async (by: PersonKey, proposalId: string) => {
  const { items } = await on.as(by).call('callings.ofProposal', { proposalId });
  return items[0];
};
const atDesk = async (by: PersonKey) => {
  const { groups } = await on.as(by).call('overview.desk', {});
  return groups.find(({ task }) => task === 'called')?.items ?? [];
};
/** 幸福里 has 22 groups of owners: five of them are a fifth. */
const OWNERS = ['wang', 'zhao', 'zhou', 'liuDeming', 'heJing'] as const;

describe('a demand for an owners’ meeting', () => {
  it('[CALL-1] [CALL-3] is another thing than support, signed once by owners alone, and taken back', async () => {
    const id = await on.shared('zhao', '物业费要公开账目');
    await on.as('wang').call('proposals.support', { clientId: freshId(), id });
    expect(await seen('wang', id)).toMatchObject({
      ...{ body: 'owners', state: 'collecting', signatures: 0, mine: false, convener: '业委会' },
      can: { sign: null, unsign: 'CALL_NOT_SIGNED', answer: 'NOT_ALLOWED' },
    });
    expect(await sign('wang', id)).toMatchObject({
      ok: true,
      data: { items: [{ signatures: 1, mine: true }] },
    });
    expect(await sign('wang', id)).toMatchObject({ ok: true, data: { items: [{ signatures: 1 }] } });
    for (const [by, code] of [
      ['tenant', 'CALL_NOT_COUNTED'],
      ['maChunhua', 'CALL_NOT_COUNTED'],
      ['stranger', 'NOT_FOUND'],
    ] as const)
      expect(await sign(by, id)).toMatchObject({ ok: false, error: { code } });
    // The second of two co-owners adds a name and no head.
    await sign('liuDeming', id);
    await sign('liuFang', id);
    expect(await seen('wang', id)).toMatchObject({
      signatures: 3,
      lines: [{ by: 'owner-groups', supporters: 2 }],
    });
    expect(await unsign('wang', id)).toMatchObject({
      ok: true,
      data: { items: [{ signatures: 2, mine: false }] },
    });
    expect(await unsign('wang', id)).toMatchObject({ ok: false, error: { code: 'CALL_NOT_SIGNED' } });
  });

  it('[CALL-2] [CALL-4] is reached once by all who sign at the same time, and stands at the convener’s desk', async () => {
    const id = await on.shared('zhao', '电梯要不要换新的');
    const needed = (await seen('wang', id))?.lines[0]?.needed ?? 0;
    expect(needed).toBe(5);
    for (const by of OWNERS.slice(0, 3)) await sign(by, id);
    expect(await atDesk('zhao')).toEqual([]);
    const answers = await Promise.all(OWNERS.slice(3).map((by) => sign(by, id)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const reached = await seen('wang', id);
    expect(reached).toMatchObject({ state: 'reached', days: 0, lines: [{ supporters: 5, missing: 0 }] });
    const stored = (await documentsOf<CallingDocument>(cloud.cloud, 'callings')).find(
      (one) => one.proposalId === id,
    );
    expect(stored?.reached).toMatchObject({ at: cloud.cloud.clock.now(), lines: [{ all: 22, needed: 5 }] });
    const entries = await documentsOf<{ action: string; subject: { id: string } }>(cloud.cloud, 'audit');
    expect(
      entries.filter(
        ({ action, subject }) => action === 'timer.callings.reach' && subject.id === stored?._id,
      ),
    ).toHaveLength(1);
    expect(await unsign('wang', id)).toMatchObject({ ok: false, error: { code: 'CALL_REACHED' } });
    expect(await sign('liuFang', id)).toMatchObject({ ok: false, error: { code: 'CALL_REACHED' } });
    const told = async (by: PersonKey) =>
      (await inboxOf(cloud, yard.people[by].openid)).map(({ title }) => title);
    expect(await told('zhao')).toContain('联名够了，要求召开业主大会');
    expect(await told('heJing')).toContain('联名够了：电梯要不要换新的');
    await cloud.advance(3 * DAY);
    expect(await atDesk('zhao')).toMatchObject([{ id, detail: '联名要求召开业主大会，已过3天' }]);
    expect(await atDesk('residentsCommittee')).toEqual([]);
    // A meeting of that body on the matter ends the waiting; called off, it waits again.
    const meeting = await noticedMeeting(cloud, yard.people.secretary.openid, {
      ...{ body: 'owners', placeId: 'xingfuli', convener: 'owners-committee', inDays: 20, proposalId: id },
    });
    expect(await atDesk('zhao')).toEqual([]);
    expect(await seen('wang', id)).toMatchObject({ state: 'announced' });
    const cancel = { clientId: freshId(), id: meeting.id, revision: meeting.revision, reason: '场地没有了' };
    await on.as('secretary').call('meetings.cancel', cancel);
    expect(await atDesk('zhao')).toHaveLength(1);
  });

  it('[CALL-4] waits at the desk also where the body met or voted on it before there were enough', async () => {
    const id = await on.shared('wang', '车棚要重建');
    await sign('wang', id);
    const now = cloud.cloud.clock.now();
    const window = { opensAt: now, closesAt: now + 10 * DAY };
    const vote = await on.announced('secretary', ownersPoll({ window, proposalId: id }));
    expect(await sign('zhao', id)).toMatchObject({ ok: false, error: { code: 'ON_AGENDA' } });
    await on.count(vote);
    for (const by of OWNERS.slice(1)) expect(await sign(by, id)).toMatchObject({ ok: true });
    expect(await seen('wang', id)).toMatchObject({ state: 'reached', signatures: 5 });
    expect((await atDesk('zhao')).map((item) => item.id)).toContain(id);
  });

  it('[CALL-5] is answered once by the office that convenes, and all who signed read why', async () => {
    const id = await on.shared('wang', '门禁要换');
    expect(await answer('zhao', id)).toMatchObject({ ok: false, error: { code: 'CALL_NOT_REACHED' } });
    for (const by of OWNERS) await sign(by, id);
    for (const [by, code] of [
      ['wang', 'NOT_ALLOWED'],
      ['residentsCommittee', 'CONVENER_WRONG'],
      ['otherSecretary', 'NOT_FOUND'],
    ] as const)
      expect(await answer(by, id)).toMatchObject({ ok: false, error: { code } });
    expect(await answer('zhao', id)).toMatchObject({ ok: true, data: { items: [{ state: 'answered' }] } });
    expect(await answer('secretary', id)).toMatchObject({ ok: false, error: { code: 'CALL_ANSWERED' } });
    expect(await seen('heJing', id)).toMatchObject({
      answer: { reason: '上个月刚开过，下次一起商量', by: '赵国强' },
    });
    const bodies = (await inboxOf(cloud, yard.people.heJing.openid)).map(({ body }) => body);
    expect(bodies).toContain('上个月刚开过，下次一起商量');
    expect((await atDesk('zhao')).map((item) => item.id)).not.toContain(id);
  });

  it('[CALL-6] is not signed while the matter is on an agenda, or once it was withdrawn', async () => {
    const id = await on.shared('wang', '楼顶种菜');
    await noticedMeeting(cloud, yard.people.secretary.openid, {
      ...{ body: 'owners', placeId: 'xingfuli', convener: 'owners-committee', inDays: 20, proposalId: id },
    });
    expect(await sign('zhao', id)).toMatchObject({ ok: false, error: { code: 'ON_AGENDA' } });
    const gone = await on
      .as('wang')
      .call('proposals.submit', { clientId: freshId(), text: '写错了', placeId: 'xingfuli' });
    await on
      .as('wang')
      .call('proposals.withdraw', { clientId: freshId(), id: gone.id, revision: gone.revision });
    expect(await sign('wang', gone.id)).toMatchObject({ ok: false, error: { code: 'PROPOSAL_STAGE' } });
  });

  it('[CALL-2] a signature whose call broke off before the count is counted by the timer', async () => {
    const id = await on.shared('zhao', '围墙要修');
    for (const by of OWNERS.slice(0, 4)) await sign(by, id);
    // Everything after the signature's own commit is lost.
    const fault = cloud.cloud.faults.on({
      action: /^database\.commitTransaction/,
      nth: 1,
      then: 'fail-after',
    });
    await sign('heJing', id);
    expect(fault.hits).toBe(1);
    cloud.cloud.faults.reset();
    expect(await seen('wang', id)).toMatchObject({ state: 'collecting', signatures: 5 });
    await cloud.cloud.fireTimer('timer');
    expect(await seen('wang', id)).toMatchObject({ state: 'reached', signatures: 5 });
  });
});

describe('a demand in a community', () => {
  it('[CALL-1] [PATH-7] counts adults, households and delegates each for themselves, where they are', async () => {
    const id = await on.shared('feng', '社区要不要建食堂', 'lantian');
    const { items } = await on.as('feng').call('callings.ofProposal', { proposalId: id });
    const assembly = items.find(({ body }) => body === 'residents-assembly');
    expect(assembly?.lines.map(({ by }) => by)).toEqual(['persons', 'homes']);
    expect(items.map(({ body }) => body)).not.toContain('residents-delegates');
    const signed = await on
      .as('feng')
      .call('callings.sign', { clientId: freshId(), proposalId: id, body: 'residents-assembly' });
    const mine = signed.items.find(({ body }) => body === 'residents-assembly');
    expect(mine?.lines.map(({ supporters }) => supporters)).toEqual([1, 1]);
  });
});

describe('a demand whose signers or neighbours change', () => {
  const recorded = (keys: readonly string[], owner: { key: string; name: string }) => {
    const rows = register.filter(([key]) => keys.includes(key));
    const homes = rows.map(([, row]) => ({ ...row, holding: 'owner' as const, owners: [owner] }));
    return on.as('secretary').call('members.recordHomes', { clientId: freshId(), homes });
  };
  /** Other owners of 幸福里, of whom nobody is in the app. */
  const OTHERS = [
    ...['1-1-202', '1-2-202', '1-2-301', '1-2-302', '2-2-101', '2-2-102', '2-2-202', 'shop'],
    ...['101', '102', '201', '202', '301', '302'].map((floor) => `2-1-${floor}`),
  ];

  it('[CALL-7] counts who still is of the body, says how many fell away, and is reached also by fewer neighbours', async () => {
    const id = await on.shared('zhou', '围墙外面要修路');
    for (const by of ['wang', 'zhao', 'heJing', 'liuDeming'] as const) await sign(by, id);
    expect(await seen('zhou', id)).toMatchObject({ signatures: 4, fallen: 0, lines: [{ supporters: 4 }] });
    // One leaves the app, one moves away, one has sold: the register knows, and nobody has ended their tie.
    const { personId } = yard.people.wang;
    await on.as('wang').call('privacy.leave', { clientId: freshId(), personId, sure: true });
    const home = { clientId: freshId(), homeId: yard.homes['1-1-302'] };
    await on.as('heJing').call('members.leaveHome', home);
    await recorded(['1-1-201'], { key: 'new', name: '新业主' });
    await cloud.advance(61_000);
    const now = await seen('zhou', id);
    expect(now).toMatchObject({ state: 'collecting', signatures: 1, fallen: 3, lines: [{ supporters: 1 }] });
    expect(now?.names).toEqual(['刘德明']);
    await sign('zhou', id);
    expect(await seen('zhou', id)).toMatchObject({
      state: 'collecting',
      lines: [{ supporters: 2, missing: 3 }],
    });
    // Fourteen owners sell to one: two of nine are a fifth, and nobody has to sign for that.
    await recorded(OTHERS, { key: 'big', name: '大业主' });
    await cloud.advance(HOUR + 61_000);
    await cloud.cloud.fireTimer('timer');
    expect(await seen('zhou', id)).toMatchObject({
      ...{ state: 'reached', signatures: 2, fallen: 3 },
      lines: [{ supporters: 2, all: 9, missing: 0 }],
    });
    // What was reached stays as it was on its day.
    await recorded(['2-1-101'], { key: 'small', name: '小业主' });
    await cloud.advance(HOUR);
    expect(await seen('zhou', id)).toMatchObject({ state: 'reached', lines: [{ all: 9, missing: 0 }] });
  });
});

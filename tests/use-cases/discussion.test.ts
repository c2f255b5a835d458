import type { CallRequest } from '@contract/calls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { inboxOf } from '../support/inbox';

let cloud: TestCloud;
let yard: SmallCommunity;
let subjectId: string;

type PersonKey = keyof SmallCommunity['people'];
type Post = CallRequest<'discussion.post'>;

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
const propose = async (person: PersonKey, text: string) =>
  (await as(person).call('proposals.submit', { clientId: freshId(), text })).id;
const post = (person: PersonKey, text: string, more: Partial<Post> = {}) =>
  as(person).call('discussion.post', {
    ...{ clientId: freshId(), subjectKind: 'proposal', subjectId, stance: 'for', text },
    ...more,
  });
const list = (person: PersonKey, more: Partial<CallRequest<'discussion.list'>> = {}) =>
  as(person).call('discussion.list', { subjectKind: 'proposal', subjectId, ...more });
const opinion = async (person: PersonKey, id: string) =>
  (await list(person)).items.find((item) => item.id === id);
const hide = (person: PersonKey, id: string, reason = '说的是别人的私事') =>
  as(person).call('discussion.hide', { clientId: freshId(), id, reason });
const held = async (person: PersonKey, placeId = 'lantian') =>
  (await as(person).call('discussion.heldTexts', { placeId })).items;
const moderate = (person: PersonKey, subject: { kind: 'proposal' | 'opinion'; id: string }, show: boolean) =>
  as(person).call('discussion.moderate', { clientId: freshId(), subject, show, reason: '看过了' });
const inbox = async (person: PersonKey) =>
  (await inboxOf(cloud, yard.people[person].openid)).map(({ title, body }) => `${title}：${body}`);

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  subjectId = await propose('wang', '院子里装充电桩');
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

describe('speaking', () => {
  it('[TALK-1] [BAL-11] takes opinions for, neutral and against, also of tenants, and answers to them', async () => {
    const first = await post('tenant', '电动车多，应该装', { stance: 'for' });
    await post('zhou', '要看装在哪里', { stance: 'neutral' });
    await post('zhao', '怕起火', { stance: 'against' });
    const answer = await post('wang', '离楼远一点就好', { replyTo: first.id });
    expect(answer).toMatchObject({
      replyTo: { id: first.id, authorName: '郑浩' },
      mine: true,
      text: '离楼远一点就好',
    });
    const deeper = await post('zhao', '离楼多远？', { replyTo: answer.id, stance: 'neutral' });
    const all = await list('buyer');
    expect(all.counts).toEqual({ for: 1, neutral: 1, against: 1 });
    expect(all.items.map((item) => item.authorName).sort()).toEqual(['周素珍', '赵国强', '郑浩'].sort());
    const thread = all.items.find((item) => item.id === first.id);
    expect(thread?.replies.map((reply) => reply.id)).toEqual([answer.id, deeper.id]);
    expect((await list('buyer', { stance: 'against' })).items.map((item) => item.text)).toEqual(['怕起火']);
    expect(await inbox('tenant')).toContain('王桂兰回复了您：离楼远一点就好');
  });

  it('[IDM-1] keeps one opinion of the same call sent twice', async () => {
    const input = {
      clientId: freshId(),
      subjectKind: 'proposal',
      subjectId,
      stance: 'for',
      text: '说一遍',
    } as const;
    const [a, b] = await Promise.all([
      as('zhou').call('discussion.post', input),
      as('zhou').call('discussion.post', input),
    ]);
    expect(a.id).toBe(b.id);
    expect((await list('zhou')).items.filter((item) => item.text === '说一遍')).toHaveLength(1);
  });

  it('[SEC-11] is for people of the place, and answers stay under their own subject', async () => {
    await expect(post('feng', '别的小区')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(list('stranger')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(post('zhou', '没有这件', { subjectId: 'nothing' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const motion = { subjectKind: 'motion', subjectId: 'nothing' } as const;
    await expect(post('zhou', '没有这个表决', motion)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const other = await propose('zhou', '另外一件事');
    const there = await post('zhou', '那边的话', { subjectId: other });
    await expect(post('zhou', '串了', { replyTo: there.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('[PRO-5] goes on under the proposal that another was merged into, with what was said there', async () => {
    const kept = await propose('wang', '修大门');
    const double = await propose('liuFang', '大门坏了');
    await post('zhou', '早该修了', { subjectId: double });
    const merging = { clientId: freshId(), id: double, revision: 1, intoId: kept, reason: '同一件事' };
    await as('secretary').call('proposals.merge', merging);
    const { items } = await list('zhou', { subjectId: kept });
    expect(items.map((item) => item.text)).toEqual(['早该修了']);
    await expect(post('zhou', '还在这里说', { subjectId: double })).rejects.toMatchObject({
      code: 'PROPOSAL_STAGE',
    });
    expect((await list('zhou', { subjectId: double })).can.post).toBe('PROPOSAL_STAGE');
    const answer = await post('wang', '马上修', { subjectId: kept, replyTo: items[0]?.id });
    expect(answer.replyTo?.authorName).toBe('周素珍');
  });

  it('goes on page by page without losing an opinion of the same instant', async () => {
    const id = await propose('liuDeming', '大家都来说');
    const speakers: PersonKey[] = ['maChunhua', 'maXiaolong', 'heJing'];
    for (const person of speakers)
      for (let n = 0; n < 8; n += 1) await post(person, `第${n}句`, { subjectId: id });
    const first = await list('wang', { subjectId: id });
    const second = await list('wang', { subjectId: id, cursor: first.next });
    const ids = [...first.items, ...second.items].map((item) => item.id);
    expect([new Set(ids).size, ids.length, second.next]).toEqual([24, 24, null]);
  });
});

describe('hiding', () => {
  it('[TALK-2] is done by an office of the place only, with a reason for the log and the author', async () => {
    const { id, can } = await post('zhou', '三楼那家怎样怎样');
    expect(can).toMatchObject({ hide: 'NOT_ALLOWED', show: 'NOT_ALLOWED', reply: null });
    await expect(hide('zhao', id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(hide('otherSecretary', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(hide('secretary', id, ' ')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const hidden = await hide('secretary', id);
    expect(hidden.hidden).toMatchObject({ reason: '说的是别人的私事', by: '陈秀兰' });
    await expect(hide('gridWorker', id)).rejects.toMatchObject({ code: 'ALREADY_HIDDEN' });
    expect(await inbox('zhou')).toContain('您的意见被隐藏：说的是别人的私事');
    const entries = await documentsOf<AuditEntry>(cloud.cloud, 'audit');
    const logged = entries.filter((entry) => entry.action === 'discussion.hide');
    expect(logged).toMatchObject([
      { actorName: '陈秀兰', subject: { id }, facts: { reason: '说的是别人的私事' } },
    ]);
  });

  it('[TALK-3] leaves a mark with the reason and not the text, except for its author and the desk', async () => {
    const { id } = await post('zhou', '藏起来的话');
    await hide('gridWorker', id);
    expect(await opinion('wang', id)).toMatchObject({ text: null, hidden: { reason: '说的是别人的私事' } });
    expect((await opinion('zhou', id))?.text).toBe('藏起来的话');
    expect((await opinion('secretary', id))?.text).toBe('藏起来的话');
    await expect(post('wang', '回一句', { replyTo: id })).rejects.toMatchObject({ code: 'OPINION_HIDDEN' });
    const before = (await list('wang')).counts.for;
    const show = { clientId: freshId(), id, reason: '没有问题' };
    expect((await as('secretary').call('discussion.show', show)).hidden).toBeNull();
    const again = { ...show, clientId: freshId() };
    await expect(as('secretary').call('discussion.show', again)).rejects.toMatchObject({
      code: 'NOT_HIDDEN',
    });
    expect((await opinion('wang', id))?.text).toBe('藏起来的话');
    expect((await list('wang')).counts.for).toBe(before + 1);
  });
});

describe('texts that the content check holds', () => {
  it('[SEC-8] are seen by their author and the desk only, until an officer lets them out', async () => {
    await expect(post('zhou', '测试违规')).rejects.toMatchObject({ code: 'CONTENT_REFUSED' });
    const { id, held: waits } = await post('zhou', '这句测试待审');
    expect(waits).toBe(true);
    expect(await opinion('wang', id)).toBeUndefined();
    expect((await opinion('zhou', id))?.held).toBe(true);
    expect((await held('secretary')).map((text) => text.id)).toContain(id);
    await expect(held('zhou')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(held('otherSecretary')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await moderate('secretary', { kind: 'opinion', id }, true);
    expect((await opinion('wang', id))?.text).toBe('这句测试待审');
    const late = moderate('gridWorker', { kind: 'opinion', id }, false);
    await expect(late).rejects.toMatchObject({ code: 'TEXT_DECIDED' });
    expect(await inbox('zhou')).toContain('您的意见已经公开：这句测试待审');
  });

  it('[SEC-8] [PRO-6] go back to the author of a proposal with the reason, and stay hidden', async () => {
    const id = await propose('zhou', '提议里有测试待审');
    await expect(post('wang', '说什么呢', { subjectId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(post('zhou', '我的提议', { subjectId: id })).rejects.toMatchObject({ code: 'TEXT_HELD' });
    await moderate('secretary', { kind: 'proposal', id }, false);
    const seen = await as('zhou').call('proposals.detail', { id });
    expect(seen).toMatchObject({
      stage: 'returned',
      held: true,
      returned: { reason: '看过了', by: '陈秀兰' },
    });
    await expect(as('wang').call('proposals.detail', { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await held('secretary')).map((text) => text.id)).not.toContain(id);
  });

  it('[SEC-8] are asked about again when the check did not answer', async () => {
    const silent = () =>
      cloud.cloud.faults.on({ action: 'openapi.security.msgSecCheck', then: 'fail', times: Infinity });
    const fault = silent();
    const plain = await post('zhou', '检查没有回答');
    const risky = await post('zhou', '没有回答的测试违规');
    const doubtful = await post('zhou', '没有回答的测试待审');
    const proposal = await propose('zhou', '没有回答的提议');
    expect([plain.held, risky.held, doubtful.held]).toEqual([true, true, true]);
    await cloud.cloud.fireTimer('timer');
    expect(await opinion('wang', plain.id)).toBeUndefined();
    fault.remove();
    await cloud.cloud.fireTimer('timer');
    expect((await opinion('wang', plain.id))?.text).toBe('检查没有回答');
    expect(await opinion('wang', risky.id)).toMatchObject({ text: null, hidden: { by: '内容检查' } });
    expect(await opinion('wang', doubtful.id)).toBeUndefined();
    expect((await held('secretary')).find((text) => text.id === doubtful.id)?.held).toBe('review');
    expect((await as('wang').call('proposals.detail', { id: proposal })).held).toBe(false);
  });

  it('[SEC-8] are left to an officer once the check cannot be asked about their author any more', async () => {
    const fault = cloud.cloud.faults.on({
      action: 'openapi.security.msgSecCheck',
      then: 'fail',
      times: Infinity,
    });
    const { id } = await post('heYonggui', '写完就走了');
    await cloud.advance(2 * 3_600_000 + 1);
    await cloud.cloud.fireTimer('timer');
    fault.remove();
    expect((await held('secretary')).find((text) => text.id === id)?.held).toBe('review');
  });
});

describe('hostile input', () => {
  const good = { clientId: 'abcdefgh', subjectKind: 'proposal', subjectId: 'a', stance: 'for', text: '好' };
  const rubbish: [what: string, input: unknown, field: string][] = [
    ['nothing', {}, 'clientId'],
    ['a client id that is too short', { ...good, clientId: 'x' }, 'clientId'],
    ['an unknown kind of subject', { ...good, subjectKind: 'poem' }, 'subjectKind'],
    ['a command instead of an id', { ...good, subjectId: { $ne: 1 } }, 'subjectId'],
    ['an unknown stance', { ...good, stance: 'maybe' }, 'stance'],
    ['spaces only', { ...good, text: '  ' }, 'text'],
    ['501 characters', { ...good, text: '长'.repeat(501) }, 'text'],
    ['characters that cannot be seen', { ...good, text: '好\u202E坏' }, 'text'],
    ['a field that only the cloud sets', { ...good, held: null }, '_'],
  ];

  it.each(rubbish)('[SEC-3] is refused with the field: %s', async (_what, input, field) => {
    const before = cloud.cloud.database.stats();
    const answer = await as('zhou').send('discussion.post', input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(Object.keys((!answer.ok && answer.error.fields) || {})).toContain(field);
    expect(cloud.cloud.database.stats()).toEqual(before);
  });
});

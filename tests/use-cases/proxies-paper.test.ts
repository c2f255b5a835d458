import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail, PersonKey } from '../support/motions';
import { type PaperCalls, paperCallsOf } from '../support/papers';
import { type ProxyCalls, proxyCallsOf } from '../support/proxies';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let to: ProxyCalls;
let papers: PaperCalls;
let motion: Detail;
let wang: string;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await proxyCallsOf(cloud, yard);
  papers = await paperCallsOf(cloud, yard);
  motion = await to.poll();
  wang = await to.on.voterOf('wang', motion.id);
});
afterAll(() => cloud.close());

const idOf = (person: PersonKey) => yard.people[person].personId;
const enter = (entryId: string, holder: PersonKey, by: PersonKey = 'secretary', wholeMeeting = false) =>
  to
    .as(by)
    .call('proxies.enterPaper', to.enterInput(motion.id, entryId, { wholeMeeting, holderId: idOf(holder) }));
const confirm = (
  { proxyId, number }: { proxyId: string; number: number },
  holder: PersonKey,
  by: PersonKey = 'gridWorker',
) =>
  to.as(by).call('proxies.confirmPaper', {
    ...{ clientId: freshId(), proxyId, number, wholeMeeting: false, holderId: idOf(holder) },
  });

describe('a proxy on paper', () => {
  it('[PROXY-8] is entered by one officer, read blind by another, and lets its holder cast from then on', async () => {
    const { items } = await to
      .as('secretary')
      .call('proxies.voters', { motionId: motion.id, search: '1单元 201' });
    expect(items).toMatchObject([{ label: '幸福里1栋1单元201', may: null }, {}]);
    const { items: named } = await to
      .as('secretary')
      .call('proxies.holders', { motionId: motion.id, name: '周' });
    expect(named).toEqual([{ id: idOf('zhou'), name: '周素珍', homes: ['幸福里1栋1单元1**'] }]);
    const row = await enter(wang, 'zhou');
    expect(row).toMatchObject({
      state: 'entered',
      mine: true,
      can: { confirm: 'PAPER_SAME_OFFICER', reject: null },
    });
    const waiting = (await to.as('gridWorker').call('proxies.papers', { motionId: motion.id })).items;
    expect(waiting).toMatchObject([{ photos: [to.photo], can: { confirm: null } }]);
    expect(JSON.stringify(waiting)).not.toContain('周素珍');
    expect((await to.seen('zhou', motion.id)).held).toEqual([]);
    await expect(confirm(row, 'zhou', 'secretary')).rejects.toMatchObject({ code: 'PAPER_SAME_OFFICER' });
    expect(await confirm(row, 'zhou')).toMatchObject({ state: 'accepted', photos: [] });
    await to.as('zhou').call('proxies.cast', to.castInput(motion.id, wang, 'yes'));
    expect(await to.ballot(motion.id, wang)).toMatchObject({ castBy: null, proxy: { holderName: '周素珍' } });
    const titles = (await inboxOf(cloud, yard.people.wang.openid)).map(({ title }) => title);
    for (const title of ['登记了您的委托书', '委托书核对过了', '有人代您投了票'])
      expect(titles).toContain(`${title}：${motion.title}`);
    expect((await to.on.detail('wang', motion.id)).mine[0]?.ballot?.channelWords).toContain(
      '周素珍按委托代投',
    );
  });

  it('[PROXY-8] [PROXY-6] is taken back by the voter’s people, and then none is taken from them on paper', async () => {
    const given = await to.given('wang', motion.id);
    expect(given).toMatchObject({ channel: 'paper', state: 'accepted', can: { withdraw: null } });
    await to.end('wang', given);
    const cast = to.as('zhou').call('proxies.cast', to.castInput(motion.id, wang, 'no', 1));
    await expect(cast).rejects.toMatchObject({ code: 'PROXY_ENDED' });
    await expect(enter(wang, 'zhao')).rejects.toMatchObject({ code: 'PROXY_OBJECTED' });
    // On the phone they still can; and their own ballot goes over what was cast.
    expect(await to.offer(motion.id, 'wang', 'zhou')).toMatchObject({ number: 2 });
    expect(await to.on.cast('wang', motion.id, 'abstain', 1)).toMatchObject({ applied: true, revision: 2 });
  });

  it('[PROXY-8] that the two read differently, or that is sent back, stands for nothing and can be entered anew', async () => {
    const zhao = await to.on.voterOf('zhao', motion.id);
    const row = await enter(zhao, 'zhou');
    expect(await confirm(row, 'liuFang')).toMatchObject({ state: 'differed' });
    const again = await enter(zhao, 'zhou', 'gridWorker');
    const reject = { clientId: freshId(), proxyId: again.proxyId, number: again.number, reason: '没有签字' };
    expect(await to.as('residentsCommittee').call('proxies.rejectPaper', reject)).toMatchObject({
      state: 'rejected',
    });
    expect(await to.given('zhao', motion.id)).toMatchObject({ state: 'rejected', reason: '没有签字' });
    expect((await to.seen('zhou', motion.id)).held).toEqual([]);
    const { proxyId, number } = await enter(zhao, 'zhou');
    const back = { clientId: freshId(), proxyId, number, reason: '登记错了' };
    expect(await to.as('secretary').call('proxies.rejectPaper', back)).toMatchObject({
      number: 3,
      state: 'rejected',
    });
  });

  it('[PROXY-8] [PROXY-2] is not handled by its holder, the voter’s own people or other offices', async () => {
    const wu = (await to.as('secretary').call('proxies.voters', { motionId: motion.id, search: '2单元 102' }))
      .items[0];
    const entryId = wu?.entryId ?? '';
    await expect(enter(entryId, 'gridWorker', 'gridWorker')).rejects.toMatchObject({ code: 'PROXY_OFFICER' });
    const own = await to.on.voterOf('zhou', motion.id);
    await expect(enter(own, 'zhao', 'zhou')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(enter(entryId, 'propertyManager')).rejects.toMatchObject({ code: 'PROXY_MANAGER' });
    await expect(enter(entryId, 'stranger')).rejects.toMatchObject({ code: 'PROXY_OUTSIDE' });
    await expect(enter(entryId, 'zhou', 'propertyManager')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(enter(entryId, 'zhou', 'otherSecretary')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const row = await enter(entryId, 'gridWorker');
    await expect(confirm(row, 'gridWorker')).rejects.toMatchObject({ code: 'PROXY_OFFICER' });
  });
});

describe('the form to print', () => {
  const show = (by: PersonKey, asked: object) =>
    to.as(by).send('documents.show', { clientId: freshId(), kind: 'proxy-form', id: motion.id, ...asked });

  it('[PROXY-12] is filled in for the voter’s own people and the officers, and blank for everybody else there', async () => {
    const own = await show('wang', { entryId: wang });
    const words = JSON.stringify(own);
    for (const part of [
      motion.title,
      '幸福里1栋1单元102 等2套',
      '预表决',
      '受托人签名',
      '最多接受3份',
      '只委托这一件表决',
      '随时收回',
    ])
      expect(words).toContain(part);
    expect(own).toMatchObject({ ok: true, data: { name: '委托书' } });
    expect(await show('secretary', { entryId: wang })).toMatchObject({ ok: true });
    expect(await show('liuDeming', { entryId: wang })).toMatchObject({
      ok: false,
      error: { code: 'NOT_ALLOWED' },
    });
    const blank = JSON.stringify(await show('liuDeming', {}));
    expect(blank).toContain('＿＿＿');
    expect(blank).not.toContain('1单元102');
    expect(await show('wang', { entryId: wang, part: 2 })).toMatchObject({
      ...{ ok: false, error: { code: 'DOCUMENT_PART' } },
    });
    expect(await show('stranger', {})).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('beside paper', () => {
  it.each([
    ['first', 'PAPER_STANDS', 'no'],
    ['latest', 'ok', 'yes'],
  ] as const)(
    '[PROXY-10] [PROXY-16] a ballot by proxy after a paper counts as a phone’s would (%s)',
    async (precedence, code, counts) => {
      const vote = await papers.poll(precedence);
      const held = await to.entrusted(vote.id, 'wang', 'zhou');
      await papers.taken(vote.id, held.entryId, 'no');
      await cloud.advance(60_000);
      const cast = await to.as('zhou').send('proxies.cast', to.castInput(vote.id, held.entryId, 'yes'));
      expect(cast.ok ? 'ok' : cast.error.code).toBe(code);
      expect(await to.ballot(vote.id, held.entryId)).toMatchObject({ choice: counts });
      // Nor is one given, where the paper that came first would never let its holder cast (PROXY-16).
      await to.end('wang', held);
      const offer = (await to.seen('wang', vote.id)).given[0]?.can.offer;
      expect(offer).toBe(precedence === 'first' ? 'PAPER_STANDS' : null);
    },
  );

  it('[PROXY-10] [PAP-10] what was cast by proxy stands again when the paper over it is objected to', async () => {
    const vote = await papers.poll('latest');
    const held = await to.entrusted(vote.id, 'wang', 'zhou');
    await to.as('zhou').call('proxies.cast', to.castInput(vote.id, held.entryId, 'yes'));
    await cloud.advance(60_000);
    await papers.taken(vote.id, held.entryId, 'no');
    await papers.object('wang', vote.id, held.entryId);
    expect(await to.ballot(vote.id, held.entryId)).toMatchObject({
      ...{ choice: 'yes', revision: 3, proxy: { holderName: '周素珍' } },
    });
    await papers.on.cast('wang', vote.id, 'abstain', 3);
    expect(await to.ballot(vote.id, held.entryId)).toMatchObject({ choice: 'abstain', revision: 4 });
  });
});

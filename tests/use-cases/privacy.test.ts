import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonDocument } from '../../cloudfunctions/kernel/person';
import { documentsOf } from '../support/documents';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail } from '../support/motions';
import { type ProxyCalls, proxyCallsOf } from '../support/proxies';
import { rollCallsOf } from '../support/rolls';
import { codeOf } from '../support/wangs-paper';
import { freshId, signInAs, smallCommunity, type SmallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let to: ProxyCalls;
let vote: Detail;
let wang: string;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await proxyCallsOf(cloud, yard);
  vote = await to.poll();
  wang = await to.on.voterOf('wang', vote.id);
  await to.on.cast('wang', vote.id, 'yes');
  await to.as('wang').call('members.updateProfile', { clientId: freshId(), phone: '13900000001' });
  await to.on.shared('wang', '楼道的灯坏了');
});
afterAll(() => cloud.close());

const leave = (clientId = freshId(), personId = yard.people.wang.personId) =>
  to.as('wang').send('privacy.leave', { clientId, personId, sure: true });
const personOf = async (id: string) =>
  (await documentsOf<PersonDocument>(cloud.cloud, 'persons')).find(({ _id }) => _id === id);
/** What must not move: everything of the vote and the log, as it lies in the database. */
const records = async () => {
  const kept = await Promise.all(
    (['rolls', 'roll_entries', 'ballots', 'papers', 'proxies', 'motions'] as const).map((name) =>
      documentsOf(cloud.cloud, name),
    ),
  );
  return JSON.stringify(kept);
};

describe('a copy of one’s data', () => {
  it('[KEEP-1] has what is stored, in words, and nothing of anybody else', async () => {
    const held = await to.entrusted(vote.id, 'zhao', 'zhou');
    expect(held.voterLabel).toContain('201');
    const id = await to.on.shared('zhao', '车棚要重建');
    const demand = { clientId: freshId(), proposalId: id, body: 'owners' as const };
    await to.as('wang').call('callings.sign', demand);
    const coming = await rollCallsOf(cloud, to.on).coming();
    await rollCallsOf(cloud, to.on).challenge('wang', coming.id, '我家的面积写少了');
    const { text, fileName } = await to.as('wang').call('privacy.copy', {});
    expect(fileName).toBe('我的信息 2026-03-02.json');
    const copy = JSON.parse(text) as Record<string, unknown>;
    expect(copy).toMatchObject({
      称呼: '王桂兰',
      手机号: '13900000001',
      投票: [{ 表决: vote.title, 投的是: '同意' }],
    });
    expect(copy.联名要求开会).toEqual([{ 时间: '2026-03-02 09:00' }]);
    expect(copy.名册异议).toMatchObject([{ 内容: '我家的面积写少了' }]);
    expect(copy.提议).toMatchObject([{ 内容: '楼道的灯坏了' }]);
    expect((copy.房屋 as unknown[]).length).toBe(2);
    for (const other of ['赵国强', yard.people.wang.openid, 'salt', 'ownerKey'])
      expect(text).not.toContain(other);
    const zhou = await to.as('zhou').call('privacy.copy', {});
    expect(JSON.parse(zhou.text)).toMatchObject({
      接受的委托: [{ 委托人: '赵国强', 状态: '已生效' }],
      投票: [],
    });
  });
});

describe('leaving', () => {
  it('[KEEP-2] waits until offices are handed back and others’ ballots too', async () => {
    const officer = await to.as('secretary').call('privacy.leaving', {});
    expect(officer.can.leave).toBe('LEAVE_OFFICE');
    const asked = { clientId: freshId(), personId: officer.personId, sure: true };
    const tried = await to.as('secretary').send('privacy.leave', asked);
    expect(tried).toMatchObject({ ok: false, error: { code: 'LEAVE_OFFICE' } });
    const { held } = await to.seen('zhou', vote.id);
    expect(held).toHaveLength(1);
    const given = await to.entrusted(vote.id, 'liuDeming', 'wang');
    expect((await to.as('wang').call('privacy.leaving', {})).can.leave).toBe('LEAVE_PROXY');
    await to.end('wang', given);
    const unsure = await to.as('wang').send('privacy.leave', { ...asked, sure: false });
    expect(unsure).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  it('[KEEP-3] [KEEP-2] says what stays and why before and after, and moves no roll, ballot or log', async () => {
    const before = await to.as('wang').call('privacy.leaving', {});
    expect(before).toMatchObject({ left: false, can: { leave: null } });
    expect(before.stays.map(({ why }) => why).join('')).toMatch(/至少保存三年/);
    const kept = await records();
    const log = (await documentsOf(cloud.cloud, 'audit')).length;
    expect((await inboxOf(cloud, yard.people.wang.openid)).length).toBeGreaterThan(0);
    const clientId = freshId();
    expect(await leave(clientId)).toMatchObject({ ok: true, data: { left: true, stays: before.stays } });
    // Sent again, as a visitor by now, it is answered like the first.
    expect(await leave(clientId)).toMatchObject({ ok: true, data: { left: true } });
    expect(await leave()).toMatchObject({ ok: true, data: { left: true } });
    expect(await records()).toBe(kept);
    expect((await documentsOf(cloud.cloud, 'audit')).length).toBe(log + 1);
    const id = yard.people.wang.personId;
    const gone = await personOf(id);
    expect(gone).toMatchObject({
      openid: '',
      name: '已注销',
      phoneCipher: null,
      ties: [],
      offices: [],
      places: [],
    });
    for (const name of ['inbox', 'claims', 'subscriptions'] as const) {
      const rows = await documentsOf<{ _id: string; personId?: string }>(cloud.cloud, name);
      expect(rows.filter((row) => row.personId === id || row._id === id)).toEqual([]);
    }
    expect((await to.as('wang').call('members.me', {})).name).toBeNull();
    await expect(to.on.detail('wang', vote.id)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('[KEEP-4] makes somebody new of whoever signs in again, once, however parallel', async () => {
    const openid = yard.people.wang.openid;
    const ids = await Promise.all([1, 2].map(() => signInAs(cloud, openid, '王桂兰')));
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).not.toBe(yard.people.wang.personId);
    const me = await to.as('wang').call('members.me', {});
    expect(me).toMatchObject({ personId: ids[0], name: '王桂兰', ties: [], hasPhone: false, unread: 0 });
    expect(JSON.parse((await to.as('wang').call('privacy.copy', {})).text)).toMatchObject({
      投票: [],
      提议: [],
      房屋: [],
    });
    // And goes again, and comes again.
    expect(await leave(freshId(), ids[0])).toMatchObject({ ok: true, data: { left: true } });
    expect(await signInAs(cloud, openid, '王桂兰')).not.toBe(ids[0]);
  });

  it('[KEEP-6] does not make them leave by a call of before that comes late, and nobody by another’s', async () => {
    const { personId } = await to.as('wang').call('members.me', {});
    const first = yard.people.wang.personId;
    // What it was for has been done: the answer is that of then.
    expect(await leave(freshId(), first)).toMatchObject({ ok: true, data: { left: true, personId: first } });
    expect((await to.as('wang').call('privacy.leaving', {})).personId).toBe(personId);
    expect(codeOf(await leave(freshId(), yard.people.zhao.personId))).toBe('STALE');
    const visitor = { clientId: freshId(), personId: first, sure: true };
    expect(codeOf(await cloud.as('o_nobody').send('privacy.leave', visitor))).toBe('NOT_SIGNED_IN');
    expect((await to.as('wang').call('members.me', {})).name).toBe('王桂兰');
    expect((await to.as('zhao').call('members.me', {})).name).toBe('赵国强');
  });

  it('[KEEP-3] counts the ballot that was cast, and forgets the homes once that is done', async () => {
    const id = yard.people.wang.personId;
    expect((await personOf(id))?.formerTies).toHaveLength(2);
    expect(await to.ballot(vote.id, wang)).toMatchObject({ choice: 'yes', castBy: id });
    await to.on.count(vote);
    const tally = await to.as('zhao').call('motions.tally', { id: vote.id });
    expect(tally.cast[0]).toMatchObject({ choice: 'yes', heads: 1 });
    await cloud.advance(2 * 3_600_000);
    await cloud.cloud.fireTimer('timer');
    expect(await personOf(id)).toMatchObject({ formerTies: [] });
    expect(await personOf(id)).not.toHaveProperty('forgetAt');
  });
});

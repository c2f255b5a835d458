import { EJSON } from 'bson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import { earlierSealHash } from '../../cloudfunctions/modules/audit/seal';
import { sealsOf } from '../support/audit-forgery';
import { documentsOf, inserted, removed } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;

interface Entry {
  _id: string;
  action: string;
  actorId: string;
  sealed: boolean;
  at: number;
  path: string[];
  subject: { kind: string; id: string };
}
interface Seal {
  number: number;
  entryIds: string[];
  hash: string;
  previous: string;
}

const secretary = () => cloud.as(yard.people.secretary.openid);
const entries = () => documentsOf<Entry>(cloud.cloud, 'audit');
const seals = async () =>
  (await documentsOf<Seal>(cloud.cloud, 'audit_seals')).sort((a, b) => a.number - b.number);
const check = () => secretary().call('audit.check', { from: 1 });

/** Writes past the application, as somebody with the database's password could. */
async function tamper(collectionName: string, id: string, data: object): Promise<void> {
  await cloud.cloud.database.handle({
    action: 'database.modifyDocument',
    collectionName,
    query: JSON.stringify({ _id: id }),
    queryType: 'DOC',
    data: EJSON.stringify({ $set: data }, { relaxed: false }),
    multi: false,
    merge: true,
    upsert: false,
  });
}

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterAll(() => cloud.close());

describe('audit entries', () => {
  it('[AUD-2] say who did what to which document, in which place and when', async () => {
    const proposal = await cloud
      .as(yard.people.wang.openid)
      .call('proposals.submit', { clientId: freshId(), text: '楼道灯不亮' });
    const entry = (await entries()).find((one) => one.subject.id === proposal.id);
    expect(entry).toMatchObject({
      action: 'proposals.submit',
      actorId: yard.people.wang.personId,
      at: cloud.cloud.clock.now(),
      subject: { kind: 'proposal' },
    });
    expect(entry?.path.at(-1)).toBe('xingfuli');
    expect(JSON.stringify(entry)).not.toContain(yard.people.wang.openid);
  });

  it('[AUD-4] are not written twice for a call that is sent twice', async () => {
    const input = { clientId: freshId(), text: '院坝积水' };
    const wang = cloud.as(yard.people.wang.openid);
    const { id } = await wang.call('proposals.submit', input);
    await wang.call('proposals.submit', input);
    expect((await entries()).filter((one) => one.subject.id === id)).toHaveLength(1);
  });

  it('[AUD-1] are absent where the change failed', async () => {
    const before = (await entries()).length;
    const wang = cloud.as(yard.people.wang.openid);
    const fault = cloud.cloud.faults.on({
      action: 'database.insertDocument',
      collection: 'audit',
      then: 'fail',
    });
    await expect(
      wang.call('proposals.submit', { clientId: freshId(), text: '写到一半' }),
    ).rejects.toMatchObject({
      code: 'INTERNAL',
    });
    fault.remove();
    expect(await entries()).toHaveLength(before);
    const { items } = await wang.call('proposals.mine', {});
    expect(items.map((item) => item.title)).not.toContain('写到一半');
  });

  it('[AUD-2] are read with the name and the page of what they are about', async () => {
    const wang = cloud.as(yard.people.wang.openid);
    const { id } = await wang.call('proposals.submit', { clientId: freshId(), text: '东门加一盏灯' });
    const { items } = await secretary().call('audit.entries', { placeId: 'xingfuli' });
    const line = items.find((one) => one.subject.id === id);
    expect(line).toMatchObject({
      title: '东门加一盏灯',
      link: `/packages/proposals/detail/index?id=${id}`,
    });
    const nameless = items.find((one) => one.subject.kind === 'register');
    expect(nameless).toMatchObject({ title: null, link: null });
  });

  it('[SEC-11] are read by the offices of the place and by nobody else', async () => {
    const read = (openid: string) => cloud.as(openid).call('audit.entries', { placeId: 'xingfuli' });
    expect((await read(yard.people.secretary.openid)).items.length).toBeGreaterThan(0);
    await expect(read(yard.people.otherSecretary.openid)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(read(yard.people.wang.openid)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('the chain of seals', () => {
  it('[AUD-3] covers every entry once, and sealing again adds nothing', async () => {
    await cloud.cloud.fireTimer('timer');
    await cloud.cloud.fireTimer('timer');
    const all = await entries();
    expect(all.every((entry) => entry.sealed)).toBe(true);
    const sealed = (await seals()).flatMap((seal) => seal.entryIds);
    expect(sealed.sort()).toEqual(all.map((entry) => entry._id).sort());
    expect(await check()).toMatchObject({ brokenAt: null, entries: all.length });
  });

  it('[AUD-3] shows where an entry was changed, and is whole again when it is put back', async () => {
    const [first] = await seals();
    const id = first?.entryIds[0] ?? '';
    const before = (await entries()).find((entry) => entry._id === id);
    await tamper('audit', id, { action: 'proposals.withdraw' });
    expect((await check()).brokenAt).toBe(1);
    await tamper('audit', id, { action: before?.action });
    expect((await check()).brokenAt).toBeNull();
  });

  it('[AUD-3] shows where a seal was taken out or made to follow another', async () => {
    const all = await seals();
    expect(all.length).toBeGreaterThan(1);
    await tamper('audit_seals', 'seal-2', { previous: 'f'.repeat(64) });
    expect((await check()).brokenAt).toBe(2);
    await tamper('audit_seals', 'seal-2', { previous: all[0]?.hash });
    expect((await check()).brokenAt).toBeNull();
  });

  it('[AUD-3] has nothing to say of seals that are not there yet', async () => {
    const beyond = await secretary().call('audit.check', { from: 9999 });
    expect(beyond).toMatchObject({ entries: 0, brokenAt: null, next: null });
  });

  it('[AUD-3] still fits a seal from before seals kept the hash of their entries, and shows where that was changed', async () => {
    const last = (await sealsOf(cloud)).at(-1);
    const stored = new Map(
      (await documentsOf<AuditEntry>(cloud.cloud, 'audit')).map((one) => [one._id, one]),
    );
    const held = last?.entryIds.flatMap((id) => stored.get(id) ?? []) ?? [];
    if (!last || held.length === 0) throw new Error('no seal holds anything');
    const { content: _content, ...plain } = last;
    const hash = earlierSealHash(last.number, last.previous, held);
    const replace = async (seal: object, head: string) => {
      await removed(cloud, 'audit_seals', last._id);
      await inserted(cloud, 'audit_seals', seal);
      await tamper('settings', 'audit-head', { hash: head });
    };
    await replace({ ...plain, hash }, hash);
    expect((await check()).brokenAt).toBeNull();
    await tamper('audit', held[0]?._id ?? '', { actorName: '另一个人' });
    expect((await check()).brokenAt).toBe(last.number);
    await tamper('audit', held[0]?._id ?? '', { actorName: held[0]?.actorName });
    await replace({ ...last, content: 'f'.repeat(64) }, last.hash);
    expect((await check()).brokenAt).toBe(last.number);
    await replace(last, last.hash);
    expect((await check()).brokenAt).toBeNull();
  });

  it('[AUD-3] shows where its end was cut off with the seal', async () => {
    const last = (await seals()).at(-1);
    const cut = {
      action: 'database.removeDocument',
      collectionName: 'audit_seals',
      queryType: 'DOC',
      multi: false,
    };
    const before = await documentsOf<Seal & { _id: string }>(cloud.cloud, 'audit_seals');
    const id = before.find(({ number }) => number === last?.number)?._id ?? '';
    await cloud.cloud.database.handle({ ...cut, query: JSON.stringify({ _id: id }) });
    expect((await check()).brokenAt).toBe(last?.number);
    const later = await secretary().call('audit.check', { from: last?.number });
    expect(later.brokenAt).toBe(last?.number);
  });

  it('[AUD-3] begins a stretch at the seal before it', async () => {
    const all = await seals();
    const second = all.find(({ number }) => number === 2);
    await tamper('audit_seals', 'seal-1', { hash: 'f'.repeat(64) });
    expect((await secretary().call('audit.check', { from: 2 })).brokenAt).toBe(2);
    await tamper('audit_seals', 'seal-1', { hash: second?.previous });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { freshId, signInAs, type SmallCommunity, smallCommunity } from '../support/persons';
import { inboxOf } from '../support/inbox';

let cloud: TestCloud;
let yard: SmallCommunity;

type HomeKey = keyof SmallCommunity['homes'];
type PersonKey = keyof SmallCommunity['people'];

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);

async function newcomer(openid: string, name: string) {
  const personId = await signInAs(cloud, openid, name);
  return { openid, personId };
}

const inbox = (openid: string) => inboxOf(cloud, openid);

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterAll(() => cloud.close());

describe('a claim with a proof', () => {
  const withProof = (openid: string, home: HomeKey, registerName: string, relation = 'owner' as const) => {
    const input = { clientId: freshId(), homeId: yard.homes[home], relation, registerName };
    return cloud.as(openid).call('members.claimWithProof', input);
  };
  const pending = async (person: PersonKey, home: HomeKey) => {
    const { items } = await as(person).call('members.claims', { placeId: 'lantian' });
    const found = items.find((item) => item.homeId === yard.homes[home]);
    if (!found) throw new Error(`no claim of ${home}`);
    return found;
  };
  const decide = (
    person: PersonKey,
    { id, revision }: { id: string; revision: number },
    accept: boolean,
    more: { reason?: string; residentKey?: string } = {},
  ) =>
    as(person).call('members.decideClaim', { clientId: freshId(), claimId: id, revision, accept, ...more });

  it('[MEM-4] is accepted by a grid worker, and the person is told', async () => {
    const { openid } = await newcomer('o_proof-a', '小敏');
    const waiting = await withProof(openid, '1-2-202', '业主1-2-202');
    expect(waiting).toMatchObject({ ties: [], claims: [{ state: 'pending' }] });
    expect((await inbox(yard.people.gridWorker.openid)).map(({ kind }) => kind)).toContain('claim');
    const item = await pending('gridWorker', '1-2-202');
    expect(item).toMatchObject({ matches: [{ key: 'o-1-2-202', as: 'owner' }], can: { decide: null } });
    expect(await decide('gridWorker', item, true)).toMatchObject({
      state: 'accepted',
      can: { decide: 'CLAIM_DECIDED' },
    });
    const me = await cloud.as(openid).call('members.me', {});
    expect(me.ties).toMatchObject([{ homeId: yard.homes['1-2-202'], relation: 'owner' }]);
    expect((await inbox(openid)).map((message) => message.title)).toEqual(['幸福里1栋2单元202认领通过']);
  });

  it('[MEM-4] is refused only with a reason, which the person reads', async () => {
    const { openid } = await newcomer('o_proof-b', '小强');
    await withProof(openid, '1-2-301', '业主1-2-301');
    const item = await pending('secretary', '1-2-301');
    await expect(decide('secretary', item, false)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      failure: { fields: { reason: '不同意时请写明理由' } },
    });
    await decide('secretary', item, false, { reason: '照片看不清' });
    const me = await cloud.as(openid).call('members.me', {});
    expect(me).toMatchObject({ ties: [], claims: [{ state: 'refused', reason: '照片看不清' }] });
    expect((await inbox(openid))[0]?.body).toContain('照片看不清');
  });

  it('[MEM-4] is decided by officers of that place only, and seen by them only', async () => {
    const { openid } = await newcomer('o_proof-c', '小丽');
    await withProof(openid, '1-2-302', '业主1-2-302');
    const item = await pending('secretary', '1-2-302');
    await expect(decide('otherSecretary', item, true)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(decide('wang', item, true)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const foreign = as('otherSecretary').call('members.claims', { placeId: 'lantian' });
    await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await decide('secretary', item, false, { reason: '重复' });
  });

  it('[MEM-5] is never decided by whoever made it', async () => {
    await withProof(yard.people.gridWorker.openid, 'liulin-102', '业主liulin-102');
    const own = await pending('gridWorker', 'liulin-102');
    expect(own.can.decide).toBe('OWN_CLAIM');
    await expect(decide('gridWorker', own, true)).rejects.toMatchObject({ code: 'OWN_CLAIM' });
    expect(await decide('secretary', own, true)).toMatchObject({ state: 'accepted' });
  });

  it('[MEM-13] is made once while it waits, and again after it was taken back', async () => {
    const { openid } = await newcomer('o_proof-d', '小刚');
    const first = await withProof(openid, 'liulin-201', '业主liulin-201');
    await expect(withProof(openid, 'liulin-201', '业主liulin-201')).rejects.toMatchObject({
      code: 'CLAIM_PENDING',
    });
    const { items } = await as('secretary').call('members.claims', { placeId: 'lantian' });
    expect(items.filter((item) => item.homeId === yard.homes['liulin-201'])).toHaveLength(1);
    const claimId = first.claims[0]?.id ?? '';
    const takeBack = () => cloud.as(openid).call('members.withdrawClaim', { clientId: freshId(), claimId });
    expect((await takeBack()).claims).toMatchObject([{ state: 'withdrawn' }]);
    await expect(takeBack()).rejects.toMatchObject({ code: 'CLAIM_DECIDED' });
    expect((await withProof(openid, 'liulin-201', '业主liulin-201')).claims).toMatchObject([
      { state: 'pending' },
    ]);
    const foreign = as('wang').call('members.withdrawClaim', { clientId: freshId(), claimId });
    await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('[MEM-4] is decided once, by the first of two officers', async () => {
    const { openid } = await newcomer('o_proof-e', '小雨');
    await withProof(openid, 'liulin-202', '业主liulin-202');
    const { id: claimId, revision } = await pending('secretary', 'liulin-202');
    const ask = (person: PersonKey, accept: boolean) => {
      const input = { clientId: freshId(), claimId, revision, accept, reason: '核对过' };
      return as(person).send('members.decideClaim', input);
    };
    const answers = await Promise.all([ask('secretary', true), ask('gridWorker', false)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const failed = answers.find((answer) => !answer.ok);
    expect(failed).toMatchObject({ error: { code: 'CLAIM_DECIDED' } });
  });

  it('is decided as it was read: a newer one asks to read again', async () => {
    const { openid } = await newcomer('o_proof-f', '小云');
    await withProof(openid, 'sanzu-2', '业主sanzu-2');
    const item = await pending('secretary', 'sanzu-2');
    const stale = { ...item, revision: item.revision + 1 };
    await expect(decide('secretary', stale, true)).rejects.toMatchObject({ code: 'STALE' });
  });

  it('asks the officer which of two of the same name', async () => {
    const namesake = { key: 'twin', name: '马小龙', bornOn: '2001-01-01' };
    const register = await as('secretary').call('members.register', { homeId: yard.homes['1-2-201'] });
    const { placeId, label, area } = register;
    const residents = register.residents.map(({ key, name, bornOn }) => ({
      key,
      name,
      bornOn: bornOn ?? '',
    }));
    const row = {
      ...{ placeId, label, area, use: 'home' as const, areaBasis: 'land-register' as const },
      holding: 'owner' as const,
      owners: register.owners.map(({ key, name }) => ({ key, name })),
      residents: [...residents, namesake],
    };
    await as('secretary').call('members.recordHomes', { clientId: freshId(), homes: [row] });
    const { openid } = await newcomer('o_twin', '小龙');
    const input = {
      clientId: freshId(),
      homeId: yard.homes['1-2-201'],
      relation: 'household-member' as const,
    };
    await cloud.as(openid).call('members.claimWithProof', { ...input, registerName: '马小龙' });
    const item = await pending('secretary', '1-2-201');
    expect(item.matches.map((match) => match.bornIn)).toEqual([1995, 2001]);
    await expect(decide('secretary', item, true)).rejects.toMatchObject({ code: 'NAME_AMBIGUOUS' });
    expect(await decide('secretary', item, true, { residentKey: 'twin' })).toMatchObject({
      state: 'accepted',
    });
  });

  it('wants photos that lie in storage', async () => {
    const { openid } = await newcomer('o_photo', '小照');
    const input = { homeId: yard.homes['sanzu-3'], relation: 'tenant' as const, registerName: '小照' };
    const call = cloud.as(openid).call('members.claimWithProof', {
      clientId: freshId(),
      ...input,
      photos: ['cloud://local-cloud.6c6f-local-cloud-1250000000/nothing.jpg'],
    });
    await expect(call).rejects.toMatchObject({ code: 'PHOTO_UNKNOWN' });
  });

  it('[SEC-8] is refused with a risky text', async () => {
    const { openid } = await newcomer('o_risky-note', '小黑');
    const input = { homeId: yard.homes['sanzu-3'], relation: 'tenant' as const, registerName: '小黑' };
    const call = cloud.as(openid).call('members.claimWithProof', {
      clientId: freshId(),
      ...input,
      note: '测试违规',
    });
    await expect(call).rejects.toMatchObject({ code: 'CONTENT_REFUSED' });
  });
});

import type { CallRequest } from '@contract/calls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';

type Row = CallRequest<'members.recordHomes'>['homes'][number];
type PersonKey = keyof SmallCommunity['people'];
type HomeKey = keyof SmallCommunity['homes'];

let cloud: TestCloud;
let yard: SmallCommunity;

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
const record = (person: PersonKey, ...homes: Row[]) =>
  as(person).call('members.recordHomes', { clientId: freshId(), homes });
const register = (person: PersonKey, home: HomeKey) =>
  as(person).call('members.register', { homeId: yard.homes[home] });

const plain: Row = {
  placeId: 'liulin-1',
  label: '柳林新苑1栋301',
  use: 'home',
  area: 8800,
  areaBasis: 'surveyed',
  holding: 'owner',
  owners: [{ key: 'new-owner', name: '新业主' }],
};

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterAll(() => cloud.close());

describe('recording homes', () => {
  it('[ROLL-8] keeps the area with its basis, and finds the home again by place and label', async () => {
    const { homes } = await record('secretary', plain);
    const again = await record('secretary', { ...plain, area: 8900, areaBasis: 'land-register' });
    expect(again.homes).toEqual(homes);
    const view = await as('secretary').call('members.register', { homeId: homes[0]?.id ?? '' });
    expect(view).toMatchObject({ area: 8900, areaBasis: 'land-register', revision: 2 });
  });

  it('[MEM-12] takes shops and rooms of office buildings, and no home in a community itself', async () => {
    await expect(
      record('secretary', { ...plain, placeId: 'liulin', label: '1号铺', use: 'shop' }),
    ).resolves.toBeDefined();
    const wrong = record('secretary', { ...plain, placeId: 'lantian', label: '散户' });
    await expect(wrong).rejects.toMatchObject({ code: 'PLACE_KIND_WRONG' });
  });

  it('[ROLL-3] [SEC-12] writes nothing of a batch with one wrong row', async () => {
    const before = await documentsOf(cloud.cloud, 'homes');
    const wrong = record('secretary', { ...plain, label: '无主房', owners: [] }, { ...plain, label: '好房' });
    await expect(wrong).rejects.toMatchObject({
      code: 'REGISTER_ROW_WRONG',
      failure: { fields: { 'homes.0.owners': expect.any(String) as string } },
    });
    expect(await documentsOf(cloud.cloud, 'homes')).toEqual(before);
  });

  it('[ROLL-13] keeps the proof of an owner who is not in the land register', async () => {
    const owners = [{ key: 'b1', name: '买受人', registered: false, proof: '合同与交房单' }];
    const { homes } = await record('secretary', { ...plain, label: '未登记房', owners });
    const view = await as('secretary').call('members.register', { homeId: homes[0]?.id ?? '' });
    expect(view.owners).toMatchObject([{ proof: '合同与交房单' }]);
  });

  it('[ROLL-7] keeps the named co-owner and the representative while they stand, and lets them go with the name', async () => {
    const row = {
      ...plain,
      label: '共有房',
      owners: [
        { key: 'p', name: '甲' },
        { key: 'q', name: '乙' },
      ],
      residents: [{ key: 'p', name: '甲', bornOn: '1970-01-01' }],
      namedOwner: { key: 'q', proof: '声明' },
      representativeKey: 'p',
    };
    const { homes } = await record('secretary', row);
    const homeId = homes[0]?.id ?? '';
    const { namedOwner: _named, representativeKey: _chosen, ...rest } = row;
    await record('secretary', { ...rest, area: 1 });
    const kept = await as('secretary').call('members.register', { homeId });
    expect(kept.owners.find((owner) => owner.named)?.key).toBe('q');
    expect(kept.residents.find((resident) => resident.representative)?.key).toBe('p');
    await record('secretary', { ...rest, owners: [{ key: 'p', name: '甲' }], residents: [] });
    const sold = await as('secretary').call('members.register', { homeId });
    expect(sold).toMatchObject({ owners: [{ named: false }], residents: [], namedOwnerProof: null });
  });

  it('is the secretary’s of that community or the administrator’s', async () => {
    await expect(record('otherSecretary', plain)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(record('gridWorker', plain)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('who sees a register row', () => {
  it('[SEC-9] an officer sees all of it', async () => {
    const view = await register('gridWorker', '1-1-102');
    expect(view.residents.find((resident) => resident.key === 'wang-jr')?.bornOn).toBe('2012-06-01');
    expect(view.people).toMatchObject([{ name: '王桂兰', relation: 'owner' }]);
  });

  it('[SEC-9] the household sees its own names, without birthdays and proofs', async () => {
    const view = await register('heYonggui', '1-1-302');
    expect(view.owners.map((owner) => [owner.name, owner.named])).toEqual([
      ['何永贵', false],
      ['何静', true],
    ]);
    expect(view.residents.every((resident) => resident.bornOn === null)).toBe(true);
    expect(view).toMatchObject({ people: [], namedOwnerProof: null });
  });

  it('[SEC-9] a tenant sees the home and nobody’s name', async () => {
    const view = await register('tenant', '1-2-102');
    expect(view).toMatchObject({ owners: [], residents: [], area: 10230 });
    expect(JSON.stringify(view)).not.toContain('吴敏');
  });

  it('[SEC-11] neighbours and other communities see nothing there', async () => {
    for (const person of ['wang', 'stranger', 'otherSecretary'] as const) {
      await expect(register(person, '1-1-301')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('lists homes by label and use only, for whoever looks for their own', async () => {
    const page = await as('newcomer').call('members.homes', { placeId: 'xingfuli-1-1' });
    expect(page.items).toHaveLength(6);
    expect(Object.keys(page.items[0] ?? {}).sort()).toEqual(['id', 'label', 'use']);
    expect(page.can).toEqual({ recordHomes: 'NOT_ALLOWED', issueCodes: 'NOT_ALLOWED' });
  });
});

describe('naming and choosing', () => {
  it('[ROLL-7] records whom the co-owners named, by an officer and with the proof', async () => {
    const input = { homeId: yard.homes['1-1-301'], ownerKey: 'liu-f', proof: '2026-02 声明' };
    const own = as('liuFang').call('members.nameCoOwner', { clientId: freshId(), ...input });
    await expect(own).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const view = await as('secretary').call('members.nameCoOwner', { clientId: freshId(), ...input });
    expect(view.owners.find((owner) => owner.named)?.name).toBe('刘芳');
    const nobody = { clientId: freshId(), ...input, ownerKey: 'wang' };
    await expect(as('secretary').call('members.nameCoOwner', nobody)).rejects.toMatchObject({
      code: 'REGISTER_ROW_WRONG',
    });
    const undone = { clientId: freshId(), ...input, ownerKey: null };
    const free = await as('secretary').call('members.nameCoOwner', undone);
    expect(free.owners.some((owner) => owner.named)).toBe(false);
  });

  it('[MEM-11] has one representative: choosing another takes the place of the first', async () => {
    const choose = (person: PersonKey, residentKey: string | null, home: HomeKey = '1-2-201') => {
      const input = { clientId: freshId(), homeId: yard.homes[home], residentKey };
      return as(person).call('members.chooseRepresentative', input);
    };
    const view = await choose('maXiaolong', 'ma-l');
    expect(view.residents.filter((resident) => resident.representative)).toMatchObject([{ key: 'ma-l' }]);
    expect((await choose('gridWorker', 'ma-h')).residents.filter((one) => one.representative)).toHaveLength(
      1,
    );
    await expect(choose('wang', 'wang-jr', '1-1-102')).rejects.toMatchObject({
      code: 'REGISTER_ROW_WRONG',
      failure: { fields: { residentKey: '户代表要满18周岁' } },
    });
    await expect(choose('wang', 'ma-g')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(choose('tenant', null, '1-2-102')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('[MEM-11] ends with one representative when two are chosen at once', async () => {
    const homeId = yard.homes['1-2-201'];
    const choices = ['ma-g', 'ma-h', 'ma-l'].map((residentKey) =>
      as('maChunhua').call('members.chooseRepresentative', { clientId: freshId(), homeId, residentKey }),
    );
    await Promise.all(choices);
    const view = await register('gridWorker', '1-2-201');
    expect(view.residents.filter((resident) => resident.representative)).toHaveLength(1);
  });
});

describe('the end of a tie', () => {
  it('is made by an officer with a reason that the person reads', async () => {
    const { personId, openid } = yard.people.liuDeming;
    const input = {
      clientId: freshId(),
      personId,
      homeId: yard.homes['1-1-301'],
      reason: '房屋已出售',
      wasTheirs: true,
    };
    await expect(as('liuFang').call('members.removeTie', input)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const view = await as('gridWorker').call('members.removeTie', input);
    expect(view.people.map((person) => person.name)).toEqual(['刘芳']);
    const me = await cloud.as(openid).call('members.me', {});
    expect(me).toMatchObject({ ties: [], places: [] });
    await cloud.cloud.fireTimer('timer');
    const { items } = await cloud.as(openid).call('messages.list', {});
    expect(items).toMatchObject([{ title: '您和幸福里1栋1单元301的关系已解除' }]);
    expect(items[0]?.body).toContain('房屋已出售');
  });

  it('is made by the person, for their own home only', async () => {
    const homeId = yard.homes['1-2-101'];
    const leave = (person: PersonKey) =>
      as(person).call('members.leaveHome', { clientId: freshId(), homeId });
    await expect(leave('feng')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const me = await leave('wang');
    expect(me.ties.map((tie) => tie.label)).toEqual(['幸福里1栋1单元102']);
    await expect(leave('wang')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a home that was sold', () => {
  it('[MEM-15] shows the one who sold it no name of those who live there now, nor lets them choose for the household', async () => {
    await record('secretary', {
      ...plain,
      placeId: 'xingfuli-1-1',
      label: '幸福里1栋1单元101',
      owners: [{ key: 'new-1', name: '新业主甲' }],
      residents: [{ key: 'new-1', name: '新业主甲', bornOn: '1980-01-01' }],
    });
    const homeId = yard.homes['1-1-101'];
    const read = await as('zhou').send('members.register', { homeId });
    expect(JSON.stringify(read)).not.toContain('新业主');
    const choice = { clientId: freshId(), homeId, residentKey: null };
    await expect(as('zhou').call('members.chooseRepresentative', choice)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});

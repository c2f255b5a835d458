import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE } from '../../contract/profile';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;

type PersonKey = keyof SmallCommunity['people'];

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
const add = (person: PersonKey, ...places: Parameters<typeof placesInput>[0]) =>
  as(person).call('members.addPlaces', placesInput(places));

interface NewPlace {
  id?: string;
  kind: 'community' | 'estate' | 'building' | 'unit' | 'office-building' | 'street' | 'park';
  name: string;
  parentId: string;
}

function placesInput(places: NewPlace[]) {
  return { clientId: freshId(), places };
}

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterAll(() => cloud.close());

describe('adding places', () => {
  it('[MEM-12] hangs a batch of parents and children in, each with its path', async () => {
    const { places } = await add(
      'administrator',
      { id: 'xinghe', kind: 'estate', name: '星河湾', parentId: 'lantian' },
      { id: 'xinghe-1', kind: 'building', name: '1栋', parentId: 'xinghe' },
      { kind: 'unit', name: '1单元', parentId: 'xinghe-1' },
    );
    const [, , unit] = places;
    expect(unit?.path).toEqual([...(unit?.path ?? []).slice(0, 4), 'xinghe', 'xinghe-1', unit?.id]);
    const branch = await as('newcomer').call('members.places', { parentId: 'xinghe-1' });
    expect(branch.children.map((place) => place.name)).toEqual(['1单元']);
    expect(branch.above.map((place) => place.name).slice(-2)).toEqual(['星河湾', '1栋']);
  });

  it('[MEM-12] [SEC-12] refuses a kind that does not fit, and writes nothing of its batch', async () => {
    const before = await documentsOf(cloud.cloud, 'places');
    const batch = [
      { kind: 'office-building' as const, name: '写字楼', parentId: 'lantian' },
      { kind: 'unit' as const, name: '悬空单元', parentId: 'lantian' },
    ];
    await expect(add('administrator', ...batch)).rejects.toMatchObject({
      code: 'PLACE_KIND_WRONG',
      failure: { fields: { 'places.1.kind': expect.any(String) as string } },
    });
    expect(await documentsOf(cloud.cloud, 'places')).toEqual(before);
  });

  it('refuses an id that is taken and a parent that is not there', async () => {
    const taken = { id: 'liulin', kind: 'estate', name: '又一个', parentId: 'lantian' } as const;
    await expect(add('administrator', taken)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const orphan = { kind: 'estate', name: '无主', parentId: 'nowhere' } as const;
    await expect(add('administrator', orphan)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('[IDM-1] adds the same batch once', async () => {
    const input = placesInput([{ kind: 'park', name: '科创园', parentId: 'lantian' }]);
    const first = await as('administrator').call('members.addPlaces', input);
    expect(await as('administrator').call('members.addPlaces', input)).toEqual(first);
    const { children } = await as('newcomer').call('members.places', { parentId: 'lantian' });
    expect(children.filter((place) => place.name === '科创园')).toHaveLength(1);
  });

  it('is the administrator’s alone', async () => {
    const place = { kind: 'estate', name: '私设', parentId: 'lantian' } as const;
    await expect(add('secretary', place)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('the local profile', () => {
  const { id: _default, ...plain } = DEFAULT_PROFILE;
  const profile = {
    ...plain,
    confirmedBy: '望江街道办事处',
    electronicVotes: ['owners' as const],
    phonePresence: [],
    ownersConveners: ['residents-committee' as const],
  };

  it('[PATH-9] is set by the street for its communities, and inherited below', async () => {
    const before = await as('streetOfficer').call('members.places', { parentId: 'lantian' });
    expect(before).toMatchObject({ ownProfile: false, profile: { confirmedBy: null } });
    const revision = before.place?.revision ?? 0;
    const input = { placeId: 'lantian', revision, profile, basis: '望街办〔2026〕12号' };
    const after = await as('streetOfficer').call('members.setProfile', { clientId: freshId(), ...input });
    expect(after).toMatchObject({ ownProfile: true, profile: { confirmedBy: '望江街道办事处' } });
    const below = await as('wang').call('members.places', { parentId: 'xingfuli-1-1' });
    expect(below).toMatchObject({
      ownProfile: false,
      profile: { id: 'lantian', electronicVotes: ['owners'] },
    });
    const beside = await as('wang').call('members.places', { parentId: 'guihu' });
    expect(beside.profile?.confirmedBy).toBeNull();
    const stale = as('streetOfficer').call('members.setProfile', { clientId: freshId(), ...input });
    await expect(stale).rejects.toMatchObject({ code: 'STALE' });
  });

  it('[PATH-8] never publishes for less than 15 days, and is not the secretary’s', async () => {
    const input = { clientId: freshId(), placeId: 'guihu', revision: 1, basis: '望街办〔2026〕12号' };
    const short = as('streetOfficer').call('members.setProfile', {
      ...input,
      profile: { ...profile, publicationDays: 14 },
    });
    await expect(short).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      failure: { fields: { 'profile.publicationDays': '公示不少于15天' } },
    });
    const own = as('otherSecretary').call('members.setProfile', { ...input, profile });
    await expect(own).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  const layDown = async (profileOf: object | null, basis: string) => {
    const { revision } = await as('wang').call('members.profile', { placeId: 'guihu' });
    const input = { clientId: freshId(), placeId: 'guihu', revision, profile: profileOf, basis };
    return as('streetOfficer').send('members.setProfile', input);
  };

  it('[PATH-22] keeps each version with who, when and on what document, and of two that are laid down at once one is told to look again', async () => {
    const first = { ...profile, noticeDays: { owners: 20 } };
    expect(await layDown(first, '望街办〔2026〕12号')).toMatchObject({ ok: true });
    const both = await Promise.all([
      layDown({ ...profile, maxProxies: 1 }, '望街办〔2026〕15号'),
      layDown(null, '望街办〔2026〕16号'),
    ]);
    const lost = both.filter((answer) => !answer.ok);
    expect(lost).toMatchObject([{ error: { code: 'STALE' } }]);
    await layDown(profile, '望街办〔2026〕18号');
    const seen = await as('wang').call('members.profile', { placeId: 'guihu' });
    expect(seen).toMatchObject({ from: { id: 'guihu' }, can: { set: 'NOT_ALLOWED' } });
    expect(seen.follows[0]).toContain('业主大会可以在手机上作法定表决');
    expect(seen.items.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(seen.items[2]).toMatchObject({
      by: expect.stringContaining('（街道）') as unknown,
      basis: '望街办〔2026〕12号',
      lines: expect.arrayContaining(['业主大会提前20天通知', '确认机关：望江街道办事处']) as unknown,
    });
  });

  it('[PATH-22] refuses what the law does not leave to a locality, a sentence for each field', async () => {
    const answer = await layDown(
      {
        ...profile,
        electronicVotes: ['yard'],
        noticeDays: { owners: 14, 'residents-assembly': 10 },
        ownersConveners: ['property-manager'],
      },
      '望街办〔2026〕19号',
    );
    expect(answer).toMatchObject({
      error: {
        code: 'INVALID_INPUT',
        fields: {
          'profile.noticeDays.owners': '法律规定至少提前15天，只能更长',
          'profile.electronicVotes': '坝坝会没有法律规定，不能作法定表决',
          'profile.ownersConveners': '这个职务不能召集业主，请换一个',
        },
      },
    });
    expect(await layDown({ ...profile, ownersConveners: [] }, '望街办〔2026〕19号')).toMatchObject({
      error: { fields: { 'profile.ownersConveners': '请至少选一个：没有业委会时总要有人召集业主' } },
    });
  });
});

it('walks the tree from the cities for whoever is signed in', async () => {
  const root = await as('newcomer').call('members.places', { parentId: null });
  expect(root.children).toMatchObject([{ kind: 'city', name: '青江市' }]);
  expect(root.can.addPlaces).toBe('NOT_ALLOWED');
  const missing = as('newcomer').call('members.places', { parentId: 'nowhere' });
  await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

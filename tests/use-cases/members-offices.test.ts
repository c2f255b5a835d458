import type { Office } from '@contract/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../support/documents';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { freshId, signInAs, type SmallCommunity, smallCommunity } from '../support/persons';

const DAY = 24 * 3600 * 1000;

let cloud: TestCloud;
let yard: SmallCommunity;

type PersonKey = keyof SmallCommunity['people'];

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);

interface Term {
  personId: string;
  office: Office;
  placeId: string;
  fromAt?: number;
  untilAt?: number;
  gender?: 'female' | 'male';
}

const appoint = (by: PersonKey, term: Term) => {
  const input = { clientId: freshId(), fromAt: TEST_NOW, untilAt: TEST_NOW + 365 * DAY, ...term };
  return as(by).call('members.appoint', input);
};
const withdraw = (by: PersonKey, personId: string, officeId: string) =>
  as(by).call('members.withdrawOffice', { clientId: freshId(), personId, officeId, reason: '届满前离任' });
const claimsIn = (openid: string, placeId: string) => cloud.as(openid).send('members.claims', { placeId });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterAll(() => cloud.close());

describe('who gives an office', () => {
  it.each([
    ['administrator', 'street-officer', 'wangjiang'],
    ['streetOfficer', 'secretary', 'lantian'],
    ['secretary', 'grid-worker', 'xingfuli'],
    ['secretary', 'building-head', 'xingfuli-2'],
    ['secretary', 'residents-delegate', 'lantian'],
    ['secretary', 'owners-committee', 'liulin'],
    ['secretary', 'property-manager', 'liulin'],
  ] as const)('[MEM-8] %s makes a %s of %s', async (by, office, placeId) => {
    const personId = await signInAs(cloud, `o_made-${office}`, '新任');
    const roster = await appoint(by, { personId, office, placeId });
    expect(roster.here.filter((line) => line.personId === personId)).toMatchObject([{ office: { office } }]);
  });

  it.each([
    ['streetOfficer', 'grid-worker', 'lantian', 'NOT_ALLOWED'],
    ['secretary', 'secretary', 'lantian', 'NOT_ALLOWED'],
    ['secretary', 'street-officer', 'wangjiang', 'NOT_ALLOWED'],
    ['otherSecretary', 'grid-worker', 'lantian', 'NOT_ALLOWED'],
    ['gridWorker', 'building-head', 'xingfuli-1', 'NOT_ALLOWED'],
    ['wang', 'building-head', 'xingfuli-1', 'NOT_ALLOWED'],
    ['administrator', 'secretary', 'xingfuli', 'OFFICE_NOT_THERE'],
    ['administrator', 'building-head', 'lantian', 'OFFICE_NOT_THERE'],
    ['administrator', 'secretary', 'nowhere', 'NOT_FOUND'],
  ] as const)('[MEM-8] %s makes no %s of %s: %s', async (by, office, placeId, code) => {
    const { personId } = yard.people.newcomer;
    await expect(appoint(by, { personId, office, placeId })).rejects.toMatchObject({ code });
  });

  it('[MEM-8] nobody appoints themself', async () => {
    const own = {
      personId: yard.people.secretary.personId,
      office: 'grid-worker',
      placeId: 'lantian',
    } as const;
    await expect(appoint('secretary', own)).rejects.toMatchObject({ code: 'OWN_OFFICE' });
    const admin = {
      personId: yard.people.administrator.personId,
      office: 'secretary',
      placeId: 'lantian',
    } as const;
    await expect(appoint('administrator', admin)).rejects.toMatchObject({ code: 'OWN_OFFICE' });
  });

  it('gives the same office at the same place once for the same time', async () => {
    const personId = await signInAs(cloud, 'o_twice', '连任');
    const term = { personId, office: 'grid-worker', placeId: 'liulin' } as const;
    await appoint('secretary', term);
    await expect(appoint('secretary', term)).rejects.toMatchObject({ code: 'OFFICE_HELD' });
    const next = { fromAt: TEST_NOW + 365 * DAY, untilAt: TEST_NOW + 700 * DAY };
    await expect(appoint('secretary', { ...term, ...next })).resolves.toBeDefined();
  });

  it('[IDM-5] appoints two at once who both hold on to the same person', async () => {
    const personId = await signInAs(cloud, 'o_two-offices', '身兼');
    await Promise.all([
      appoint('secretary', { personId, office: 'grid-worker', placeId: 'sanzu' }),
      appoint('administrator', { personId, office: 'building-head', placeId: 'xingfuli-2' }),
    ]);
    const me = await cloud.as('o_two-offices').call('members.me', {});
    expect(me.offices.map((held) => held.office).sort()).toEqual(['building-head', 'grid-worker']);
  });

  it.each([
    ['a term that is over', { fromAt: TEST_NOW - 2 * DAY, untilAt: TEST_NOW }, 'TIME_IN_PAST'],
    ['a term that ends before it begins', { untilAt: TEST_NOW - DAY }, 'INVALID_INPUT'],
    ['a term of six years', { untilAt: TEST_NOW + 6 * 366 * DAY }, 'INVALID_INPUT'],
    ['a villagers’ delegate of unknown gender', { office: 'villagers-delegate' as const }, 'INVALID_INPUT'],
    ['somebody unknown', { personId: 'nobody' }, 'NOT_FOUND'],
  ])('refuses %s', async (_what, changed, code) => {
    const { personId } = yard.people.newcomer;
    const term = { personId, office: 'grid-worker' as const, placeId: 'lantian', ...changed };
    await expect(appoint('secretary', term)).rejects.toMatchObject({ code });
  });

  it('tells the person and keeps the gender of delegates', async () => {
    const personId = await signInAs(cloud, 'o_delegate', '女代表');
    const term = { personId, office: 'villagers-delegate', placeId: 'sanzu', gender: 'female' } as const;
    await appoint('secretary', term);
    await cloud.cloud.fireTimer('timer');
    const { items } = await cloud.as('o_delegate').call('messages.list', {});
    expect(items).toMatchObject([{ kind: 'office', title: '您在三组有了新的职务' }]);
  });
});

describe('what an office reaches', () => {
  it('[MEM-6] is its own place and what lies in it, nothing above or beside', async () => {
    const personId = await signInAs(cloud, 'o_grid-of-liulin', '柳林网格员');
    await appoint('secretary', { personId, office: 'grid-worker', placeId: 'liulin' });
    expect(await claimsIn('o_grid-of-liulin', 'liulin')).toMatchObject({ ok: true });
    expect(await claimsIn('o_grid-of-liulin', 'liulin-1')).toMatchObject({ ok: true });
    expect(await claimsIn('o_grid-of-liulin', 'xingfuli')).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await claimsIn('o_grid-of-liulin', 'lantian')).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
  });

  it('[MEM-6] begins and ends with the term', async () => {
    const personId = await signInAs(cloud, 'o_one-day', '一日');
    const term = { fromAt: TEST_NOW + DAY, untilAt: TEST_NOW + 2 * DAY };
    await appoint('secretary', { personId, office: 'grid-worker', placeId: 'xingfuli', ...term });
    const code = async () => {
      const answer = await claimsIn('o_one-day', 'xingfuli');
      return answer.ok ? null : answer.error.code;
    };
    expect(await code()).toBe('NOT_ALLOWED');
    await cloud.advance(DAY);
    expect(await code()).toBeNull();
    await cloud.advance(DAY - 1);
    expect(await code()).toBeNull();
    await cloud.advance(1);
    expect(await code()).toBe('NOT_ALLOWED');
    const { offices } = await cloud.as('o_one-day').call('members.me', {});
    expect(offices).toEqual([]);
  });

  it('[MEM-6] [MEET-9] leaves nothing behind: whoever held it gets no more notices for the place', async () => {
    const now = cloud.cloud.clock.now();
    const personId = await signInAs(cloud, 'o_term-over', '届满');
    const term = { fromAt: now, untilAt: now + DAY };
    await appoint('secretary', { personId, office: 'grid-worker', placeId: 'xingfuli', ...term });
    await cloud.cloud.fireTimer('timer');
    await cloud.advance(DAY);
    await cloud.cloud.fireTimer('timer');
    await cloud.cloud.fireTimer('timer');
    const { items } = await cloud.as('o_term-over').call('messages.list', {});
    const over = items.filter((message) => message.title === '您在幸福里小区的职务任期已满');
    expect(over).toHaveLength(1);
    const people = await documentsOf<{ _id: string; places: string[] }>(cloud.cloud, 'persons');
    expect(people.find((person) => person._id === personId)?.places).toEqual([]);
  });

  it('[MEM-6] ends when it is withdrawn, and the person is told why', async () => {
    const personId = await signInAs(cloud, 'o_withdrawn', '离任');
    const roster = await appoint('secretary', { personId, office: 'grid-worker', placeId: 'xingfuli' });
    const officeId = roster.here.find((line) => line.personId === personId)?.office.id ?? '';
    for (const person of ['otherSecretary', 'streetOfficer'] as const) {
      await expect(withdraw(person, personId, officeId)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    }
    expect(await withdraw('secretary', personId, officeId)).toEqual({ personId, offices: [] });
    expect(await claimsIn('o_withdrawn', 'xingfuli')).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    await expect(withdraw('secretary', personId, officeId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await cloud.cloud.fireTimer('timer');
    const { items } = await cloud.as('o_withdrawn').call('messages.list', {});
    expect(items.map((message) => message.title)).toContain('您在幸福里小区的职务已结束');
  });

  it('[MEM-8] the only administrator cannot end their own office', async () => {
    const { personId } = yard.people.administrator;
    const me = await as('administrator').call('members.me', {});
    const officeId = me.offices[0]?.id ?? '';
    await expect(withdraw('administrator', personId, officeId)).rejects.toMatchObject({ code: 'OWN_OFFICE' });
  });
});

describe('who is who', () => {
  it('shows anybody signed in who answers for a place, there and above', async () => {
    const roster = await as('newcomer').call('members.whoIsWho', { placeId: 'xingfuli' });
    const names = (lines: { name: string }[]) => lines.map((line) => line.name);
    expect(names(roster.here)).toEqual(expect.arrayContaining(['赵国强', '孙伟', '周素珍']));
    expect(names(roster.here)).not.toContain('陈秀兰');
    expect(names(roster.above)).toEqual(expect.arrayContaining(['陈秀兰', '唐建华', '谢明远']));
    expect(roster.appointable).toEqual([]);
  });

  it('[SEC-15] says beside each line and office what the server would answer', async () => {
    const { appointable, here } = await as('secretary').call('members.whoIsWho', { placeId: 'xingfuli' });
    expect(appointable).toEqual([
      'owners-committee',
      'grid-worker',
      'property-manager',
      'residents-delegate',
    ]);
    const manager = here.find((line) => line.office.office === 'property-manager');
    expect(manager?.can.withdraw).toBeNull();
    const seen = await as('wang').call('members.whoIsWho', { placeId: 'xingfuli' });
    expect(seen.here.every((line) => line.can.withdraw === 'NOT_ALLOWED')).toBe(true);
  });
});

describe('finding people', () => {
  it('[SEC-9] shows officers names and masked homes of their own place', async () => {
    const { items } = await as('secretary').call('members.findPeople', { placeId: 'lantian', name: '王' });
    expect(items).toEqual([
      {
        id: yard.people.wang.personId,
        name: '王桂兰',
        homes: ['幸福里1栋1单元1**', '幸福里1栋2单元1**'],
      },
    ]);
  });

  it('[SEC-11] shows nobody of another community, and nothing to residents', async () => {
    const there = { placeId: 'guihu', name: '邓' };
    await expect(as('secretary').call('members.findPeople', there)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { items } = await as('secretary').call('members.findPeople', { placeId: 'lantian', name: '邓' });
    expect(items).toEqual([]);
    const asked = as('wang').call('members.findPeople', { placeId: 'lantian', name: '王' });
    await expect(asked).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

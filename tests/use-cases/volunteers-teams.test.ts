import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { smallCommunity, type SmallCommunity } from '../support/persons';
import { volunteerCallsOf } from '../support/volunteers';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof volunteerCallsOf>;
let team: string;

const titles = async (openid: string) => (await inboxOf(cloud, openid)).map(({ title }) => title);

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = volunteerCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

describe('a team', () => {
  it('[TEAM-1] [TEAM-2] [TEAM-3] [TEAM-4] is made by an office, joined by oneself, led by at most five of its members', async () => {
    const kept = { placeId: 'xingfuli', colour: 'blue', name: '蓝盾巡逻队', purpose: '夜里巡逻' } as const;
    await expect(
      on.as('wang').call('teams.make', { ...on.once(), ...kept, joining: 'asked' }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const made = await on.as('secretary').call('teams.make', { ...on.once(), ...kept, joining: 'asked' });
    team = made.id;
    expect(made).toMatchObject({ colourLabel: '蓝色救援队', members: 0, leaders: [] });
    for (const person of ['zhou', 'wang', 'tenant'] as const) {
      expect((await on.as(person).call('teams.join', { ...on.once(), id: team })).mine).toBe('asked');
    }
    await expect(on.as('wang').call('teams.join', { ...on.once(), id: team })).rejects.toMatchObject({
      code: 'TEAM_MEMBER',
    });
    const { items } = await on.as('secretary').call('teams.members', { id: team });
    const memberOf = (name: string) => items.find((one) => one.name === name)?.id ?? '';
    const answer = (by: 'secretary' | 'zhou' | 'wang', name: string, letIn: boolean) =>
      on.as(by).call('teams.letIn', { ...on.once(), id: team, memberId: memberOf(name), letIn });
    const appoint = (by: 'secretary' | 'zhou', name: string, leads: boolean) =>
      on.as(by).call('teams.appoint', { ...on.once(), id: team, memberId: memberOf(name), leads });
    await expect(appoint('secretary', '周素珍', true)).rejects.toMatchObject({ code: 'TEAM_NOT_MEMBER' });
    await answer('secretary', '周素珍', true);
    expect((await appoint('secretary', '周素珍', true)).leaders).toEqual(['周素珍']);
    await expect(answer('wang', '郑浩', true)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await answer('zhou', '王桂兰', true);
    expect(await answer('zhou', '郑浩', false)).toMatchObject({ members: 2, waiting: 0, mine: 'leader' });
    await on.timer();
    expect(await titles(yard.people.tenant.openid)).toContain('加入蓝盾巡逻队的申请');
    expect((await on.as('wang').call('teams.members', { id: team })).items).toHaveLength(2);
    // What a stranger may not see is not there.
    await expect(on.as('stranger').call('teams.detail', { id: team })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await on.as('wang').call('teams.leave', { ...on.once(), id: team });
    expect((await on.as('wang').call('teams.list', { placeId: 'xingfuli' })).items).toMatchObject([
      { id: team, members: 1, mine: null },
    ]);
  });

  it('[TEAM-5] [TEAM-6] is open to whoever reports in by themselves; no call assigns or reports in somebody else', async () => {
    await expect(on.as('newcomer').call('teams.detail', { id: team })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const report = { ...on.once(), placeId: 'lantian', kind: 'courier', unit: '快马外卖' } as const;
    const mine = await on.as('newcomer').call('volunteers.reportIn', report);
    expect(mine.reports).toMatchObject([
      { placeName: '蓝田社区', kindLabel: '快递外卖小哥', unit: '快马外卖' },
    ]);
    expect(await on.as('newcomer').call('teams.detail', { id: team })).toMatchObject({ can: { join: null } });
    // Joined, then reported out: they still leave the team, and are shown what they left.
    await on.as('newcomer').call('teams.join', { ...on.once(), id: team });
    await on.as('newcomer').call('volunteers.endReport', { ...on.once(), placeId: 'lantian' });
    expect((await on.as('newcomer').call('teams.leave', { ...on.once(), id: team })).mine).toBeNull();
    await expect(on.as('newcomer').call('teams.detail', { id: team })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      on.as('wang').call('volunteers.reportIn', { ...report, ...on.once() }),
    ).rejects.toMatchObject({ code: 'VOLUNTEER_HOME_HERE' });
    const named = await on.as('secretary').send('volunteers.reportIn', {
      ...report,
      ...on.once(),
      personId: yard.people.feng.personId,
    });
    expect(named).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    for (const action of ['shifts.assign', 'tasks.assign', 'teams.addMember']) {
      expect(await on.as('secretary').send(action, { ...on.once(), id: team })).toMatchObject({
        error: { code: 'UNKNOWN_ACTION' },
      });
    }
  });

  it('[TEAM-2] has five leaders and no sixth, also where two are made at once; one steps back by themselves', async () => {
    const people = ['wang', 'zhao', 'liuFang', 'heJing', 'maChunhua'] as const satisfies PersonKey[];
    const { id } = await on.as('secretary').call('teams.make', {
      ...{
        ...on.once(),
        placeId: 'xingfuli',
        colour: 'red',
        name: '帮帮队',
        purpose: '帮邻居',
        joining: 'open',
      },
    });
    for (const person of [...people, 'zhou'] as const) {
      await on.as(person).call('teams.join', { ...on.once(), id });
    }
    const { items } = await on.as('secretary').call('teams.members', { id });
    const made = await Promise.allSettled(
      items.map(({ id: memberId }) =>
        on.as('secretary').call('teams.appoint', { ...on.once(), id, memberId, leads: true }),
      ),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(made.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'TEAM_LEADERS_FULL' },
    });
    const led = await on.as('secretary').call('teams.members', { id });
    const [leader] = led.items.filter((one) => one.leader);
    const by = [...people, 'zhou' as const].find((key) => yard.people[key].name === leader?.name) ?? 'wang';
    const back = { id, memberId: leader?.id ?? '', leads: false };
    expect((await on.as(by).call('teams.appoint', { ...on.once(), ...back })).mine).toBe('member');
  });

  it('[TEAM-1] is closed with a reason, is in no list any more and takes nobody', async () => {
    const { revision } = await on.as('zhou').call('teams.detail', { id: team });
    const close = (by: PersonKey, clientId: string) =>
      on.as(by).call('teams.close', { clientId, id: team, revision, reason: '并到义务巡防队' });
    await expect(close('zhou', 'close-by-leader')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await close('secretary', 'close-by-office');
    // Its answer was lost: sent again it is the same (IDM-4).
    expect((await close('secretary', 'close-by-office')).closed?.reason).toBe('并到义务巡防队');
    const { items } = await on.as('wang').call('teams.list', { placeId: 'xingfuli' });
    expect(items.map(({ name }) => name)).toEqual(['帮帮队']);
    await expect(on.as('wang').call('teams.join', { ...on.once(), id: team })).rejects.toMatchObject({
      code: 'TEAM_CLOSED',
    });
  });
});

import type { CallOutput, CallRequest } from '@contract/calls';
import type { PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';
import type { TestCloud } from './local-cloud';

export type TaskInput = Omit<CallRequest<'tasks.make'>, 'clientId'>;

export const PATROL: TaskInput = {
  ...{ placeId: 'xingfuli', title: '夜间巡逻', what: '两人一组，沿院墙走三圈', where: '2栋门岗' },
  ...{ bring: '手电筒', risks: { none: false, text: '夜里路滑，走有灯的路' }, minimumAge: 16 },
  dangerous: false,
};

/** Calls of volunteers in a small community, each as one person. */
export function volunteerCallsOf(cloud: TestCloud, yard: SmallCommunity) {
  const now = () => cloud.cloud.clock.now();
  const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
  const once = () => ({ clientId: freshId() });
  const described = (person: PersonKey, bornOn = '1975-04-05') =>
    as(person).call('volunteers.describe', { ...once(), bornOn });
  const made = (changes: Partial<TaskInput> = {}, by: PersonKey = 'secretary') =>
    as(by).call('tasks.make', { ...once(), ...PATROL, ...changes });
  const laid = (id: string, changes: Partial<CallRequest<'tasks.layShifts'>> = {}) =>
    as('secretary').call('tasks.layShifts', {
      ...{
        ...once(),
        id,
        firstOn: '2026-03-04',
        lastOn: '2026-03-04',
        from: '19:00',
        to: '21:00',
        places: 1,
      },
      ...changes,
    });
  /** A team of patrol with 周素珍 as its leader. */
  const patrolTeam = async () => {
    const kept = { placeId: 'xingfuli', colour: 'blue', name: '蓝盾巡逻队', purpose: '夜里巡逻' } as const;
    const { id } = await as('secretary').call('teams.make', { ...once(), ...kept, joining: 'open' });
    await as('zhou').call('teams.join', { ...once(), id });
    const { items } = await as('secretary').call('teams.members', { id });
    const memberId = items[0]?.id ?? '';
    await as('secretary').call('teams.appoint', { ...once(), id, memberId, leads: true });
    return id;
  };
  const onShift =
    (action: 'shifts.claim' | 'shifts.accept' | 'shifts.decline' | 'shifts.withdraw') =>
    (person: PersonKey, id: string): Promise<CallOutput<'shifts.claim'>> =>
      as(person).call(action, { ...once(), id });
  return {
    ...{ now, as, once, described, made, laid, patrolTeam },
    claim: onShift('shifts.claim'),
    accept: onShift('shifts.accept'),
    decline: onShift('shifts.decline'),
    withdraw: onShift('shifts.withdraw'),
    seen: (person: PersonKey, id: string) => as(person).call('shifts.detail', { id }),
    timer: () => cloud.cloud.fireTimer('timer'),
    till: (at: string) => cloud.advance(Date.parse(`${at}:00+08:00`) - now()),
  };
}

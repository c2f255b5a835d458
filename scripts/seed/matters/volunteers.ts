import { characters } from '../community/characters';
import type { Person } from '../community/people';
import type { Yard } from '../yard';

/** Who takes part, and the day on which each was born; asked once (TASK-4). */
const BORN: [Person, string][] = [
  [characters.wang, '1962-05-18'],
  [characters.zhou, '1955-09-10'],
  [characters.zhao, '1971-11-02'],
  [characters.luo, '1979-03-26'],
  [characters.he, '1988-08-08'],
  [characters.zheng, '1996-12-01'],
];

const PATROL = {
  ...{ title: '夜间巡防', where: '东门门卫室', bring: '手电、反光背心', skills: [] },
  what: '两人一组，绕小区走两圈：看单元门锁好没有，消防通道堵没有，楼道里有没有充电的电瓶车。有事打电话给门卫室。',
  risks: { none: false, text: '夜里路滑，可能遇到醉酒的人。不追、不拦，先打电话。' } as const,
  dangerous: false,
};

const MEALS = {
  ...{ title: '给老人送饭', where: '社区党群服务中心一楼', bring: '自己的电瓶车或推车', skills: [] },
  what: '十一点取饭，送到十二户走不动的老人家里，顺便问一声身体怎么样。',
  risks: { none: true } as const,
  ...{ dangerous: false, minimumAge: 16 },
};

/** The team with its leader, and both tasks: their ids. */
async function madeTasks(yard: Yard): Promise<[string, string]> {
  const { chen, zhou, wang, zhao } = characters;
  const team = await yard.phone(chen).tell('teams.make', {
    ...{ placeId: 'xingfuli', colour: 'blue', name: '幸福里夜巡队', joining: 'open' },
    purpose: '晚上两人一组巡小区，看门锁、看消防通道。',
  });
  for (const one of [zhou, wang, zhao]) await yard.phone(one).tell('teams.join', { id: team.id });
  const { items } = await yard.phone(chen).ask('teams.members', { id: team.id });
  const leader = items.find(({ name }) => name === zhou.name);
  await yard.phone(chen).tell('teams.appoint', { id: team.id, memberId: leader?.id ?? '', leads: true });
  const patrol = await yard
    .phone(zhou)
    .tell('tasks.make', { placeId: 'xingfuli', teamId: team.id, ...PATROL });
  const meals = await yard.phone(chen).tell('tasks.make', { placeId: 'lantian', ...MEALS });
  return [patrol.id, meals.id];
}

/** 蓝色 team with a night patrol, a lunch round of the community, and who has come forward. */
export function tellVolunteers(yard: Yard): void {
  const { story, calendar } = yard;
  const { chen, zhou, wang, zhao, luo, he, zheng } = characters;
  let patrolId = '';
  let mealsId = '';
  story.on(calendar.at(-10, '09:00'), async () => {
    [patrolId, mealsId] = await madeTasks(yard);
  });
  const shiftsOf = async (id: string) => (await yard.phone(chen).ask('tasks.detail', { id })).shifts;
  const claim = (by: Person, id: string | undefined) => yard.phone(by).tell('shifts.claim', { id: id ?? '' });
  story.on(calendar.at(-2, '10:00'), async () => {
    for (const [by, bornOn] of BORN) await yard.phone(by).tell('volunteers.describe', { bornOn, skills: [] });
    await yard.phone(zhou).tell('tasks.layShifts', {
      ...{ id: patrolId, firstOn: calendar.on(1), lastOn: calendar.on(8), weekdays: [] },
      ...{ from: '21:00', to: '00:30', places: 2, waitlist: 3, withdrawHours: 12 },
    });
    await yard.phone(chen).tell('tasks.layShifts', {
      ...{ id: mealsId, firstOn: calendar.on(1), lastOn: calendar.on(5), weekdays: [] },
      ...{ from: '10:30', to: '12:30', places: 3, waitlist: 2, withdrawHours: 12 },
    });
  });
  story.on(calendar.at(-1, '20:00'), async () => {
    const [first, second] = await shiftsOf(patrolId);
    const [, lunch] = await shiftsOf(mealsId);
    for (const one of [wang, zhao, luo]) await claim(one, first?.id);
    await claim(he, second?.id);
    await claim(zheng, lunch?.id);
  });
}

import type { TestCloud } from '../../support/local-cloud';
import type { PersonKey } from '../../support/motions';
import { freshId, type SmallCommunity } from '../../support/persons';

interface Made {
  cloud: TestCloud;
  yard: SmallCommunity;
  photo: string;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** As long as people write. */
const WHAT =
  '两人一组，绕小区走两圈，看单元门锁好没有、消防通道堵没有、楼道有没有充电的电瓶车，有事打电话给门卫室。';
const RISKS = { none: false, text: '夜里路滑，可能遇到醉酒的人；不追、不拦，先打电话。' } as const;
const BORN: [PersonKey, string][] = [
  ['wang', '1962-05-18'],
  ['zhao', '1971-11-02'],
  ['heJing', '1988-08-08'],
  ['maXiaolong', '2011-06-01'],
];

const on = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(0, 10);
const clockOf = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(11, 16);

function callsOf({ cloud, yard }: Made) {
  const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
  const say = () => ({ clientId: freshId() });
  return { as, say, now: () => cloud.cloud.clock.now() };
}

async function teamsOf(made: Made) {
  const { as, say } = callsOf(made);
  const place = { placeId: 'xingfuli', purpose: '晚上两人一组巡小区，白天帮老人搬东西' };
  const make = (team: { name: string; colour: 'blue' | 'silver'; joining: 'open' | 'asked' }) =>
    as('secretary').call('teams.make', { ...say(), ...place, ...team });
  const open = await make({ name: '幸福里夜巡队', colour: 'blue', joining: 'open' });
  const asked = await make({
    name: '幸福里银发调解与邻里互助志愿服务队',
    colour: 'silver',
    joining: 'asked',
  });
  await as('wang').call('teams.join', { ...say(), id: open.id });
  await as('zhao').call('teams.join', { ...say(), id: asked.id, note: '退休前在派出所调解了二十年' });
  return { team: open.id, asked: asked.id };
}

/** One shift of a task, from an instant, for so many hours. */
async function shiftOf(made: Made, taskId: string, startsAt: number, hours: number, places: number) {
  const { as, say } = callsOf(made);
  const laid = await as('secretary').call('tasks.layShifts', {
    ...{ ...say(), id: taskId, firstOn: on(startsAt), lastOn: on(startsAt), weekdays: [] },
    ...{ from: clockOf(startsAt), to: clockOf(startsAt + hours * HOUR), places, waitlist: 3 },
    withdrawHours: 2,
  });
  return laid.shifts.find((shift) => shift.startsAt === startsAt)?.id ?? '';
}

async function tasksOf(made: Made, teamId: string) {
  const { as, say, now } = callsOf(made);
  const task = { ...say(), placeId: 'xingfuli', teamId, title: '夜间巡防', what: WHAT, risks: RISKS };
  const patrol = await as('secretary').call('tasks.make', {
    ...{ ...task, where: '东门门卫室', skills: ['急救'], bring: '手电、雨衣', dangerous: false },
  });
  const soon = Math.ceil(now() / MINUTE) * MINUTE + 5 * MINUTE;
  const running = await shiftOf(made, patrol.id, soon, 2, 4);
  const full = await shiftOf(made, patrol.id, soon + 30 * HOUR, 4, 1);
  const coming = await shiftOf(made, patrol.id, soon + 54 * HOUR, 4, 6);
  const claim = (who: PersonKey, id: string) => as(who).call('shifts.claim', { ...say(), id });
  for (const who of ['wang', 'zhao', 'heJing'] as const) await claim(who, running);
  for (const who of ['wang', 'zhao'] as const) await claim(who, full);
  return { task: patrol.id, running, full, coming };
}

async function attendedOf(made: Made, shiftId: string) {
  const { as, say } = callsOf(made);
  const { code } = await as('secretary').call('service.board', { shiftId });
  await as('wang').call('service.checkIn', { ...say(), shiftId, code });
  const seen = { text: '2栋后门没有锁，已经锁好。', photos: [made.photo] };
  await as('wang').call('service.writeLog', { ...say(), shiftId, ...seen });
}

/** Somebody served a while ago: their hours stand, one is disputed. */
async function servedOf(made: Made, taskId: string) {
  const { as, say, now } = callsOf(made);
  const startsAt = Math.ceil(now() / MINUTE) * MINUTE + 2 * MINUTE;
  const done = await shiftOf(made, taskId, startsAt, 1, 5);
  for (const who of ['wang', 'heJing'] as const) await as(who).call('shifts.claim', { ...say(), id: done });
  made.cloud.cloud.clock.set(startsAt + 2 * HOUR);
  const { rows } = await as('secretary').call('service.board', { shiftId: done });
  for (const { id } of rows) {
    const times = { inAt: startsAt, outAt: startsAt + HOUR, reason: '' };
    await as('secretary').call('service.record', { ...say(), shiftId: done, id, ...times });
  }
  const { items } = await as('wang').call('service.hours', {});
  const text = '我早到了十分钟帮着发手电，也请算上。';
  await as('wang').call('service.dispute', { ...say(), id: items[0]?.id ?? '', text });
  return done;
}

/** What takes hours comes first: teams, and somebody who served. */
export async function servedBefore(made: Made) {
  const { as, say } = callsOf(made);
  for (const [who, bornOn] of BORN) {
    await as(who).call('volunteers.describe', { ...say(), bornOn, skills: ['理发', '修水管'] });
  }
  const teams = await teamsOf(made);
  const task = await as('secretary').call('tasks.make', {
    ...{ ...say(), placeId: 'xingfuli', teamId: teams.team, title: '清扫楼道', what: '扫楼道、擦扶手' },
    ...{ where: '1栋楼下', risks: { none: true }, dangerous: false },
  });
  return { ...teams, done: await servedOf(made, task.id) };
}

/** A patrol with its shifts, and a call for help. */
export async function servingNow(made: Made, served: Awaited<ReturnType<typeof servedBefore>>) {
  const { as, say } = callsOf(made);
  const tasks = await tasksOf(made, served.team);
  await attendedOf(made, tasks.running);
  const surge = await as('secretary').call('surges.call', {
    ...{ ...say(), placeId: 'xingfuli', text: '地下车库进水，要人搬沙袋', where: '2栋地下车库入口' },
    withinHours: 3,
  });
  await as('wang').call('surges.answer', { ...say(), id: surge.id, coming: true });
  return { ...served, ...tasks, surge: surge.id };
}

export type Serving = Awaited<ReturnType<typeof servingNow>>;

import type { Serving } from './serving-yard';
import { at, type Shown } from './shown-page';

const XINGFULI = { placeId: 'xingfuli' };
const page = (name: string, query: Record<string, string> = {}) => at(`packages/volunteers/${name}`, query);

const mine = (yard: Serving): Shown[] => [
  ['volunteers', 'wang', page('list', XINGFULI), /夜间巡防/],
  ['volunteers-secretary', 'secretary', page('list', XINGFULI), '发布一个任务'],
  ['volunteers-none', 'newcomer', page('list'), '还没有可以服务的地方'],
  ['volunteers-mine', 'wang', page('mine'), /夜间巡防/],
  ['volunteers-hours', 'wang', page('hours'), /小时/],
  ['volunteers-hours-none', 'feng', page('hours'), '还没有服务记录'],
  ['volunteer-profile', 'wang', page('profile'), '我报到的地方'],
  ['volunteer-profile-minor', 'maXiaolong', page('profile'), '还要监护人同意'],
  ['report-in', 'newcomer', page('report-in'), '报到是您自己的事'],
  ['task', 'wang', page('task', { id: yard.task }), '哪几班'],
  ['task-secretary', 'secretary', page('task', { id: yard.task }), '带队的人来办'],
  ['shift', 'heJing', page('shift', { id: yard.coming }), /我来/],
  ['shift-taken', 'wang', page('shift', { id: yard.full }), '您报名了这一班'],
  ['shift-waiting', 'zhao', page('shift', { id: yard.full }), /您在候补/],
  ['shift-young', 'maXiaolong', page('shift', { id: yard.coming }), /年龄不到/],
  ['shift-secretary', 'secretary', page('shift', { id: yard.running }), /到岗情况/],
];

const led = (yard: Serving): Shown[] => [
  ['service-check-in', 'wang', page('check-in', { id: yard.running }), '您已签到'],
  ['service-log', 'wang', page('log', { id: yard.running }), /后门没有锁/],
  ['service-board', 'secretary', page('board', { id: yard.running }), '应到'],
  ['service-board-done', 'secretary', page('board', { id: yard.done }), /时长已记/],
  ['service-statistics', 'secretary', page('statistics', XINGFULI), /王桂兰，/],
  ['roster', 'wang', page('roster', XINGFULI), /还缺/],
  ['roster-none', 'feng', page('roster', { placeId: 'liulin' }), '这一周没有班'],
  ['task-make', 'secretary', page('make', XINGFULI), '有没有风险'],
  ['task-lay', 'secretary', page('lay', { id: yard.task }), '从哪一天'],
  ['teams', 'secretary', page('teams', XINGFULI), '建一支队伍'],
  ['team', 'wang', page('team', { id: yard.team }), '退出队伍'],
  ['team-secretary', 'secretary', page('team', { id: yard.team }), '解散队伍'],
  ['team-asked', 'secretary', page('team', { id: yard.asked }), '同意'],
  ['team-make', 'secretary', page('team-make', XINGFULI), '怎么加入'],
  ['surges', 'secretary', page('surges', XINGFULI), '发出紧急召集'],
  ['surge', 'zhao', page('surge', { id: yard.surge }), '我能来'],
  ['surge-secretary', 'secretary', page('surge', { id: yard.surge }), '人够了，结束召集'],
  ['surge-call', 'secretary', page('surge-call', XINGFULI), '几小时内能到'],
  ['guardian', 'secretary', page('consent'), '志愿者码'],
];

/** Pages of volunteers, as volunteer, leader and office see them. */
export const pagesOfService = (yard: Serving): Shown[] => [...mine(yard), ...led(yard)];

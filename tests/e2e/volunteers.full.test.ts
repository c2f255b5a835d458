import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD_MS } from '../support/build-time';
import type { PersonKey } from '../support/motions';
import { freshId } from '../support/persons';
import type { PersonOnPhone } from './support/person-on-phone';
import { at } from './support/shown-page';
import { type YardOnPhones, yardOnPhones } from './support/yard-on-phones';

const STEP_MS = 240_000;
const LIST = at('packages/volunteers/list', { placeId: 'xingfuli' });
/** The first patrol, Tuesday to Wednesday. */
const FROM = Date.parse('2026-03-03T21:00:00+08:00');
const TO = Date.parse('2026-03-04T01:00:00+08:00');
const MINUTE = 60_000;

let here: YardOnPhones;
let leader: PersonOnPhone;
let first: PersonOnPhone;
let second: PersonOnPhone;

const as = (person: PersonKey) => here.cloud.as(here.yard.people[person].openid);
const clockTo = (instant: number) => here.cloud.cloud.clock.set(instant);

/** 周老师's team, which she leads: made by the secretary, joined by herself. */
async function teamOfZhou(): Promise<void> {
  const { id } = await as('secretary').call('teams.make', {
    ...{ clientId: freshId(), placeId: 'xingfuli', colour: 'blue', name: '幸福里夜巡队' },
    ...{ purpose: '晚上两人一组巡小区', joining: 'open' },
  });
  await as('zhou').call('teams.join', { clientId: freshId(), id });
  const { items } = await as('secretary').call('teams.members', { id });
  const memberId = items[0]?.id ?? '';
  await as('secretary').call('teams.appoint', { clientId: freshId(), id, memberId, leads: true });
}

beforeAll(async () => {
  here = await yardOnPhones();
  await teamOfZhou();
  [leader, first, second] = await Promise.all([
    here.phoneOf('zhou'),
    here.phoneOf('wang'),
    here.phoneOf('zhao'),
  ]);
}, BUILD_MS);
afterAll(() => here.close());

async function pickTime(phone: PersonOnPhone, label: string, time: string): Promise<void> {
  await phone.tap(new RegExp(`^${label}：`));
  await phone.tap(time);
}

/** Opens the first patrol from the list. */
async function openPatrol(phone: PersonOnPhone): Promise<void> {
  await phone.goAnew(LIST);
  await phone
    .sight()
    .getByRole('link', { name: /^夜间巡防，21:00—次日1:00/ })
    .first()
    .tap();
  await phone.see('3月3日 周二 21:00—次日1:00');
}

describe('a night patrol on three phones', { timeout: STEP_MS }, () => {
  it('[TASK-1] [TASK-6] is made with its risks, and laid down after its days were looked at', async () => {
    await leader.go(LIST);
    await leader.tap('发布一个任务');
    await leader.pick('哪支队伍来做', '幸福里夜巡队');
    await leader.fill('名称', '夜间巡防');
    await leader.fill('做什么', '两人一组，绕小区走两圈，看门锁、看消防通道');
    await leader.fill('在哪里集合', '东门门卫室');
    await leader.choose(/^有风险/);
    await leader.fill('有什么风险', '夜里路滑，可能遇到醉酒的人');
    await leader.choose('不是');
    await leader.tap('发布任务');
    await leader.tap('排班');
    await leader.pickDay('从哪一天', '2026年3月3日');
    await leader.pickDay('到哪一天', '2026年3月12日');
    await leader.tap('周二');
    await leader.tap('周四');
    await pickTime(leader, '几点开始', '21:00');
    await pickTime(leader, '几点结束', '01:00');
    await leader.see('这一班过半夜，第二天结束');
    await leader.fill('每班要几个人', '1');
    await leader.fill('候补几个人', '2');
    await leader.tap('先看排出来的样子');
    await leader.see('3月12日 周四 21:00—次日1:00');
    await leader.tap('排这 4 班');
    await leader.see('4 班，还缺 4 人');
  });

  it('[TASK-4] [SHIFT-1] asks for the day of birth once, then takes whoever comes first', async () => {
    await openPatrol(first);
    await first.see('夜里路滑，可能遇到醉酒的人');
    await first.tap('填写出生日期');
    await first.fill('出生日期', '19620518');
    await first.see('就是 1962年5月18日');
    await first.tap('存好');
    await first.see('存好了');
    await openPatrol(first);
    await first.tap('我来，报名这一班');
    await first.see('您报名了这一班');
  });

  it('[SHIFT-2] lets the second one wait, with their number', async () => {
    await as('zhao').call('volunteers.describe', { clientId: freshId(), bornOn: '1971-11-02', skills: [] });
    await openPatrol(second);
    await second.tap('排队候补');
    await second.see('您在候补，第 1 位');
  });

  it('[SHIFT-5] [SHIFT-6] holds a freed place for the one who waits, until they answer', async () => {
    await first.tap('来不了，退出');
    await first.tap('退出这一班');
    await first.see('排队候补');
    await here.cloud.cloud.fireTimer('timer');
    await second.goAnew(at('pages/home'));
    await second.see('等您答复');
    await second.tap(/^去答复/);
    await second.see('轮到您了，名额给您留着');
    await second.tap('我来');
    await second.see('您报名了这一班');
  });

  it('[HOURS-1] [HOURS-2] counts the hours between two codes, and shows them to whoever was there', async () => {
    clockTo(FROM - 10 * MINUTE);
    await openPatrol(leader);
    await leader.tap(/^到岗情况/);
    const code = await leader.sight().locator('.volunteer-code').innerText();
    await openPatrol(second);
    const patrol = /[?&]id=(\w+)/.exec(second.page.url())?.[1] ?? '';
    await second.tap('签到');
    await second.fill('签到码', code.trim() === '000000' ? '000001' : '000000');
    await second.tap('签到');
    await second.see(/签到码不对/);
    await second.fill('签到码', code.trim());
    await second.tap('签到');
    await second.see('您已签到');
    clockTo(TO + MINUTE);
    await second.goAnew(at('packages/volunteers/shift', { id: patrol }));
    await second.tap('签退');
    await second.fill('签退码', code.trim());
    await second.tap('签退');
    await second.see('您已签退，辛苦了');
    await second.tap('看我的时长');
    await second.see('4小时');
    await second.see('幸福里夜巡队');
    expect([...leader.errors, ...first.errors, ...second.errors]).toEqual([]);
  });
});

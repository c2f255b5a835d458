import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { pathCallsOf } from '../support/paths';
import { smallCommunity, type SmallCommunity } from '../support/persons';
import { ONE_PIXEL, uploadPhoto } from '../support/photos';
import { people } from '../support/small-community/people';
import { type PersonOnPhone, personOnPhone } from './support/person-on-phone';
import { idIn, pages } from './support/yard-story';

const STEP_MS = 180_000;
const SCREENS = [
  ['375', false, { width: 375, height: 812 }],
  ['320', false, { width: 320, height: 640 }],
  ['320-elder', true, { width: 320, height: 640 }],
] as const;

let cloud: TestCloud;
let browser: Browser;
let yard: SmallCommunity;
let on: ReturnType<typeof pathCallsOf>;
let vote: string;
let repair: string;

const phoneOf = (who: keyof typeof people, viewport: { width: number; height: number } = SCREENS[0][2]) =>
  personOnPhone(browser, cloud.address(yard.people[who].openid), { viewport });
const boardOf = (id: string) => `/packages/paths/board/index?id=${id}`;

beforeAll(async () => {
  const persons = Object.values(people).map(({ openid, name }) => ({ openid, name, roles: '' }));
  [cloud, browser] = await Promise.all([startTestCloud({ persons }), launchBrowser()]);
  yard = await smallCommunity(cloud);
  on = pathCallsOf(cloud, yard, await uploadPhoto(cloud, yard.people.secretary.openid));
  await on.motions.setProfile('lantian', {
    confirmedBy: '望江街道办事处',
    electronicVotes: ['residents-assembly'],
  });
  vote = (await on.drafted('residents-assembly', { title: '修改居民公约' })).motion.id;
}, BUILD_MS);
afterAll(async () => {
  await browser.close();
  await cloud.close();
});

describe('the lawful path on the phone', { timeout: STEP_MS }, () => {
  it('[PATH-12] [PATH-13] [PATH-15] the secretary sees what is missing, records it with a photo, and corrects it', async () => {
    const secretary = await phoneOf('secretary');
    await secretary.go(pages.motion(vote));
    await secretary.tap(/^法定步骤/);
    await secretary.see('还缺 1 步');
    await secretary.tap('记下这一步');
    await secretary.addPhoto('会议记录或文件的照片', ONE_PIXEL);
    await secretary.pickDay('哪一天办的', '2026年3月2日');
    await secretary.fill('负责人', '社区党委 陈秀兰');
    await secretary.fill('说明', '支委会7人到会，都同意提交居民会议');
    await secretary.tap('记下这一步');
    await secretary.see('这是法定表决：带“!”的步骤没做，就不能往下走。');
    await secretary.see(/负责人：社区党委 陈秀兰/);
    await secretary.tap('写错了，更正');
    await secretary.fill('负责人', '社区党委 胡建平');
    await secretary.fill('为什么更正', '写错了人');
    await secretary.tap('更正');
    await secretary.see(/理由：写错了人/);
    expect(secretary.errors).toEqual([]);
    await secretary.close();
  });
});

describe('an urgent repair on the phone', { timeout: STEP_MS }, () => {
  it('[URG-2] [URG-3] [URG-4] [URG-5] goes from the danger to the bill, and a neighbour asks about it', async () => {
    const manager = await phoneOf('propertyManager');
    await manager.go('/packages/repairs/list/index?placeId=xingfuli');
    await manager.tap('报紧急维修');
    await manager.addPhoto('险情的照片', ONE_PIXEL);
    await manager.fill('什么坏了', '2单元电梯断绳');
    await manager.pick('哪一类', '电梯故障');
    await manager.fill('在哪里', '1栋2单元');
    await manager.fill('有什么危险', '钢丝绳断了一根，随时会掉');
    await manager.pickDay('哪一天发现的', '2026年3月2日');
    await manager.fill('估价', '46200.5');
    await manager.tap('报上去');
    await manager.see(/估价 46,200\.50元/);
    repair = idIn(manager);
    const zhao = await phoneOf('zhao');
    await zhao.go(`/packages/repairs/detail/index?id=${repair}`);
    await zhao.tap('申请用维修资金');
    await zhao.addPhoto('申请书或回执的照片', ONE_PIXEL);
    await zhao.pickDay('哪一天', '2026年3月2日');
    await zhao.fill('申请人', '业委会 赵国强');
    await zhao.fill('向哪里申请', '区房管局，申请应急使用维修资金');
    await zhao.tap('记上申请，通知全体业主');
    await zhao.see('已申请，业主都通知了');
    await zhao.tap('记上开工');
    await zhao.addPhoto('开工现场的照片', ONE_PIXEL);
    await zhao.pickDay('哪一天', '2026年3月2日');
    await zhao.fill('施工单位', '蓉升电梯 李工');
    await zhao.fill('怎么修', '换钢丝绳，两天');
    await zhao.sight().getByRole('button', { name: '记上开工' }).last().tap();
    await zhao.see('正在抢修');
    await zhao.tap('公布账单和验收');
    await zhao.addPhoto('账单、发票和验收的照片', ONE_PIXEL);
    await zhao.fill('一共花了', '48000');
    await zhao.fill('施工单位', '蓉升电梯公司');
    await zhao.fill('验收情况', '试运行三天正常');
    await zhao.pickDay('哪一天验收的', '2026年3月2日');
    await zhao.pickDay('公示到哪一天', '2026年3月17日');
    await zhao.tap('公布账单');
    await zhao.tap('现在公布');
    await zhao.see('修好了，账单公示中');
    const wang = await phoneOf('wang');
    await wang.go(`/packages/repairs/detail/index?id=${repair}`);
    await wang.tap('对账单提异议');
    await wang.fill('哪里不清楚', '比估价多了一千多，为什么？');
    await wang.tap('提交异议');
    await wang.see('等答复');
    expect([...manager.errors, ...zhao.errors, ...wang.errors]).toEqual([]);
    await Promise.all([manager.close(), zhao.close(), wang.close()]);
  });
});

describe('what the locality lays down, on the phone', { timeout: STEP_MS }, () => {
  it('[PATH-22] [URG-7] the street lays a version down and everybody reads it; a wrong step of a repair is put right', async () => {
    const street = await phoneOf('streetOfficer');
    await street.go('/packages/paths/profile/index?placeId=lantian');
    await street.tap('定新的一版');
    await street.fill('依据的文件', '望街办〔2026〕21号');
    await street.tap(/^居民代表会议/);
    await street.pick('手机表决算什么', /可以作法定表决/);
    await street.tap('就这样');
    await street.fill('结果公示几天', '14');
    await street.tap('定成新的一版');
    await street.tap('定下来');
    await street.see('公示不少于15天');
    await street.fill('结果公示几天', '20');
    await street.tap('定成新的一版');
    await street.tap('定下来');
    await street.see(/居民会议、居民代表会议可以在手机上作法定表决/);
    await street.see(/望街办〔2026〕21号/);
    const zhao = await phoneOf('zhao');
    await zhao.go(`/packages/repairs/detail/index?id=${repair}`);
    await zhao.tap('写错了，更正');
    await zhao.fill('施工单位和负责人', '蓉升电梯 王工');
    await zhao.fill('为什么更正', '写错了人');
    await zhao.sight().getByRole('button', { name: '更正', exact: true }).last().tap();
    await zhao.see(/原来记的：.*蓉升电梯 李工/);
    expect([...street.errors, ...zhao.errors]).toEqual([]);
    await Promise.all([street.close(), zhao.close()]);
  });

  it('[ROLL-18] a grid worker ends a tie that is over, by its two kinds', async () => {
    const grid = await phoneOf('gridWorker');
    await grid.go('/packages/desk/ties/index?placeId=xingfuli-1-1');
    await grid.tap(/^哪一套房：/);
    await grid.tap(/201/);
    await grid.tap(/^解除/);
    await grid.choose(/房子卖了，或者搬走了/);
    await grid.fill('理由', '已经过户');
    await grid.sight().getByRole('button', { name: '解除', exact: true }).last().tap();
    await grid.see('还没有人认领这套房');
    expect(grid.errors).toEqual([]);
    await grid.close();
  });
});

/** Nothing is wider than the screen, and whatever is tapped is large enough. */
async function fits(phone: PersonOnPhone, width: number, elder: boolean): Promise<void> {
  const rights = await phone
    .sight()
    .locator('.page-content *:visible')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
  expect(Math.max(...rights)).toBeLessThanOrEqual(width);
  const taps = phone.sight().locator('.button:visible');
  const lowest = async () =>
    Math.min(...(await taps.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))));
  await expect.poll(lowest, { timeout: 5000 }).toBeGreaterThanOrEqual(elder ? 60 : 44);
}

describe('every screen of path and repair', { timeout: STEP_MS }, () => {
  it.each(SCREENS)('[PATH-12] [URG-1] is readable on %s', async (name, elder, viewport) => {
    const officer = await phoneOf('secretary', viewport);
    if (elder) await officer.tap('换成长辈版，字大一些');
    const seen = async (phone: PersonOnPhone, path: string, words: string | RegExp, shot: string) => {
      await phone.go(path);
      await phone.see(words);
      await fits(phone, viewport.width, elder);
      await takeShot(phone.page, `path-${shot}-${name}`);
    };
    const record = `id=${vote}&body=villagers-assembly&step=party-proposal&title=${encodeURIComponent('村党组织提议')}`;
    const later = (await on.drafted('villagers-assembly', { worth: 'straw' })).motion.id;
    await seen(officer, boardOf(vote), '本地办法', 'board');
    await seen(officer, boardOf(later), '村“两委”商议', 'villagers');
    await seen(officer, `/packages/paths/record/index?${record}`, '哪一天办的', 'record');
    await seen(officer, '/packages/repairs/open/index?placeId=xingfuli', '有什么危险', 'repair-open');
    await seen(officer, `/packages/repairs/bill/index?id=${repair}`, '验收情况', 'repair-bill');
    await seen(officer, '/packages/desk/ties/index?placeId=xingfuli', '哪一套房', 'ties');
    await officer.close();
    const street = await phoneOf('streetOfficer', viewport);
    if (elder) await street.tap('换成长辈版，字大一些');
    await seen(street, '/packages/paths/profile/index?placeId=lantian', '一版一版怎么定的', 'profile');
    await seen(street, '/packages/paths/lay-down/index?placeId=lantian', '会上临时加的议题', 'lay-down');
    await street.close();
    const wang = await phoneOf('wang', viewport);
    if (elder) await wang.tap('换成长辈版，字大一些');
    await seen(wang, '/packages/repairs/list/index?placeId=xingfuli', '2单元电梯断绳', 'repair-list');
    await seen(wang, `/packages/repairs/detail/index?id=${repair}`, '办到哪一步', 'repair');
    await wang.close();
  });
});

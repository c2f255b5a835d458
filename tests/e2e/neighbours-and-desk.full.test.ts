import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { people } from '../support/small-community/people';
import { type PersonOnPhone, personOnPhone } from './support/person-on-phone';
import { pages } from './support/yard-story';

/** A step takes seconds; a busy machine may need more. */
const STEP_MS = 120_000;
/** What the local cloud's content check takes for a case for somebody to look at. */
const DOUBTFUL = '测试待审';

let cloud: TestCloud;
let browser: Browser;
let yard: SmallCommunity;
const phones = new Map<PersonKey, PersonOnPhone>();

async function phoneOf(person: PersonKey, path: string): Promise<PersonOnPhone> {
  const known = phones.get(person);
  const phone = known ?? (await personOnPhone(browser, cloud.address(yard.people[person].openid)));
  phones.set(person, phone);
  await phone.go(path);
  // Typed into the address, it would show the page that lies under this one.
  await phone.page.reload();
  return phone;
}

async function submitted(person: PersonKey, text: string): Promise<string> {
  const caller = cloud.as(yard.people[person].openid);
  return (await caller.call('proposals.submit', { clientId: freshId(), text, placeId: 'xingfuli' })).id;
}

beforeAll(async () => {
  const persons = Object.values(people).map(({ openid, name }) => ({ openid, name, roles: '' }));
  [cloud, browser] = await Promise.all([startTestCloud({ persons }), launchBrowser()]);
  yard = await smallCommunity(cloud);
}, BUILD_MS);
afterAll(async () => {
  expect([...phones].flatMap(([person, { errors }]) => errors.map((error) => `${person}: ${error}`))).toEqual(
    [],
  );
  await browser.close();
  await cloud.close();
});

// What everybody had in sight when a step failed.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [person, phone] of phones) await takeShot(phone.page, `desk-failed-${person}`);
}, STEP_MS);

describe('a proposal between its author and the desk', { timeout: STEP_MS }, () => {
  it('[PRO-2] goes to the property manager, comes back unfinished, and is closed by its author', async () => {
    const id = await submitted('wang', '凉亭的木板烂了，请换成结实的');
    const secretary = await phoneOf('secretary', pages.matter(id));
    await secretary.tap('分类办理');
    await secretary.choose(/^家事/);
    await secretary.fill('由谁承办', '幸福里物业');
    await secretary.fill('理由', '凉亭由物业维护');
    await secretary.tap('分好了');
    await secretary.see('分类：家事，由幸福里物业办理');
    await secretary.tap('报告办好了');
    await secretary.fill('办理结果', '换了新木板');
    await secretary.tap('办好了，请提出人确认');
    await secretary.see('等提出人确认');
    const wang = await phoneOf('wang', pages.matter(id));
    await wang.tap('还没办好');
    await wang.fill('没办好的地方', '还有一块没换');
    await wang.tap('退回去接着办');
    await wang.see('提议人说没办好，重新办理');
    await secretary.go(pages.matter(id));
    await secretary.tap('报告办好了');
    await secretary.fill('办理结果', '这回都换了');
    await secretary.tap('办好了，请提出人确认');
    await secretary.see('等提出人确认');
    await wang.go(pages.matter(id));
    await wang.tap('确认办好了');
    await wang.see('已办结');
  });

  it('[PRO-6] [PRO-7] is returned with a reason, appealed, decided by somebody else, and written anew', async () => {
    const id = await submitted('zhou', '请禁止养狗');
    const gridWorker = await phoneOf('gridWorker', pages.matter(id));
    await gridWorker.tap('退回给提出人');
    await gridWorker.fill('理由', '可以改成遛狗要牵绳');
    await gridWorker.tap('退回');
    await gridWorker.see('已退回');
    const zhou = await phoneOf('zhou', pages.matter(id));
    await zhou.see(/可以改成遛狗要牵绳/);
    await zhou.tap('不同意退回，申诉');
    await zhou.fill('申诉的理由', '大家都这么说');
    await zhou.tap('提出申诉');
    await zhou.see('正在处理申诉');
    const secretary = await phoneOf('secretary', pages.matter(id));
    await secretary.tap('处理申诉');
    await secretary.choose(/^申诉不成立/);
    await secretary.fill('理由', '养犬另有条例');
    await secretary.tap('作出答复');
    await secretary.see(/答复：养犬另有条例/);
    await zhou.go(pages.matter(id));
    await zhou.tap('改一改再提');
    await zhou.fill('标题', '遛狗要牵绳');
    await zhou.tap('重新提出');
    await zhou.see('您的提议收到了');
    await zhou.tap('看这件事');
    await zhou.see('征集中');
  });

  it('[SEC-8] waits for an officer when the content check has doubts, and its author says so', async () => {
    const id = await submitted('heJing', `${DOUBTFUL}：楼下的团购`);
    const author = await phoneOf('heJing', pages.matter(id));
    await author.see('这段文字还在审核');
    const secretary = await phoneOf('secretary', pages.matter(id));
    await secretary.tap('去审核');
    await secretary.tap(/^通过何静/);
    await secretary.fill('理由', '没有问题');
    await secretary.tap('通过');
    await secretary.see('没有等着审的文字');
    const neighbour = await phoneOf('liuFang', pages.matter(id));
    await neighbour.see('支持这件事');
  });
});

describe('the discussion', { timeout: STEP_MS }, () => {
  it('[TALK-1] [TALK-2] [TALK-3] takes opinions and answers; a hidden one leaves its mark with the reason', async () => {
    const id = await submitted('wang', '东门空地改停车位');
    const liu = await phoneOf('liuFang', pages.matter(id));
    await liu.tap('说说我的意见');
    await liu.choose('反对');
    await liu.fill('您想说的话', '娃儿没地方耍了');
    await liu.tap('发出去');
    await liu.see('您的意见已经发出');
    await liu.tap('知道了');
    const wang = await phoneOf('wang', pages.matter(id));
    await wang.tap('回复刘芳');
    await wang.choose('赞成');
    await wang.fill('您想说的话', '靠墙那边留给娃儿');
    await wang.tap('发出去');
    await wang.tap('知道了');
    await wang.see('靠墙那边留给娃儿');
    const secretary = await phoneOf('secretary', pages.matter(id));
    await secretary.tap('隐藏刘芳的意见');
    await secretary.fill('理由', '试一下');
    await secretary.tap('隐藏');
    await secretary.see('这条意见由陈秀兰隐藏：试一下');
    await wang.go(pages.matter(id));
    // Hidden opinions are not counted, so that their column does not open by itself.
    await wang.sight().getByRole('tab', { name: /^反对/ }).tap();
    await wang.see('这条意见由陈秀兰隐藏：试一下');
    expect(await wang.sight().getByText('娃儿没地方耍了').count()).toBe(0);
  });

  it('keeps what was written when the phone starts anew', async () => {
    const zhao = await phoneOf('zhao', '/packages/proposals/new/index');
    await zhao.fill('您想提什么', '还没写完的话');
    await zhao.page.reload();
    const box = zhao.sight().locator('textarea');
    await expect.poll(() => box.inputValue()).toBe('还没写完的话');
  });
});

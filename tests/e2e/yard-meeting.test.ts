import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { DAY, HOUR, type PersonKey } from '../support/motions';
import { ONE_PIXEL } from '../support/photos';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { people } from '../support/small-community/people';
import { ownersMoveIn } from './support/owners-move-in';
import { type PersonOnPhone, personOnPhone } from './support/person-on-phone';

const TITLE = '东门空地改停车位';
const QUESTION = '同意东门空地改停车位吗？';
/** Sixteen days on: the first day that fifteen days of notice allow; half past seven in the evening. */
const MEETING_AT = TEST_NOW + 16 * DAY + 10.5 * HOUR;

/** A step takes seconds; a busy machine may need more. */
const STEP_MS = 120_000;

let cloud: TestCloud;
let browser: Browser;
let yard: SmallCommunity;
/** Owners who vote by call: the rest of the estate, so that two thirds can take part. */
let neighbours: string[];
const phones = new Map<PersonKey, PersonOnPhone>();

/** The person's phone, opened once. */
async function phoneOf(person: PersonKey): Promise<PersonOnPhone> {
  const known = phones.get(person);
  if (known) return known;
  const phone = await personOnPhone(browser, cloud.address(yard.people[person].openid));
  phones.set(person, phone);
  return phone;
}

const idIn = (phone: PersonOnPhone) => /[?&]id=([\w-]+)/.exec(phone.page.url())?.[1] ?? '';
const matter = (id: string) => `/packages/proposals/detail/index?id=${id}`;
const meeting = (id: string) => `/packages/meetings/detail/index?id=${id}`;
const motion = (id: string) => `/packages/motions/detail/index?id=${id}`;
const resolution = (id: string) => `/packages/resolutions/detail/index?id=${id}`;

/** Moves everybody's clock; what is due is done by the timer. */
async function itIs(at: number): Promise<void> {
  cloud.cloud.clock.set(at);
  await cloud.cloud.fireTimer('timer');
}

async function shot(person: PersonKey, path: string, name: string): Promise<void> {
  const phone = await phoneOf(person);
  await phone.go(path);
  await phone.sight().locator('.card, .tag').first().waitFor();
  await takeShot(phone.page, name);
}

async function propose(): Promise<string> {
  const wang = await phoneOf('wang');
  await wang.tap('我要提议');
  await wang.fill('您想提什么', `${TITLE}。车停到消防通道上了，娃儿过路吓人得很。`);
  await wang.tap('提出来');
  await wang.see('看这件事');
  await wang.tap('看这件事');
  await wang.see(TITLE);
  return idIn(wang);
}

async function coSign(person: PersonKey, id: string): Promise<void> {
  const phone = await phoneOf(person);
  await phone.go(matter(id));
  await phone.tap('支持这件事');
  await phone.see(/您已经支持了/);
}

async function triage(id: string): Promise<void> {
  const secretary = await phoneOf('secretary');
  await secretary.go(matter(id));
  await secretary.tap('分类办理');
  await secretary.choose(/^共事/);
  await secretary.fill('理由', '用的是共有场地，要大家商量');
  await secretary.tap('分好了');
  await secretary.see('用的是共有场地，要大家商量');
}

async function schedule(): Promise<string> {
  const secretary = await phoneOf('secretary');
  await secretary.tap('安排会议');
  await secretary.pick('开什么会', /^业主大会/);
  await secretary.pick('由谁召集', /^业委会/);
  await secretary.see(/要提前 15 天通知/);
  await secretary.pickDay('哪一天', '2026年3月18日');
  await secretary.fill('会议名称', '东门停车位业主大会');
  await secretary.fill('地点', '2栋前坝子');
  await secretary.tap('安排好了');
  await secretary.see('还没发通知');
  return idIn(secretary);
}

async function announceMotion(): Promise<string> {
  const secretary = await phoneOf('secretary');
  await secretary.tap('加一项表决');
  await secretary.pick('由谁表决', /^业主大会/);
  await secretary.pick('表决什么事', /^业主共同决定的其他事项/);
  await secretary.pick('这次表决的效力', /^预表决/);
  await secretary.fill('问大家什么', QUESTION);
  await secretary.fill('说明', '划14个车位，费用从公共收益出。');
  await secretary.tap('存好这次表决');
  await secretary.see('还没公布');
  const id = idIn(secretary);
  await secretary.tap('公布表决');
  await secretary.see('等待开始');
  return id;
}

/** Types the code of the door, right or wrong; what the page says to it is the caller's to see. */
async function typeCode(person: PersonKey, id: string, code: string): Promise<PersonOnPhone> {
  const phone = await phoneOf(person);
  await phone.go(meeting(id));
  await phone.tap('报到');
  await phone.fill('报到码', code);
  await phone.tap('报到');
  return phone;
}

async function vote(person: PersonKey, id: string, choice: '同意' | '反对' | '弃权'): Promise<void> {
  const phone = await phoneOf(person);
  await phone.go(motion(id));
  await phone.choose(new RegExp(`^${choice}`));
  await phone.tap(`投“${choice}”`);
  await phone.see('投票回执');
  await phone.see(/公布结果/);
}

/** The rest of the yard votes as well, by the same calls from their own phones. */
async function neighboursVote(id: string): Promise<void> {
  for (const openid of neighbours) {
    const phone = cloud.as(openid);
    const { mine } = await phone.call('motions.detail', { id });
    const entryId = mine[0]?.entryId ?? '';
    await phone.call('motions.castBallot', {
      clientId: freshId(),
      motionId: id,
      entryId,
      choice: 'yes',
      replaces: 0,
    });
  }
}

beforeAll(async () => {
  const persons = Object.values(people).map(({ openid, name }) => ({ openid, name, roles: '' }));
  [cloud, browser] = await Promise.all([startTestCloud({ persons }), launchBrowser()]);
  yard = await smallCommunity(cloud);
  neighbours = await ownersMoveIn(cloud, yard);
}, BUILD_MS);
afterAll(async () => {
  await browser.close();
  await cloud.close();
});

// What everybody had in sight when a step failed.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [person, phone] of phones) await takeShot(phone.page, `yard-failed-${person}`);
}, STEP_MS);

// One story in its order: each step begins where the one before it ended.
describe('one yard meeting, from a sentence to the finished work', { timeout: STEP_MS }, () => {
  let proposalId: string;
  let meetingId: string;
  let motionId: string;
  let resolutionId: string;

  it('[PRO-1] [PRO-3] begins with a sentence of one neighbour, co-signed by two more', async () => {
    proposalId = await propose();
    await coSign('zhou', proposalId);
    await coSign('heJing', proposalId);
    const { support } = await cloud.as(yard.people.wang.openid).call('proposals.detail', { id: proposalId });
    expect(support).toMatchObject({ persons: 3, heads: 3 });
    await shot('wang', matter(proposalId), 'yard-1-proposal');
  });

  it('[PRO-2] [MEET-1] [MEET-3] is sorted, scheduled and announced by the secretary, with a vote on it', async () => {
    await triage(proposalId);
    meetingId = await schedule();
    const secretary = await phoneOf('secretary');
    await secretary.tap('发出开会通知');
    await secretary.see('已通知');
    motionId = await announceMotion();
    await shot('wang', meeting(meetingId), 'yard-2-meeting');
  });

  it('[MEET-4] [MEET-5] brings the neighbours to the door, where a wrong code is refused', async () => {
    await itIs(MEETING_AT - HOUR / 2);
    const secretary = await phoneOf('secretary');
    await secretary.go(meeting(meetingId));
    await secretary.tap('出示报到码');
    const code = (await secretary.sight().locator('.door-code').textContent()) ?? '';
    const wrong = code === '111111' ? '222222' : '111111';
    await (await typeCode('wang', meetingId, wrong)).see(/报到码不对/);
    for (const person of ['wang', 'zhou', 'heJing'] as const) {
      await (await typeCode(person, meetingId, code.trim())).see('您已报到');
    }
  });

  it('[BAL-4] [BAL-7] [OWN-1] is voted on in three browsers; one changes the vote', async () => {
    await itIs(MEETING_AT + 60_000);
    await Promise.all([
      vote('wang', motionId, '同意'),
      vote('zhou', motionId, '反对'),
      vote('heJing', motionId, '同意'),
    ]);
    const zhou = await phoneOf('zhou');
    await zhou.go(motion(motionId));
    await zhou.tap('改投别的');
    await zhou.choose(/^同意/);
    await zhou.tap('改投“同意”');
    await zhou.see('投票回执');
    await zhou.see(/改过 1 次/);
    await neighboursVote(motionId);
    // Figures in sight are a few seconds old: here the clock stands still in between.
    await itIs(MEETING_AT + 70_000);
    await shot('wang', motion(motionId), 'yard-3-vote');
  });

  it('[BAL-5] [ROLL-7] refuses the co-owner who was not named, with the reason', async () => {
    const phone = await phoneOf('heYonggui');
    await phone.go(motion(motionId));
    await phone.see(/您不能投这一票/);
    await phone.see(/共有人/);
    await takeShot(phone.page, 'yard-4-refused');
  });

  it('[CLK-3] [RES-1] [RES-3] is closed by the clock, counted on both axes and published with its article', async () => {
    const { resultAt } = await cloud.as(yard.people.wang.openid).call('motions.detail', { id: motionId });
    await itIs(resultAt);
    const secretary = await phoneOf('secretary');
    await secretary.go(motion(motionId));
    await secretary.tap('公示结果');
    await secretary.see('预表决通过');
    await secretary.pickDay('公示到哪一天', '2026年4月10日', '下个月');
    await secretary.tap('公示');
    await secretary.see('从提出到办完');
    resolutionId = idIn(secretary);
    await secretary.see(/同意的面积超过参加表决的面积的一半/);
    await secretary.see(/《民法典》第二百七十八条/);
  });

  it('[RES-5] [RES-6] [RES-7] is done with a photo and confirmed by the one who raised it', async () => {
    const secretary = await phoneOf('secretary');
    await secretary.tap('交办一件事');
    await secretary.fill('什么事', '划14个车位');
    await secretary.pick('由谁负责', /^物业 孙伟/);
    await secretary.pickDay('哪天以前办完', '2026年3月28日');
    await secretary.tap('交办');
    await secretary.see('在办');
    const manager = await phoneOf('propertyManager');
    await manager.go(resolution(resolutionId));
    await manager.tap('报进展');
    await manager.choose(/^办完了/);
    await manager.fill('说一句', '线划好了，14个');
    await manager.addPhoto('现场照片', ONE_PIXEL);
    await manager.tap('报告办完了');
    await manager.see('等提出人确认');
    const wang = await phoneOf('wang');
    await wang.go(resolution(resolutionId));
    await wang.tap('确认办好了');
    await wang.see(/提出人确认办结/);
  });

  it('[RES-8] is one timeline for everybody in the place, from proposal to finished work', async () => {
    const steps = [
      '王桂兰',
      '列入议程',
      '开会通知',
      '预表决通过',
      '决议公示',
      '交办：划14个车位',
      '办完：划14个车位',
      '提出人确认办结',
    ];
    for (const person of ['zhou', 'heYonggui', 'secretary'] as const) {
      const phone = await phoneOf(person);
      await phone.go(matter(proposalId));
      // As whoever opens it now; a page read seconds ago may still show what stood then.
      await phone.page.reload();
      for (const step of steps) await phone.see(new RegExp(step));
    }
    await shot('zhou', matter(proposalId), 'yard-5-timeline');
    for (const phone of phones.values()) expect(phone.errors).toEqual([]);
  });
});

import type { Browser } from 'playwright-core';
import { takeShot } from '../../support/browser';
import { TEST_NOW, type TestCloud } from '../../support/local-cloud';
import { DAY, HOUR, type PersonKey } from '../../support/motions';
import { freshId, type SmallCommunity } from '../../support/persons';
import { type PersonOnPhone, personOnPhone } from './person-on-phone';

const TITLE = '东门空地改停车位';
const QUESTION = '同意东门空地改停车位吗？';
/** Sixteen days on: the first day that fifteen days of notice allow; half past seven in the evening. */
export const MEETING_AT = TEST_NOW + 16 * DAY + 10.5 * HOUR;

/** Where the pages of the story are. */
export const pages = {
  matter: (id: string) => `/packages/proposals/detail/index?id=${id}`,
  meeting: (id: string) => `/packages/meetings/detail/index?id=${id}`,
  motion: (id: string) => `/packages/motions/detail/index?id=${id}`,
  resolution: (id: string) => `/packages/resolutions/detail/index?id=${id}`,
};

/** The id in the address of the page that a person is on. */
export const idIn = (phone: PersonOnPhone) => /[?&]id=([\w-]+)/.exec(phone.page.url())?.[1] ?? '';

/** What everybody does in the story, each on a phone of their own. `neighbours` are owners who vote by call. */
export function yardStory(
  cloud: TestCloud,
  browser: Browser,
  yard: SmallCommunity,
  neighbours: readonly string[],
) {
  const phones = new Map<PersonKey, PersonOnPhone>();

  /** The person's phone, opened once. */
  async function phoneOf(person: PersonKey): Promise<PersonOnPhone> {
    const known = phones.get(person);
    if (known) return known;
    const phone = await personOnPhone(browser, cloud.address(yard.people[person].openid));
    phones.set(person, phone);
    return phone;
  }

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
    await phone.go(pages.matter(id));
    await phone.tap('支持这件事');
    await phone.see(/您已经支持了/);
  }

  async function triage(id: string): Promise<void> {
    const secretary = await phoneOf('secretary');
    await secretary.go(pages.matter(id));
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
    await phone.go(pages.meeting(id));
    await phone.tap('报到');
    await phone.fill('报到码', code);
    await phone.tap('报到');
    return phone;
  }

  async function vote(person: PersonKey, id: string, choice: '同意' | '反对' | '弃权'): Promise<void> {
    const phone = await phoneOf(person);
    await phone.go(pages.motion(id));
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

  return {
    phones,
    phoneOf,
    itIs,
    shot,
    propose,
    coSign,
    triage,
    schedule,
    announceMotion,
    typeCode,
    vote,
    neighboursVote,
  };
}

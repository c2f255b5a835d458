import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import type { Detail, PersonKey } from '../support/motions';
import { contentOf, type SecretCalls, secretCallsOf } from '../support/secret-ballots';
import type { PersonOnPhone } from './support/person-on-phone';
import { SCREENS, soundAsItIs } from './support/screens';
import { type YardOnPhones, yardOnPhones } from './support/yard-on-phones';
import { pages } from './support/yard-story';

const STEP_MS = 180_000;

let here: YardOnPhones;
let to: SecretCalls;
let motion: Detail;

const boxPage = () => `/packages/paper-ballots/box/index?id=${motion.id}`;

beforeAll(async () => {
  here = await yardOnPhones();
  to = await secretCallsOf(here.cloud, here.yard);
  motion = await to.poll({ paper: { precedence: 'first', settleMinutes: 60 } });
}, BUILD_MS);
afterAll(() => here.close());

/** On each size of screen, with nothing wrong on it. */
async function seenOn(
  who: PersonKey,
  path: () => string,
  words: string,
  shot: string,
  act: (phone: PersonOnPhone) => Promise<void> = () => Promise.resolve(),
) {
  for (const screen of SCREENS) {
    const phone = await here.phoneOf(who, screen);
    await phone.go(path());
    await phone.see(words);
    await act(phone);
    await soundAsItIs(phone, screen, `secret-${shot}`);
    expect(phone.errors).toEqual([]);
    await phone.close();
  }
}

const scrolledTo = (words: string) => async (phone: PersonOnPhone) =>
  phone.sight().getByText(words).last().scrollIntoViewIfNeeded();

describe('a secret ballot on the phone', { timeout: STEP_MS }, () => {
  it('[SECRET-1] is chosen in the draft, which says what it means', async () => {
    const draft = () => '/packages/motions/draft/index?placeId=xingfuli';
    await seenOn('secretary', draft, '记名还是无记名', 'draft', async (phone) => {
      await phone.pick('记名还是无记名', /^无记名/);
      await phone.see('无记名是这样投的');
      await phone.pick('也收纸质票吗', /也设票箱/);
      await scrolledTo('无记名是这样投的')(phone);
    });
  });

  it('[SECRET-5] [SECRET-9] [SECRET-11] says who sees what, asks once more, and keeps no choice', async () => {
    await seenOn('wang', () => pages.motion(motion.id), '无记名：谁能看到什么', 'open');
    const wang = await here.phoneOf('wang');
    await wang.go(pages.motion(motion.id));
    await wang.choose(/^反对/);
    await wang.tap('投“反对”');
    await wang.see('投了不能改，以后谁也查不到您投的是什么，您自己也查不到。');
    await takeShot(wang.page, 'secret-asking');
    await wang.tap('确定投“反对”');
    await wang.see('把回执留好');
    const kept = await wang.page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(kept).toContain('yard-receipt-2');
    expect(kept).not.toMatch(/反对|"no"|\\"no\\"/);
    expect(wang.errors).toEqual([]);
    await wang.close();
    await seenOn('wang', () => pages.motion(motion.id), '以第一次投的为准', 'cast', scrolledTo('看回执'));
  });

  it('[SECRET-3] [SECRET-7] the officer marks who put a paper in, and both count the box', async () => {
    const officer = await here.phoneOf('secretary');
    await officer.go(boxPage());
    await officer.fill('房号或名字', '2栋1单元');
    await officer.tap('找这一家');
    await officer.tap(/2栋1单元101/);
    await officer.see('要亲眼看着放进去再登记');
    await takeShot(officer.page, 'secret-marking');
    await officer.tap('看着放进去了，登记');
    await officer.see('我登记的');
    expect(officer.errors).toEqual([]);
    await officer.close();
    await to.mark(motion.id, '2栋1单元102');
    await seenOn('secretary', boxPage, '我登记的', 'box-open');
    await to.close(motion);
    await seenOn('secretary', boxPage, '可以开箱了', 'box-due', scrolledTo('登记箱里的票'));
    await to.enter(motion.id, contentOf({ yes: 2 }));
    await seenOn('gridWorker', boxPage, '请自己数一遍再填', 'box-second', scrolledTo('登记我数的'));
    const second = await here.phoneOf('gridWorker');
    await second.go(boxPage());
    await second.fill('投“同意”的，几张', '2');
    await second.fill('投“反对”的，几张', '0');
    await second.fill('投“弃权”的，几张', '0');
    await second.fill('废票，几张', '0');
    await second.tap('登记我数的');
    await second.see('票箱数完了');
    await second.see('箱里的票很少');
    expect(second.errors).toEqual([]);
    await second.close();
  });

  it('[SECRET-8] [SECRET-10] has its result, and the phone finds its own mark in the seal', async () => {
    await to.on.count(motion);
    await seenOn('wang', () => pages.motion(motion.id), '预表决通过', 'result');
    const wang = await here.phoneOf('wang');
    const entryId = await to.on.voterOf('wang', motion.id);
    await wang.go(`/packages/motions/secret-receipt/index?motionId=${motion.id}&entryId=${entryId}`);
    await wang.tap('查我这一票有没有收下');
    await wang.see('您这一票收下了');
    await takeShot(wang.page, 'secret-receipt');
    expect(wang.errors).toEqual([]);
    await wang.close();
  });
});

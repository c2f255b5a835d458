import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail } from '../support/motions';
import { type PaperCalls, paperCallsOf } from '../support/papers';
import { smallCommunity, type SmallCommunity } from '../support/persons';
import { ONE_PIXEL } from '../support/photos';
import { people } from '../support/small-community/people';
import { type PersonOnPhone, personOnPhone } from './support/person-on-phone';
import { pages } from './support/yard-story';

const STEP_MS = 120_000;
const SCREENS = [
  ['375 px', false, { width: 375, height: 812 }],
  ['320 px', false, { width: 320, height: 640 }],
  ['320 px in the elder version', true, { width: 320, height: 640 }],
] as const;

let cloud: TestCloud;
let browser: Browser;
let yard: SmallCommunity;
let to: PaperCalls;
let motion: Detail;
let wang: string;

const phoneOf = (who: keyof typeof people, viewport: { width: number; height: number } = SCREENS[0][2]) =>
  personOnPhone(browser, cloud.address(yard.people[who].openid), { viewport });
const papersPage = () => `/packages/paper-ballots/papers/index?id=${motion.id}`;

beforeAll(async () => {
  const persons = Object.values(people).map(({ openid, name }) => ({ openid, name, roles: '' }));
  [cloud, browser] = await Promise.all([startTestCloud({ persons }), launchBrowser()]);
  yard = await smallCommunity(cloud);
  to = await paperCallsOf(cloud, yard);
  motion = await to.poll('latest', { interim: 'hidden' });
  wang = await to.on.voterOf('wang', motion.id);
}, BUILD_MS);
afterAll(async () => {
  await browser.close();
  await cloud.close();
});

describe('paper on the phone', { timeout: STEP_MS }, () => {
  it('[PAP-4] [PAP-12] the secretary enters a paper from the door list', async () => {
    const secretary = await phoneOf('secretary');
    await secretary.go(pages.motion(motion.id));
    await secretary.tap('登记、核对纸质票');
    await secretary.page.getByRole('tab', { name: '入户名单' }).last().tap();
    await secretary.fill('哪一栋、哪个单元', '1栋1单元');
    await secretary.tap('打开入户名单');
    await secretary.tap(/幸福里1栋1单元102/);
    await secretary.see(motion.title);
    await secretary.addPhoto('签了字的纸质票', ONE_PIXEL);
    await secretary.choose('反对');
    await secretary.choose('上门收的');
    await secretary.choose('有人帮着填的');
    await secretary.fill('帮忙的人的名字', '王小川');
    await secretary.choose('投票人本人同意，并且在场');
    await secretary.tap('登记这张票');
    await secretary.see('登记好了');
    expect(await to.paper(motion.id, wang)).toMatchObject({
      choice: 'no',
      channel: 'door',
      helper: '王小川',
    });
    expect(secretary.errors).toEqual([]);
    await secretary.close();
  });

  it('[PAP-5] the grid worker checks it from the photo, without being shown the choice', async () => {
    const gridWorker = await phoneOf('gridWorker');
    await gridWorker.go(papersPage());
    await gridWorker.tap('对着照片核对');
    await gridWorker.sight().locator('.paper-photo').waitFor();
    expect(await gridWorker.sight().getByRole('radio', { checked: true }).count()).toBe(0);
    await gridWorker.choose('反对');
    await gridWorker.tap('核对好了');
    await gridWorker.see('已经通知投票人。');
    expect(await to.ballot(motion.id, wang)).toMatchObject({ choice: 'no', channel: 'door' });
    expect(gridWorker.errors).toEqual([]);
    await gridWorker.close();
  });

  it('[PAP-10] [BAL-21] the voter sees it behind a tap, says that it is not what they meant, and votes', async () => {
    const voter = await phoneOf('wang');
    await voter.go(pages.motion(motion.id));
    await voter.see('您家的纸质票已计入');
    await voter.see('王小川');
    expect(await voter.sight().locator('.paper-photo').count()).toBe(0);
    await voter.tap('看票上写的是什么');
    await voter.see('票上写的是');
    await voter.tap('看票的照片');
    await voter.sight().locator('.paper-photo').waitFor();
    await voter.tap('这不是我的意思');
    await voter.tap('不是我的意思，作废');
    await voter.see('您家的纸质票已作废');
    await voter.choose(/^同意/);
    await voter.tap('投“同意”');
    await voter.see('您已投票');
    expect(await to.ballot(motion.id, wang)).toMatchObject({ choice: 'yes' });
    expect(voter.errors).toEqual([]);
    await voter.close();
  });
});

/** Nothing is wider than the screen, and whatever is tapped is large enough. */
async function fits(phone: PersonOnPhone, width: number, elder: boolean): Promise<void> {
  const rights = await phone
    .sight()
    .locator('.page-content *:visible')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
  expect(Math.max(...rights)).toBeLessThanOrEqual(width);
  const taps = phone.sight().locator('.button:visible, .choice:visible');
  // Asked again where one of them is drawn anew between being found and being measured: what is gone measures nothing.
  const lowest = async () =>
    Math.min(...(await taps.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))));
  await expect.poll(lowest, { timeout: 5000 }).toBeGreaterThanOrEqual(elder ? 60 : 44);
}

describe('every screen of paper', { timeout: STEP_MS }, () => {
  let zhao: string;

  beforeAll(async () => {
    zhao = await to.on.voterOf('zhao', motion.id);
    await to.enter(motion.id, zhao, 'yes', { assistance: { helper: '赵小妹', consent: true } });
  });

  it.each(SCREENS)('[PAP-1] [PAP-10] is readable on %s', async (name, elder, viewport) => {
    const officer = await phoneOf('gridWorker', viewport);
    if (elder) await officer.tap('换成长辈版，字大一些');
    const seen = async (phone: PersonOnPhone, path: string, words: string, shot: string) => {
      await phone.go(path);
      await phone.see(words);
      await fits(phone, viewport.width, elder);
      await takeShot(phone.page, `papers-${shot}-${name}`);
    };
    const named = `motionId=${motion.id}&entryId=${zhao}&label=${encodeURIComponent('幸福里1栋1单元201')}`;
    await seen(officer, papersPage(), '对着照片核对', 'list');
    await seen(officer, `/packages/paper-ballots/paper-check/index?${named}`, '您看票上选的是', 'check');
    await seen(officer, `/packages/paper-ballots/paper-enter/index?${named}`, '票上选的是', 'enter');
    await officer.close();
    const voter = await phoneOf('zhao', viewport);
    if (elder) await voter.tap('换成长辈版，字大一些');
    await seen(voter, pages.motion(motion.id), '有人登记了您家的纸质票', 'motion');
    await voter.sight().getByText('有人登记了您家的纸质票').scrollIntoViewIfNeeded();
    await voter.sight().getByText('这不是我的意思').last().scrollIntoViewIfNeeded();
    await takeShot(voter.page, `papers-voter-${name}`);
    await voter.close();
    const secretary = await phoneOf('secretary', viewport);
    if (elder) await secretary.tap('换成长辈版，字大一些');
    await secretary.go('/packages/motions/draft/index?placeId=xingfuli');
    await secretary.pick('也收纸质票吗', /以最后投的为准/);
    await secretary.see('纸质票要两个人办');
    await takeShot(secretary.page, `papers-draft-${name}`);
    await secretary.close();
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkReceipt } from '../../scripts/verify/check';
import { launchBrowser, takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type Detail, motionCallsOf } from '../support/motions';
import { type SmallCommunity, smallCommunity } from '../support/persons';
import { hiddenPoll } from '../support/receipts';
import { people } from '../support/small-community/people';
import { type PersonOnPhone, personOnPhone } from './support/person-on-phone';
import { pages } from './support/yard-story';

const STEP_MS = 120_000;
const ASK = '看我投的是什么';
const SCREENS = [
  ['375 px', false, { width: 375, height: 812 }],
  ['320 px', false, { width: 320, height: 640 }],
  ['375 px in the elder version', true, { width: 375, height: 812 }],
  ['320 px in the elder version', true, { width: 320, height: 640 }],
] as const;

let cloud: TestCloud;
let browser: Browser;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;
let motion: Detail;
let receiptPage: string;
beforeAll(async () => {
  const persons = Object.values(people).map(({ openid, name }) => ({ openid, name, roles: '' }));
  [cloud, browser] = await Promise.all([startTestCloud({ persons }), launchBrowser()]);
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
  motion = await hiddenPoll(on, cloud.cloud.clock.now());
  await cloud.cloud.fireTimer('timer');
  await on.cast('wang', motion.id, 'no');
  await on.cast('wang', motion.id, 'yes', 1);
  const entryId = await on.voterOf('wang', motion.id);
  receiptPage = `/packages/motions/receipt/index?motionId=${motion.id}&entryId=${entryId}`;
}, BUILD_MS);
afterAll(async () => {
  await browser.close();
  await cloud.close();
});

const phoneOfWang = (viewport: { width: number; height: number }) =>
  personOnPhone(browser, cloud.address(yard.people.wang.openid), {
    viewport,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
/** What stands on the receipt in sight; the page around it offers all choices. */
const receiptOn = (phone: PersonOnPhone) => phone.sight().locator('.receipt');
const chosen = (phone: PersonOnPhone) => receiptOn(phone).getByText('同意', { exact: true });
const signedOf = async () =>
  (
    await on
      .as('wang')
      .call('motions.receipt', { motionId: motion.id, entryId: await on.voterOf('wang', motion.id) })
  ).signed;

describe('the receipt on the phone', { timeout: STEP_MS }, () => {
  it('[BAL-21] hides the choice behind a tap, and again on leaving the page', async () => {
    const phone = await phoneOfWang({ width: 375, height: 812 });
    await phone.go(pages.motion(motion.id));
    for (const leave of [() => phone.tap('看回执'), () => phone.page.goBack()]) {
      await receiptOn(phone).getByText(ASK).waitFor();
      expect(await chosen(phone).count()).toBe(0);
      await phone.tap(ASK);
      await chosen(phone).waitFor();
      await leave();
      await receiptOn(phone).getByText('您已投票').waitFor();
    }
    await receiptOn(phone).getByText(ASK).waitFor();
    expect(await chosen(phone).count()).toBe(0);
    expect(await phone.sight().getByText('看回执').count()).toBe(1);
    expect(phone.errors).toEqual([]);
    await phone.close();
  });

  it('[BAL-21] copies the receipt as it was issued, for the verifier to accept', async () => {
    const phone = await phoneOfWang({ width: 375, height: 812 });
    await phone.go(receiptPage);
    await phone.tap('复制回执');
    await phone.see('已经复制');
    const copied = await phone.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await signedOf());
    expect(checkReceipt(Buffer.from(copied))).toMatchObject({ ok: true, receipt: { revision: 2 } });
    await phone.close();
  });

  it('[BAL-24] finds in one tap that what its receipt pins of the record is still there', async () => {
    const phone = await phoneOfWang({ width: 320, height: 640 });
    await phone.go(receiptPage);
    await phone.see(/操作记录到第 \d+ 号封存为止/);
    await phone.tap('查封存的记录换过没有');
    await phone.see('和您回执上记的对得上');
    await takeShot(phone.page, 'receipt-record');
    expect(phone.errors).toEqual([]);
    await phone.close();
  });

  it.each(SCREENS)('[BAL-7] [BAL-21] shows everything on %s', async (name, elder, viewport) => {
    const phone = await phoneOfWang(viewport);
    if (elder) await phone.tap('换成长辈版，字大一些');
    await phone.go(receiptPage);
    await phone.see(motion.title);
    await phone.see('第 2 次');
    await phone.see(/公布结果时少了您这一票，凭它可以证明/);
    const code = checkReceipt(Buffer.from((await signedOf()) ?? '')).receipt?.commitment.slice(0, 12);
    await phone.see(code?.toUpperCase() ?? 'no code');
    await takeShot(phone.page, `receipt-${name}`);
    await phone.tap(ASK);
    await chosen(phone).waitFor();
    await phone.tap('复制回执');
    await phone.see('已经复制');
    const sizes = await phone.page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.page:not([style*="none"]) .receipt *, .section *')];
      const rights = boxes.map((box) => box.getBoundingClientRect()).filter(({ width }) => width > 0);
      return { widest: Math.max(...rights.map(({ right }) => right)), screen: window.innerWidth };
    });
    expect(sizes.widest).toBeLessThanOrEqual(viewport.width);
    expect(sizes.screen).toBe(viewport.width);
    const heights = await phone
      .sight()
      .locator('.receipt .tap:visible, .section .tap:visible')
      .evaluateAll((taps) => taps.map((tap) => tap.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(elder ? 60 : 44);
    await takeShot(phone.page, `receipt-${name}-open`);
    await phone.close();
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkReceipt } from '../../scripts/verify/check';
import { checkBundle } from '../../scripts/verify/check-bundle';
import { launchBrowser, takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { wrongIn } from '../support/bundles';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type Detail, motionCallsOf } from '../support/motions';
import { type SmallCommunity, smallCommunity } from '../support/persons';
import { hiddenPoll } from '../support/receipts';
import { people } from '../support/small-community/people';
import { type PersonOnPhone, personOnPhone } from './support/person-on-phone';
import { pages } from './support/yard-story';

const STEP_MS = 120_000;
const CHECK = '查我这一票有没有算进去';
const SCREENS = [
  ['375 px', false, { width: 375, height: 812 }],
  ['320 px', false, { width: 320, height: 640 }],
  ['320 px in the elder version', true, { width: 320, height: 640 }],
] as const;

let cloud: TestCloud;
let browser: Browser;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;
let motion: Detail;
let phone: PersonOnPhone;
let receiptPage: string;

beforeAll(async () => {
  const persons = Object.values(people).map(({ openid, name }) => ({ openid, name, roles: '' }));
  [cloud, browser] = await Promise.all([startTestCloud({ persons }), launchBrowser()]);
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
  motion = await hiddenPoll(on, cloud.cloud.clock.now());
  const entryId = await on.voterOf('wang', motion.id);
  receiptPage = `/packages/motions/receipt/index?motionId=${motion.id}&entryId=${entryId}`;
  await on.cast('zhou', motion.id, 'no');
  phone = await phoneOf('wang', { width: 375, height: 812 });
}, BUILD_MS);
afterAll(async () => {
  await phone.close();
  await browser.close();
  await cloud.close();
});

const phoneOf = (who: 'wang' | 'tenant', viewport: { width: number; height: number }) =>
  personOnPhone(browser, cloud.address(yard.people[who].openid), {
    viewport,
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });

describe('the sealed count on the phone', { timeout: STEP_MS }, () => {
  it('[SEAL-11] looks for the ballot after the count, with the receipt that the phone kept when voting', async () => {
    await phone.go(pages.motion(motion.id));
    await phone.choose('同意');
    await phone.tap('投“同意”');
    await phone.see('现在还没有计票，出了结果再来查');
    await on.count(motion);
    await phone.go(receiptPage);
    await phone.tap(CHECK);
    await phone.see('您这一票算进去了');
    const { seal } = await on.as('wang').call('motions.seal', { id: motion.id });
    await phone.see(new RegExp(`封存码 ${seal?.code}`));
    expect(await phone.sight().getByText('这部手机没有留下投票时的回执').count()).toBe(0);
    expect(phone.errors).toEqual([]);
  });

  it('[SEAL-11] says that the ballot is missing where the server shows none, and what to do', async () => {
    await phone.page.route('**/call/api', async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { result: { data?: { leaf?: unknown } } };
      if (answer.result.data?.leaf) answer.result.data.leaf = null;
      await route.fulfill({ response, json: answer });
    });
    await phone.tap('再查一次');
    await phone.see('没有找到您这一票');
    await phone.see(/发给社区和街道，凭它可以要求查票/);
    await phone.tap('复制这张回执');
    await phone.see('已经复制');
    const copied = await phone.page.evaluate(() => navigator.clipboard.readText());
    expect(checkReceipt(Buffer.from(copied))).toMatchObject({ ok: true, receipt: { motion: motion.id } });
    await takeShot(phone.page, 'seal-missing');
    await phone.page.unroute('**/call/api');
  });

  it('[SEAL-6] [SEAL-8] downloads both versions; the verifier accepts them', async () => {
    await phone.go(pages.motion(motion.id));
    await phone.see('核对这次计票');
    await phone.sight().getByRole('tab', { name: '核对用的文件' }).tap();
    for (const [words, version] of [
      ['下载公开版', '公开版'],
      ['下载完整版', '完整版'],
    ] as const) {
      const { name, bytes } = await phone.download(words);
      expect(name).toBe(`计票封存-${version}-${motion.id.slice(0, 8)}.json`);
      const checked = checkBundle(bytes);
      expect(wrongIn(checked)).toEqual([]);
      expect(checked.header?.ballots).toBe(2);
      await phone.see('已经下载');
    }
  });

  it('[SEAL-6] tells a tenant why the full version is closed to them', async () => {
    const theirs = await phoneOf('tenant', { width: 375, height: 812 });
    await theirs.go(pages.motion(motion.id));
    await theirs.see(/完整版只给这次名册上的投票人/);
    await theirs.close();
  });

  it.each(SCREENS)('[SEAL-1] [SEAL-11] shows everything on %s', async (name, elder, viewport) => {
    const small = await phoneOf('wang', viewport);
    if (elder) await small.tap('换成长辈版，字大一些');
    await small.go(receiptPage);
    await small.tap(CHECK);
    await small.see('您这一票算进去了');
    // Another phone than the one that voted.
    await small.see(/这部手机没有留下投票时的回执/);
    await takeShot(small.page, `seal-receipt-${name}`);
    await small.go(pages.motion(motion.id));
    await small.see('核对这次计票');
    await small.sight().getByText('下载完整版').scrollIntoViewIfNeeded();
    await takeShot(small.page, `seal-result-${name}`);
    const widest = await small.page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.page:not([style*="none"]) .section *')];
      return Math.max(...boxes.map((box) => box.getBoundingClientRect().right));
    });
    expect(widest).toBeLessThanOrEqual(viewport.width);
    await small.close();
  });
});

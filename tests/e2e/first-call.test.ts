import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, newPhone, openPage, takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { startTestCloud, type TestCloud } from '../support/local-cloud';

const LI = { openid: 'e2e-li', name: '李秀英', roles: '居民' };
const NEWCOMER = { openid: 'e2e-newcomer', name: '新来的人', roles: '还没有登录' };

describe('the H5 page in a real browser', () => {
  let cloud: TestCloud;
  let browser: Browser;
  beforeAll(async () => {
    [cloud, browser] = await Promise.all([startTestCloud({ persons: [LI, NEWCOMER] }), launchBrowser()]);
    const clientId = crypto.randomUUID();
    await cloud
      .as(LI.openid)
      .call('members.signIn', { clientId, name: LI.name, consentVersion: '2026-01-01' });
  }, BUILD_MS);
  afterAll(async () => {
    await browser.close();
    await cloud.close();
  });

  it('reaches the gateway at a tap and shows what it answers', async () => {
    const phone = await newPhone(browser);
    const { page, errors } = await openPage(phone, cloud.address(LI.openid));
    await page.getByText(`${LI.name}，上午好`).waitFor();
    await page.getByRole('tab', { name: '我的' }).tap();
    await page.getByText('我的房屋').waitFor();
    await page.locator('.mine-name', { hasText: LI.name }).waitFor();
    await takeShot(page, 'first-call-mine');
    expect(errors).toEqual([]);
    await phone.close();
  });

  it('takes the token out of the address, and another tab without it is refused', async () => {
    const phone = await newPhone(browser);
    const { page } = await openPage(phone, cloud.address(LI.openid));
    await page.getByText(`${LI.name}，上午好`).waitFor();
    expect(page.url()).not.toContain(cloud.cloud.token);
    const stranger = await newPhone(browser);
    const { page: other } = await openPage(stranger, `${cloud.cloud.url}/?as=${LI.openid}`);
    await other.getByText('再试一次').first().waitFor();
    expect(await other.getByText(`${LI.name}，上午好`).count()).toBe(0);
    await Promise.all([phone.close(), stranger.close()]);
  });

  it('becomes another demo person through the switch of the local build', async () => {
    const phone = await newPhone(browser);
    const { page } = await openPage(phone, cloud.address(LI.openid));
    await page.getByText(`${LI.name}，上午好`).waitFor();
    await page.getByLabel('换一个演示人物').first().tap();
    await page.getByText(NEWCOMER.name, { exact: true }).first().tap();
    await page.getByText('先登录，再办事').first().waitFor();
    await page.getByText(`${LI.name}，上午好`).waitFor({ state: 'detached' });
    await phone.close();
  });
});

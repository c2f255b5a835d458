import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, newPhone, openPage, takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type SmallCommunity, smallCommunity } from '../support/persons';
import { HEADING, homeLine, type Line, workbook } from '../support/register-files';

let cloud: TestCloud;
let yard: SmallCommunity;
let browser: Browser;
let phone: BrowserContext;
let page: Page;
let errors: string[];

async function choose(lines: Line[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByText('选择名册文件').tap();
  const file = { name: '柳林新苑名册.xlsx', mimeType: 'application/octet-stream', buffer: workbook(lines) };
  await (await chooser).setFiles(file);
  await page.getByText('和原来比').or(page.getByText('要改的地方')).first().waitFor();
}

describe('a register of 400 rows', () => {
  beforeAll(async () => {
    const people = [{ openid: 'o_secretary', name: '陈书记', roles: '书记' }];
    [cloud, browser] = await Promise.all([startTestCloud({ persons: people }), launchBrowser()]);
    yard = await smallCommunity(cloud);
    phone = await newPhone(browser, { viewport: { width: 375, height: 740 } });
    const address = `${cloud.address(yard.people.secretary.openid)}#/packages/register/index/index?placeId=liulin`;
    ({ page, errors } = await openPage(phone, address));
  }, BUILD_MS);
  afterAll(async () => {
    await phone.close();
    await browser.close();
    await cloud.close();
  });

  it('[REG-3] with mistakes says in which row and column, and is not used', async () => {
    await page.getByText('柳林新苑现在的名册').waitFor();
    await takeShot(page, 'register-overview');
    await choose([
      HEADING,
      homeLine('1栋', '101', '冯婷', { area: '一百' }),
      homeLine('1栋', '102', '陈伟', { key: '510104199001011234' }),
    ]);
    await page.getByText('第2行 建筑面积').waitFor();
    await page.getByText('系统不收身份证号', { exact: false }).first().waitFor();
    await takeShot(page, 'register-problems');
    await page.goBack();
  });

  it('[REG-5] [REG-7] is previewed, its same names are confirmed, and it becomes the register', async () => {
    const lines = Array.from({ length: 400 }, (_, n) =>
      homeLine(
        `${1 + Math.floor(n / 100)}栋`,
        String(101 + (n % 100)),
        n === 7 || n === 150 ? '陈伟' : `业主${n}`,
      ),
    );
    await choose([HEADING, ...lines]);
    await page.getByText('陈伟').first().waitFor();
    await takeShot(page, 'register-preview');
    await page.getByText('是同一人', { exact: true }).first().tap();
    await page.getByText('同名的业主都确认过了').first().waitFor();
    await page.getByText('用这份名册', { exact: true }).first().tap();
    await page.getByText('正在用').last().waitFor();
    await takeShot(page, 'register-current');
    const overview = await cloud
      .as(yard.people.secretary.openid)
      .call('members.registerOverview', { placeId: 'liulin' });
    expect(overview).toMatchObject({ counts: { homes: 400 }, current: { fileName: '柳林新苑名册.xlsx' } });
    expect(errors).toEqual([]);
  });

  it('[MEM-2] slips for a building are shown once', async () => {
    await page.goto(
      `${cloud.address(yard.people.secretary.openid)}#/packages/register/slips/index?placeId=liulin`,
    );
    await page.reload();
    await page.getByText('2栋', { exact: true }).first().tap();
    await page.getByText('发新码', { exact: true }).first().tap();
    await page.getByText('只显示这一次').first().waitFor();
    await takeShot(page, 'register-slips');
  });
});

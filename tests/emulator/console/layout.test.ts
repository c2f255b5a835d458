import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../../../emulator';
import { launchBrowser, newPhone, openPage } from '../../support/browser';
import { startCloud, type TestCloud } from '../support/cloud';
import { cutTexts, notChinese } from '../support/layout';
import { DESK } from '../support/desk';

const SECTIONS = ['函数', '调用', '集合', '发件箱', '存储', '时钟', '人员', '故障'];
const SCREENS = [
  [375, 812],
  [1280, 800],
] as const;

let cloud: TestCloud;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [browser, cloud] = await Promise.all([
    launchBrowser(),
    startCloud(['diary', 'files', 'wechat', 'sweep', 'whoami'], {
      clock: createClock({ frozenAt: Date.parse('2026-03-02T09:30:00+08:00') }),
      collections: [{ name: 'notes', indexes: [{ name: 't', keys: [{ field: 'text', order: 1 }] }] }],
      persons: [{ openid: 'resident_A', name: '王芳', roles: '业主，楼栋长' }],
      functionSettings: { whoami: { timeout: 61 } },
      timers: true,
    }),
  ]);
  await cloud.call('diary', { action: 'work' }, 'resident_A');
  await cloud.call('files', { step: 'upload', path: 'photos/2026/03/a.png', base64: 'AAAA' }, 'resident_A');
  cloud.outbox.accept('resident_A', 'T');
  const message = { touser: 'resident_A', templateId: 'T', data: { thing1: { value: '业主大会明天开始' } } };
  await cloud.call('wechat', { group: 'subscribeMessage', name: 'send', data: message }, 'resident_A');
  cloud.faults.on({
    action: /^database\.(insert|modify|remove)Document$/,
    collection: 'notes',
    nth: 3,
    times: 10,
    chance: 0.5,
    code: 'DATABASE_TRANSACTION_CONFLICT',
    then: 'fail-after',
  });
  ({ page } = await openPage(await newPhone(browser, DESK), `${cloud.url}/console/#token=${cloud.token}`));
});
afterAll(async () => {
  await browser.close();
  await cloud.end();
});

/** Goes to a section and resolves when its data stand there. */
async function open(name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.locator('tbody:not(.empty), .pick, .facts dd').first().waitFor();
}

describe.each(SCREENS)('the console at %i × %i', (width, height) => {
  beforeAll(() => page.setViewportSize({ width, height }));

  it.each(SECTIONS)('cuts nothing and needs no sideways scrolling in the section %s', async (name) => {
    await open(name);
    if (name === '调用') {
      await page.locator('tbody').last().getByRole('button').click();
      await page.locator('.detail').waitFor();
    }
    if (name === '集合') await page.getByRole('button', { name: '查询' }).click();
    expect(await cutTexts(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  it('cuts nothing where it asks for an aggregation', async () => {
    await open('集合');
    await page.getByLabel('方式').selectOption('aggregate');
    expect(await cutTexts(page)).toEqual([]);
  });
});

describe('the language of the console', () => {
  it.each(SECTIONS)('is Chinese in the section %s', async (name) => {
    await open(name);
    expect(await notChinese(page)).toEqual([]);
  });
});

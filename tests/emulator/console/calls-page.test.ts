import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, newPhone, openPage } from '../../support/browser';
import { startCloud, type TestCloud } from '../support/cloud';
import { DESK } from '../support/desk';

let cloud: TestCloud;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [browser, cloud] = await Promise.all([launchBrowser(), startCloud(['echo', 'notes'])]);
  ({ page } = await openPage(await newPhone(browser, DESK), `${cloud.url}/console/#token=${cloud.token}`));
  await page.getByRole('navigation').getByRole('link', { name: '调用' }).click();
  await page.getByRole('heading', { level: 1, name: '调用' }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await cloud.end();
});

const row = (text: string) => page.locator('tbody').filter({ hasText: text });

describe('the calls of the console', () => {
  it('are filtered by person while the openid is being typed', async () => {
    for (const openid of ['typed_A', 'typed_B', 'typed_BB'])
      await cloud.call('echo', { action: `says-${openid}` }, openid);
    await row('says-typed_A').waitFor();
    const who = page.getByLabel('谁');
    await who.pressSequentially('ped_B');
    await expect.poll(() => row('says-').allInnerTexts()).toHaveLength(2);
    await who.fill('typed_B');
    await expect.poll(() => row('says-').allInnerTexts()).toHaveLength(1);
    await row('says-typed_B').waitFor();
    await who.fill('');
    await row('says-typed_A').waitFor();
  });

  it('show what they were given and answered, and which fault struck a request', async () => {
    cloud.faults.on({ action: 'database.calculateDocument', then: 'quota' });
    await cloud.call('notes', { step: 'count', note: '说明' }, 'resident_A');
    const call = row('count').first();
    await call.getByRole('button').click();
    await expect.poll(() => call.innerText()).toContain('"note": "说明"');
    const shown = await call.innerText();
    expect(shown).toContain('"errCode": -501001');
    expect(shown).toContain('故障 quota');
    await call.getByRole('button').click();
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tooModern } from '../../scripts/build/es-level';
import { buildPhone } from '../../scripts/build/taro';
import { launchBrowser, newPhone, openPage } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { localWordsIn } from '../support/local-words';
import { startTestCloud, type TestCloud } from '../support/local-cloud';

/** The browser reports that the gateway refuses a page without a person; that is what it should do. */
const REFUSED_CALL = /Failed to load resource/;

describe('the H5 page that is deployed', () => {
  let cloud: TestCloud;
  let browser: Browser;
  let out: string;
  beforeAll(async () => {
    out = (await buildPhone('h5')).out;
    [cloud, browser] = await Promise.all([startTestCloud({ webRoot: out }), launchBrowser()]);
  }, BUILD_MS);
  afterAll(async () => {
    await browser.close();
    await cloud.close();
  });

  it('opens without an error in its scripts, and has no switch of persons', async () => {
    const phone = await newPhone(browser);
    const { page, errors } = await openPage(phone, cloud.cloud.url);
    await page.getByRole('tab', { name: '我的' }).tap();
    await page.locator('.title-bar').filter({ hasText: '我的' }).first().waitFor();
    expect(errors.filter((error) => !REFUSED_CALL.test(error))).toEqual([]);
    expect(await page.getByText('本机演示').count()).toBe(0);
    await phone.close();
  });

  it('[SEC-14] has nothing of the local build in it', async () => {
    expect(await localWordsIn(out)).toEqual([]);
  });

  it('can be parsed by the oldest engines we serve', async () => {
    expect(await tooModern(out)).toEqual([]);
  });
});

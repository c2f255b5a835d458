import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../../emulator';
import { launchBrowser, newPhone, openPage } from '../../support/browser';
import { startCloud, type TestCloud } from '../support/cloud';
import { DESK } from '../support/desk';

const MORNING = Date.parse('2026-03-02T09:30:00+08:00');
const HOSTILE = `<img src=x onerror="window.stolen=1"><script>window.stolen=1</script>"'&lt;`;

let cloud: TestCloud;
let browser: Browser;
beforeAll(async () => {
  [browser, cloud] = await Promise.all([
    launchBrowser(),
    startCloud(['diary', 'echo', 'misbehave', 'notes', 'files', 'wechat', 'sweep', 'whoami'], {
      clock: createClock({ frozenAt: MORNING }),
      collections: [{ name: 'notes', indexes: [{ name: 't', keys: [{ field: 'text', order: 1 }] }] }],
      persons: [{ openid: 'resident_A', name: '王芳', roles: '业主' }],
      timers: true,
    }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await cloud.end();
});

let page: Page;
let errors: string[];
/** A console of its own, opened at an address with `token`. */
const openConsole = async (token: string) =>
  openPage(await newPhone(browser, DESK), `${cloud.url}/console/#token=${token}`);
beforeAll(async () => {
  ({ page, errors } = await openConsole(cloud.token));
});
beforeEach(() => open('函数'));
afterEach(() => {
  cloud.faults.reset();
  expect(errors).toEqual([]);
});

/** Resolves when the section stands there, not the one before it. */
const open = async (name: string) => {
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
};
const row = (text: string) => page.locator('tbody').filter({ hasText: text });

describe('the way into the console', () => {
  it('takes the token out of the address, and keeps it for this tab over a reload', async () => {
    const { page: first } = await openConsole(cloud.token);
    await first.getByText('diary').waitFor();
    expect(first.url()).toBe(`${cloud.url}/console/`);
    await first.reload();
    await first.getByText('diary').waitFor();
    const second = await first.context().newPage();
    await second.goto(`${cloud.url}/console/`);
    await second.getByLabel('令牌').waitFor();
    await first.context().close();
  });

  it('asks for the token when the cloud does not take the one it has', async () => {
    const { page: other } = await openConsole('wrong');
    await other.getByRole('alert').filter({ hasText: '令牌不对' }).waitFor();
    await other.getByLabel('令牌').fill('错');
    await other.getByRole('button', { name: '打开' }).click();
    await other.getByRole('alert').filter({ hasText: '令牌不对' }).waitFor();
    await other.getByLabel('令牌').fill(cloud.token);
    await other.getByRole('button', { name: '打开' }).click();
    await other.getByText('diary').waitFor();
    await other.context().close();
  });
});

describe('the sections of the console', () => {
  it('show a call as it comes in, and open it', async () => {
    await open('调用');
    await cloud.call('diary', { action: 'work' }, 'resident_A');
    const call = row('work').filter({ hasText: '王芳' });
    await call.getByRole('button').click();
    await expect.poll(() => call.innerText()).toContain('database.insertDocument');
    const shown = await call.innerText();
    expect(shown).toContain('DATABASE_COLLECTION_NOT_EXIST');
    expect(shown).toContain('2026-03-02 09:30:00 +08:00');
    await call.getByRole('button').click();
    await expect.poll(() => call.innerText()).not.toContain('database.insertDocument');
  });

  it('filter calls by failure', async () => {
    await cloud.call('misbehave', { action: 'shaky', how: 'throw' }, 'resident_A');
    await open('调用');
    await row('shaky').waitFor();
    await page.getByLabel('只看失败').check();
    await expect.poll(() => row('work').count()).toBe(0);
    await row('shaky').getByRole('button').click();
    await page.getByText('the secret reason').waitFor();
  });

  it('lead from a person to their calls', async () => {
    await cloud.call('echo', { action: 'by-b' }, 'resident_B');
    await open('人员');
    await row('resident_A').filter({ hasText: '业主' }).waitFor();
    await row('resident_B').getByRole('link').click();
    await row('by-b').waitFor();
    expect(await row('work').count()).toBe(0);
  });

  it('fire a timer', async () => {
    await row('sweep').getByRole('button', { name: '触发' }).click();
    await page.getByText('已触发 sweep').waitFor();
    expect(cloud.journal.calls({ fn: 'sweep' })).toHaveLength(1);
  });

  it('answer a query and an aggregation, and say what is wrong with one', async () => {
    await cloud.call('notes', { step: 'add', id: 'asked', text: '照明' }, 'resident_A');
    await open('集合');
    await page.getByText('索引').waitFor();
    const ask = async (text: string) => {
      await page.getByLabel('条件或管道').fill(text);
      await page.getByRole('button', { name: '查询' }).click();
    };
    await ask('{"_id": "asked"}');
    await expect
      .poll(() => page.locator('.document').allInnerTexts())
      .toEqual(['{\n  "_id": "asked",\n  "text": "照明"\n}']);
    await page.getByText('符合条件 1 个文档 · 显示 1 个 · 查看了 1 个文档').waitFor();
    await ask('{"text": "没有"}');
    await page.getByText('符合条件 0 个文档 · 显示 0 个 · 查看了 0 个文档').waitFor();
    await ask('{"_id": ');
    await page.getByRole('status').filter({ hasText: '条件不是 JSON' }).waitFor();
    await page.getByLabel('方式').selectOption('aggregate');
    await ask('[{"$match": {"_id": "asked"}}, {"$count": "n"}]');
    await expect.poll(() => page.locator('.document').allInnerTexts()).toEqual(['{\n  "n": 1\n}']);
  });

  it('move the clock, in +08:00 whatever the zone of the browser', async () => {
    await open('时钟');
    const time = page.locator('header .time');
    await page.getByRole('button', { name: '+10 分钟' }).click();
    await expect.poll(() => time.innerText()).toContain('2026-03-02 09:40:00 +08:00');
    await page.getByLabel('时刻').fill('2026-03-02T09:30:00');
    await page.getByRole('button', { name: '设为' }).click();
    await expect.poll(() => cloud.clock.now()).toBe(MORNING);
    await page.getByRole('button', { name: '走', exact: true }).click();
    await expect.poll(() => cloud.clock.frozen).toBe(false);
    await page.getByRole('button', { name: '冻结' }).click();
    await expect.poll(() => cloud.clock.frozen).toBe(true);
    cloud.clock.set(MORNING);
  });

  it('set a fault, count what it strikes, and remove it', async () => {
    await open('故障');
    await page.getByLabel('动作').fill('database.calculateDocument');
    await page.getByLabel('效果').selectOption('quota');
    await page.getByRole('button', { name: '添加' }).click();
    await row('quota').waitFor();
    await cloud.call('notes', { step: 'count' }, 'resident_A');
    await row('quota').filter({ hasText: '1 / 1' }).waitFor();
    await row('quota').getByRole('button', { name: '移除' }).click();
    await row('没有故障').waitFor();
    expect(cloud.faults.requests()).toEqual({ 'database.calculateDocument': 1 });
  });

  it('delete a file when that is confirmed', async () => {
    await cloud.call('files', { step: 'upload', path: 'doomed.png', base64: 'AAAA' }, 'resident_A');
    await open('存储');
    const remove = row('doomed.png').getByRole('button', { name: '删除' });
    page.once('dialog', (dialog) => void dialog.dismiss());
    await remove.click();
    page.once('dialog', (dialog) => void dialog.accept());
    await remove.click();
    await page.getByText('已删除 doomed.png').waitFor();
    await expect.poll(() => row('doomed.png').count()).toBe(0);
  });

  it('keep what is being typed while they refresh', async () => {
    await open('故障');
    await page.getByLabel('集合').pressSequentially('not');
    await cloud.call('notes', { step: 'count' }, 'resident_A');
    await page.getByText('database.calculateDocument', { exact: true }).waitFor();
    await page.keyboard.type('es');
    expect(await page.getByLabel('集合').inputValue()).toBe('notes');
  });

  it('keep the focus on a row that did not change, and draw it anew when the day turns', async () => {
    await cloud.call('echo', { action: 'dated' }, 'resident_A');
    await open('调用');
    const opener = row('dated').getByRole('button');
    await opener.focus();
    await page.waitForResponse('**/api/calls**');
    await page.waitForResponse('**/api/calls**');
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    const at = cloud.clock.now();
    cloud.clock.set(at + 24 * 60 * 60_000);
    await row('dated').filter({ hasText: '03-02 09:' }).waitFor();
    cloud.clock.set(at);
  });

  it('say so when the local cloud does not answer, and go on when it does', async () => {
    // A console of its own: what the browser says about lost requests may come late.
    const { page: lonely } = await openConsole(cloud.token);
    await lonely.getByText('diary').first().waitFor();
    await lonely.route('**/console/api/**', (route) => route.abort());
    await lonely.getByText('连接不到本地云').waitFor();
    await lonely.unroute('**/console/api/**');
    await expect.poll(() => lonely.getByText('连接不到本地云').count(), { timeout: 10_000 }).toBe(0);
  });
});

describe('[SEC-13] hostile text in the console', () => {
  it('is shown as text wherever it stands', async () => {
    await cloud.call('notes', { step: 'add', id: HOSTILE, text: HOSTILE }, 'mallory');
    await cloud.call('diary', { action: 'print', label: HOSTILE, waitMs: 0 }, 'mallory');
    await cloud.call('echo', { action: HOSTILE }, 'mallory');
    const name = `${HOSTILE.replace(/[/\\?#%]/g, '')}.html`;
    const base64 = Buffer.from(HOSTILE).toString('base64');
    await cloud.call('files', { step: 'upload', path: name, base64 }, 'mallory');
    cloud.outbox.accept('mallory', 'T');
    const data = { touser: 'mallory', templateId: 'T', data: { thing1: { value: '<b>y</b>' } } };
    await cloud.call('wechat', { group: 'subscribeMessage', name: 'send', data }, 'mallory');

    await open('集合');
    await page.getByRole('button', { name: '查询' }).click();
    await page.locator('.document').filter({ hasText: '<script>' }).waitFor();
    await open('调用');
    await row('<img src=x').first().waitFor();
    await page.locator('tbody').filter({ hasText: 'print' }).first().getByRole('button').click();
    await page
      .locator('.lines')
      .filter({ hasText: `${HOSTILE} begins` })
      .waitFor();
    await open('存储');
    await row('<img src=x').waitFor();
    await open('发件箱');
    await row('<b>y</b>').waitFor();
    expect(await page.evaluate(() => 'stolen' in window)).toBe(false);
    expect(await page.locator('main img, main script, main b').count()).toBe(0);
  });
});

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { findBrowser } from '../../scripts/browser/find-browser';
import { LOCAL } from '../../scripts/project';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

const PHONE: BrowserContextOptions = {
  // The width at which Taro's root font size is exactly what the design says (docs/architecture.md, "The phone").
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
};

/** Starts the test browser; close it in `afterAll`. Throws a sentence that says what to do when the machine has none. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({
    executablePath,
    args: FLAGS,
    env: { ...(process.env as Record<string, string>), ...env },
  });
}

/** One person's phone: a context with storage of its own. `overrides` changes the screen (320×640, a projector). */
export async function newPhone(
  browser: Browser,
  overrides: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return browser.newContext({ ...PHONE, ...overrides });
}

/** Opens a page and keeps what goes wrong in it: uncaught errors and messages of `console.error`. */
export async function openPage(
  phone: BrowserContext,
  url: string,
): Promise<{ page: Page; errors: string[] }> {
  const page = await phone.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  return { page, errors };
}

/** Puts a picture of the whole page into `.local/shots/<name>.png` for people to look at; returns its path. */
export async function takeShot(page: Page, name: string): Promise<string> {
  const file = path.join(LOCAL, 'shots', `${name}.png`);
  await mkdir(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file, fullPage: true });
  return file;
}

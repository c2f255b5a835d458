import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { newPhone, openPage } from '../../support/browser';

/** Waits are long because the machine may be busy; a passing test never waits them out. */
const PATIENCE_MS = 20_000;

/** One person with a phone of their own: taps what is read on the screen, types into what has a label. */
export interface PersonOnPhone {
  readonly page: Page;
  /** Errors of the page so far. */
  readonly errors: string[];
  /** The page in sight: Taro keeps the ones below it in the document. */
  sight(): Locator;
  /** Opens a page of the mini-program by its path. */
  go(path: string): Promise<void>;
  /** The same after the clock jumped: in the browser the page was read a moment ago. */
  goAnew(path: string): Promise<void>;
  tap(name: string | RegExp): Promise<void>;
  /** Taps a choice of a list or a row. */
  choose(name: string | RegExp): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  /** Opens a field that is picked from and takes one. */
  pick(label: string, choice: string | RegExp): Promise<void>;
  /** Picks a day of the calendar in sight: '2026年3月18日'. */
  pickDay(label: string, day: string): Promise<void>;
  addPhoto(label: string, content: Buffer): Promise<void>;
  see(text: string | RegExp): Promise<void>;
  /** Taps what downloads a file; needs `acceptDownloads` in the screen. */
  download(name: string): Promise<{ name: string; bytes: Buffer }>;
  close(): Promise<void>;
}

function personOn(phone: BrowserContext, page: Page, errors: string[]): PersonOnPhone {
  page.setDefaultTimeout(PATIENCE_MS);
  // A sheet lies over its page; a page left for another one stays in the document, hidden.
  const sight = () => page.locator('.yard.page:visible').last();
  // What cannot be used yet is waited for: a page first shows what it knew, then what the server says now.
  const live = page.locator(':not([aria-disabled="true"])');
  const named = (role: 'button' | 'link' | 'radio', name: string | RegExp) =>
    sight()
      .getByRole(role, { name, exact: typeof name === 'string' })
      .and(live)
      .last();
  const field = (label: string) =>
    sight()
      .locator('.field')
      .filter({ has: page.locator('.field-label', { hasText: label }) })
      .last();
  /** A field that opens a sheet says its label and what is picked: «开什么会：请选择». */
  const opener = (label: string) => named('button', new RegExp(`^${label}：`));
  const choose = (name: string | RegExp) => named('radio', name).tap();
  const tap = (name: string | RegExp) => named('button', name).or(named('link', name)).tap();
  const go = async (path: string) => {
    const [base = '', here] = page.url().split('#');
    // The page that is open already would not read again by itself at once.
    if (here === path) await page.reload();
    else await page.goto(`${base}#${path}`);
  };
  return {
    page,
    errors,
    sight,
    go,
    goAnew: async (path) => {
      await go(path);
      await page.reload();
    },
    tap,
    choose,
    fill: async (label, text) => {
      await field(label).locator('input, textarea').fill(text);
    },
    pick: async (label, choice) => {
      await opener(label).tap();
      await choose(choice);
    },
    pickDay: async (label, day) => {
      await opener(label).tap();
      await named('button', day).tap();
    },
    addPhoto: async (label, content) => {
      const chosen = page.waitForEvent('filechooser');
      await field(label).getByRole('button').last().tap();
      await (await chosen).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: content });
      await field(label).locator('img').first().waitFor();
    },
    see: async (text) => {
      await sight().getByText(text).first().waitFor();
    },
    download: async (name) => {
      const [file] = await Promise.all([page.waitForEvent('download'), tap(name)]);
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    },
    close: () => phone.close(),
  };
}

/** Somebody opens the local page as themself, in a browser context of their own; `screen` for another one than usual. */
export async function personOnPhone(
  browser: Browser,
  address: string,
  screen: BrowserContextOptions = {},
): Promise<PersonOnPhone> {
  const phone = await newPhone(browser, screen);
  const { page, errors } = await openPage(phone, address);
  return personOn(phone, page, errors);
}

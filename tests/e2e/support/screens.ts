import { takeShot } from '../../support/browser';
import { expect } from 'vitest';
import type { PersonOnPhone } from './person-on-phone';
import { screenFaults } from './screen-faults';

export interface Screen {
  readonly name: string;
  readonly elder: boolean;
  readonly viewport: { readonly width: number; readonly height: number };
}

export const USUAL: Screen = { name: '375 px', elder: false, viewport: { width: 375, height: 812 } };
const NARROW: Screen = { name: '320 px', elder: false, viewport: { width: 320, height: 568 } };

/** Where a screen is looked at: a usual phone, the narrowest one, and that one in the elder version, where the least fits. */
export const SCREENS: readonly Screen[] = [
  USUAL,
  NARROW,
  { ...NARROW, name: '320 px in the elder version', elder: true },
];
/** The same, and the elder version on the phone that most have who need it. */
export const ALL_SCREENS: readonly Screen[] = [
  ...SCREENS,
  { ...USUAL, name: '375 px in the elder version', elder: true },
];

/** px; longer than any page: a browser draws no picture without an end. */
const LONGEST = 6_000;
/** What is asked again while a page is drawn anew, or its answer is still on the way. */
const TRIES = 8;
const PAUSE_MS = 250;

/** A picture of the page in sight in its whole length, which scrolls inside its document. */
async function wholePicture(phone: PersonOnPhone, screen: Screen, shot: string): Promise<void> {
  const { viewport, name } = screen;
  const { page } = phone;
  const { height = viewport.height } = (await phone.sight().boundingBox()) ?? {};
  await page.setViewportSize({ ...viewport, height: Math.min(LONGEST, Math.ceil(height)) });
  await takeShot(page, `${shot}-${name}`);
  await page.setViewportSize(viewport);
}

/** What is wrong with the page in sight once it is drawn; it may be drawn anew while it is looked at. */
async function lastingFaults(phone: PersonOnPhone, { elder }: Screen): Promise<string[]> {
  for (let left = TRIES; ; left -= 1) {
    const reading = await phone.sight().locator('.skeleton').count();
    const faults = await screenFaults(phone, elder);
    if (left === 0 || (faults.length === 0 && reading === 0))
      return reading > 0 ? ['still being read', ...faults] : faults;
    await phone.page.waitForTimeout(PAUSE_MS);
  }
}

/** Takes a picture of the page in sight, and answers what is wrong with it. */
async function faultsAsItIs(phone: PersonOnPhone, screen: Screen, shot: string): Promise<string[]> {
  const faults = await lastingFaults(phone, screen);
  await wholePicture(phone, screen, shot);
  return faults.map((fault) => `${shot}: ${fault}`);
}

type Looking = [phone: PersonOnPhone, screen: Screen, path: string, words: string | RegExp, shot: string];

/** Opens a page, waits for its words, takes its picture, and answers what is wrong with it. */
export async function faultsOn(...[phone, screen, path, words, shot]: Looking): Promise<string[]> {
  await phone.go(path);
  await phone.see(words);
  return faultsAsItIs(phone, screen, shot);
}

/** The same on a page where nothing is wrong. */
export async function seeSound(...looking: Looking): Promise<void> {
  expect(await faultsOn(...looking)).toEqual([]);
}

/** The same where somebody did something on the page first. */
export async function soundAsItIs(phone: PersonOnPhone, screen: Screen, shot: string): Promise<void> {
  expect(await faultsAsItIs(phone, screen, shot)).toEqual([]);
}

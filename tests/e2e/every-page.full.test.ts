import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BUILD_MS } from '../support/build-time';
import type { PersonKey } from '../support/motions';
import { uploadPhoto } from '../support/photos';
import { everyPage } from './support/every-page';
import type { PersonOnPhone } from './support/person-on-phone';
import { ALL_SCREENS, faultsOn } from './support/screens';
import { type SettledYard, settledYard } from './support/settled-yard';
import { type YardOnPhones, yardOnPhones } from './support/yard-on-phones';

const WALK_MS = 1_200_000;

let here: YardOnPhones;
let settled: SettledYard;

beforeAll(async () => {
  here = await yardOnPhones();
  const { cloud, yard } = here;
  settled = await settledYard({
    cloud,
    yard,
    photo: await uploadPhoto(cloud, yard.people.propertyManager.openid),
  });
}, BUILD_MS);
afterAll(() => here.close());

interface AppConfig {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

/** Every page that is delivered, as WeChat names it: `packages/motions/detail/index`. */
async function deliveredPages(): Promise<string[]> {
  vi.stubGlobal('defineAppConfig', (config: AppConfig) => config);
  const { default: config } = (await import('../../src/app.config')) as { default: AppConfig };
  return [
    ...config.pages,
    ...config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ];
}

describe('every page', { timeout: WALK_MS }, () => {
  it('is looked at, each one that is delivered', async () => {
    const looked = new Set(everyPage(settled).map(([, , path]) => path.replace(/\?.*/, '').slice(1)));
    expect((await deliveredPages()).filter((page) => !looked.has(page))).toEqual([]);
  });

  it.each(ALL_SCREENS)('can be read and tapped by everybody on $name', async (screen) => {
    const phones = new Map<PersonKey, PersonOnPhone>();
    const faults: string[] = [];
    for (const [shot, who, path, words] of everyPage(settled)) {
      const phone = phones.get(who) ?? (await here.phoneOf(who, screen));
      phones.set(who, phone);
      faults.push(...(await faultsOn(phone, screen, path, words, `pages/${shot}`)));
    }
    for (const phone of phones.values()) {
      faults.push(...phone.errors);
      await phone.close();
    }
    expect(faults).toEqual([]);
  });
});

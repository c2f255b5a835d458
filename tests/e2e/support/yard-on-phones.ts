import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { startTestCloud, type TestCloud } from '../../support/local-cloud';
import type { PersonKey } from '../../support/motions';
import { smallCommunity, type SmallCommunity } from '../../support/persons';
import { people } from '../../support/small-community/people';
import { type PersonOnPhone, personOnPhone } from './person-on-phone';
import { type Screen, USUAL } from './screens';

/** The small community on a cloud with its page, a browser, and a phone for everybody. */
export interface YardOnPhones {
  readonly cloud: TestCloud;
  readonly browser: Browser;
  readonly yard: SmallCommunity;
  /** A phone of the person's own, with the screen's size and letters; whoever opened it closes it. */
  phoneOf(who: PersonKey, screen?: Screen, options?: BrowserContextOptions): Promise<PersonOnPhone>;
  close(): Promise<void>;
}

export async function yardOnPhones(): Promise<YardOnPhones> {
  const persons = Object.values(people).map(({ openid, name }) => ({ openid, name, roles: '' }));
  const [cloud, browser] = await Promise.all([startTestCloud({ persons }), launchBrowser()]);
  const yard = await smallCommunity(cloud);
  return {
    cloud,
    browser,
    yard,
    phoneOf: async (who, { elder, viewport } = USUAL, options = {}) => {
      const address = cloud.address(yard.people[who].openid);
      const phone = await personOnPhone(browser, address, { viewport, ...options });
      if (elder) await phone.tap('换成长辈版，字大一些');
      return phone;
    },
    close: async () => {
      await browser.close();
      await cloud.close();
    },
  };
}

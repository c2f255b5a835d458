import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { readWord } from '../support/docx';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, type Detail, motionCallsOf, ownersPoll, type PersonKey } from '../support/motions';
import { type SmallCommunity, smallCommunity } from '../support/persons';
import { resolutionCallsOf } from '../support/resolutions';
import { people } from '../support/small-community/people';
import { type PersonOnPhone, personOnPhone } from './support/person-on-phone';
import { pages } from './support/yard-story';

const STEP_MS = 120_000;
const SCREENS = [
  ['375', false, { width: 375, height: 812 }],
  ['320-elder', true, { width: 320, height: 640 }],
] as const;

let cloud: TestCloud;
let browser: Browser;
let yard: SmallCommunity;
let resolutionId: string;
let running: Detail;

beforeAll(async () => {
  const persons = Object.values(people).map(({ openid, name }) => ({ openid, name, roles: '' }));
  [cloud, browser] = await Promise.all([startTestCloud({ persons }), launchBrowser()]);
  yard = await smallCommunity(cloud);
  const on = motionCallsOf(cloud, yard);
  const results = resolutionCallsOf(cloud, yard, '');
  const counted = await on.announced('secretary', ownersPoll());
  await on.cast('wang', counted.id, 'yes');
  await on.count(counted);
  resolutionId = (await results.publish('secretary', counted.id)).id;
  const now = cloud.cloud.clock.now();
  running = await on.announced(
    'secretary',
    ownersPoll({ window: { opensAt: now, closesAt: now + 9 * DAY }, paper: { precedence: 'latest' } }),
  );
}, BUILD_MS);
afterAll(async () => {
  await browser.close();
  await cloud.close();
});

const phoneOf = (person: PersonKey, viewport: { width: number; height: number } = SCREENS[0][2]) =>
  personOnPhone(browser, cloud.address(yard.people[person].openid), { viewport, acceptDownloads: true });

/** The sheets that a printer gets, each with its width and height in points. */
async function printedPages({ page }: PersonOnPhone) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
}

describe('papers on the phone', { timeout: STEP_MS }, () => {
  it('[DOC-11] shows the page that is printed, on A4 and without what a screen needs', async () => {
    const phone = await phoneOf('wang');
    await phone.go(pages.resolution(resolutionId));
    await phone.tap('打印页：公示');
    await phone.see('预表决结果公示');
    // A code that is not square is not read.
    for (const picture of await phone.sight().locator('.paper-picture img').all()) {
      const { width = 0, height = 1 } = (await picture.boundingBox()) ?? {};
      expect(width / height).toBeCloseTo(1);
    }
    await phone.page.emulateMedia({ media: 'print' });
    expect(await phone.sight().locator('.page-foot').isVisible()).toBe(false);
    expect(await phone.page.getByText('预表决结果公示').last().isVisible()).toBe(true);
    // Taro keeps the page below in the document: it is not printed.
    expect(await phone.page.locator('.yard.page:visible').count()).toBe(1);
    for (const [, width, height] of await printedPages(phone)) {
      expect([Number(width), Number(height)].map(Math.round)).toEqual([595, 842]);
    }
    expect(phone.errors).toEqual([]);
    await phone.close();
  });

  it('[DOC-5] prints each ballot on a sheet of its own, to the last', async () => {
    const phone = await phoneOf('secretary');
    await phone.go(`/packages/documents/print/index?kind=paper-ballots&groupId=xingfuli-1&id=${running.id}`);
    await phone.see('投票人签名：');
    const ballots = await phone.sight().locator('.paper-title').count();
    expect(ballots).toBeGreaterThan(5);
    expect(await printedPages(phone)).toHaveLength(ballots);
    await phone.close();
  });

  it('[DOC-11] downloads the same as Word, under its Chinese name', async () => {
    const phone = await phoneOf('wang');
    await phone.go(pages.resolution(resolutionId));
    const { name, bytes } = await phone.download('下载 Word：决议书（结果全文）');
    expect(name).toBe('预表决结果 使用维修资金修缮屋顶，您同意吗？.docx');
    const { headings } = readWord(bytes);
    expect(headings[0]).toBe('幸福里小区业主大会预表决结果');
    await phone.close();
  });

  it('[DOC-6] offers ballots and the door list to the offices, and nothing of them to a neighbour', async () => {
    const neighbour = await phoneOf('wang');
    await neighbour.go(pages.motion(running.id));
    await neighbour.see(running.text);
    expect(await neighbour.sight().getByText('纸质票和入户名单').count()).toBe(0);
    await neighbour.close();
    const secretary = await phoneOf('secretary');
    await secretary.go(pages.motion(running.id));
    await secretary.tap('纸质票和入户名单');
    await secretary.pick('打印哪一栋', /^2栋/);
    await secretary.tap('打印页：入户名单');
    await secretary.see('幸福里小区　2栋');
    expect(secretary.errors).toEqual([]);
    await secretary.close();
  });

  it('fits the narrowest phone and the elder version', async () => {
    const at = `id=${running.id}`;
    const shown = [
      ['papers-voters', `/packages/documents/voters/index?${at}`, '入户名单'],
      ['papers-door', `/packages/documents/print/index?kind=door-list&groupId=xingfuli-1&${at}`, '备注'],
      [
        'papers-ballot',
        `/packages/documents/print/index?kind=paper-ballots&groupId=xingfuli-1&${at}`,
        '投票人签名：',
      ],
      ['papers-notice', `/packages/documents/print/index?kind=public-notice&id=${resolutionId}`, '核对码'],
      ['papers-result', pages.resolution(resolutionId), '文件'],
    ] as const;
    for (const [name, elder, viewport] of SCREENS) {
      const phone = await phoneOf('secretary', viewport);
      if (elder) await phone.tap('换成长辈版，字大一些');
      for (const [page, path, words] of shown) {
        await phone.go(path);
        await phone.see(words);
        const wider = await phone.page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect({ page, name, wider }).toEqual({ page, name, wider: 0 });
        await takeShot(phone.page, `${page}-${name}`);
      }
      await phone.close();
    }
  });
});

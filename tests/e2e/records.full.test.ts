import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { minutesCallsOf } from '../support/minutes';
import { DAY, motionCallsOf, ownersPoll, type PersonKey } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { ONE_PIXEL, uploadPhoto } from '../support/photos';
import { people } from '../support/small-community/people';
import { personOnPhone } from './support/person-on-phone';
import { idIn, pages } from './support/yard-story';

const STEP_MS = 180_000;
const SCREENS = [
  ['375', false, { width: 375, height: 812 }],
  ['320', false, { width: 320, height: 640 }],
  ['320-elder', true, { width: 320, height: 640 }],
] as const;

let cloud: TestCloud;
let browser: Browser;
let yard: SmallCommunity;
let on: ReturnType<typeof minutesCallsOf>;
let motions: ReturnType<typeof motionCallsOf>;
let meetingId: string;
let charterId: string;
let motionId: string;
let roundId: string;

const recordPage = () => `/packages/meetings/record/index?id=${meetingId}`;
const roundPage = () => `/packages/nominations/round/index?id=${roundId}`;
const charterPage = () => `/packages/charters/detail/index?id=${charterId}`;

beforeAll(async () => {
  const persons = Object.values(people).map(({ openid, name }) => ({ openid, name, roles: '' }));
  [cloud, browser] = await Promise.all([startTestCloud({ persons }), launchBrowser()]);
  yard = await smallCommunity(cloud);
  on = minutesCallsOf(cloud, yard);
  motions = motionCallsOf(cloud, yard);
  meetingId = await on.held();
}, BUILD_MS);
afterAll(async () => {
  await browser.close();
  await cloud.close();
});

const phoneOf = (person: PersonKey, viewport: { width: number; height: number } = SCREENS[0][2]) =>
  personOnPhone(browser, cloud.address(yard.people[person].openid), { viewport });

describe('minutes on the phone', { timeout: STEP_MS }, () => {
  it('[MIN-2] [MIN-3] [MIN-4] [MIN-7] are kept, released, corrected and signed', async () => {
    const secretary = await phoneOf('secretary');
    const writing = `/packages/meetings/minutes/index?id=${meetingId}`;
    await secretary.go(writing);
    await secretary.fill('会上怎么说的、定了什么', '到会两户，议了停车位，先划线。');
    await secretary.tap('先存草稿');
    await secretary.see('会议纪要还没有公布');
    await secretary.tap('写会议纪要');
    await secretary.fill('停车位', '先划线，路灯下回再议。');
    await secretary.tap('公布纪要');
    await secretary.see('✓ 第1版，现在这一版');
    const wang = await phoneOf('wang');
    await wang.go(recordPage());
    await wang.tap('写得不对，要求更正');
    await wang.fill('哪里不对', '到会是三户');
    await wang.fill('应当怎么写', '到会三户');
    await wang.tap('提出来');
    await wang.see('○ 等答复');
    await secretary.goAnew(recordPage());
    await secretary.tap('采纳，写进新版');
    await secretary.fill('会上怎么说的、定了什么', '到会三户，议了停车位，先划线。');
    await secretary.fill('改了什么、为什么改', '更正到会户数');
    await secretary.tap('公布纪要');
    await secretary.see('✓ 已采纳，写进第2版');
    await wang.goAnew(recordPage());
    await wang.tap('我到过会，签字');
    await wang.tap('签字确认');
    await wang.see(/✓ 到会的人 王桂兰/);
    await wang.tap('看第1版写的什么');
    await wang.see('到会两户，议了停车位，先划线。');
    expect([...secretary.errors, ...wang.errors]).toEqual([]);
    await secretary.close();
    await wang.close();
  });
});

describe('community rules on the phone', { timeout: STEP_MS }, () => {
  it('[CHART-1] [CHART-2] are recorded, and changed by a vote that everybody can read', async () => {
    const photo = await uploadPhoto(cloud, people.secretary.openid);
    const made = await on.as('secretary').call('charters.record', {
      clientId: freshId(),
      placeId: 'lantian',
      kind: 'self-government-charter',
      title: '蓝田居民公约',
      articles: [{ id: 'a', text: '楼道里不堆东西。' }],
      decidedOn: '2020-05-01',
      decidedBy: '2020年居民会议',
      photos: [photo],
    });
    expect(made.filingMissing).toBe(true);
    const secretary = await phoneOf('secretary');
    await secretary.go('/packages/charters/record/index?placeId=xingfuli');
    await secretary.pick('是哪一种', /^坝坝会的议事规矩/);
    await secretary.fill('名称', '幸福里议事规矩');
    await secretary.tap('加一条');
    await secretary.fill('第1条', '说话不超过三分钟。');
    await secretary.pickDay('哪天通过的', '2026年3月1日');
    await secretary.fill('由谁通过', '坝坝会');
    await secretary.addPhoto('凭证照片', ONE_PIXEL);
    await secretary.tap('登记');
    await secretary.see('✓ 第1版，现行');
    charterId = idIn(secretary);
    const opensAt = cloud.cloud.clock.now();
    const window = { opensAt, closesAt: opensAt + 10 * DAY };
    const yardVote = { body: 'yard', subject: 'yard-matter', base: 'cast', window } as const;
    const draft = await motions.draft('secretary', ownersPoll({ title: '议事规矩加一条', ...yardVote }));
    motionId = draft.id;
    await secretary.go(pages.motion(motionId));
    await secretary.tap('起草规约的修改');
    await secretary.tap(/幸福里议事规矩/);
    await secretary.tap('加一条');
    await secretary.fill('第2条', '不点名骂人。');
    await secretary.tap('存好修改');
    await secretary.see('✓ 新加的');
    await secretary.tap('公布表决');
    const wang = await phoneOf('wang');
    await wang.go(pages.motion(motionId));
    await wang.see('不点名骂人。');
    await motions.cast('wang', motionId, 'yes');
    await motions.count(await motions.detail('wang', motionId));
    const until = new Date(cloud.cloud.clock.now() + 16 * DAY).toISOString().slice(0, 10);
    const publication = { clientId: freshId(), motionId, text: '照办。', publishedUntilOn: until };
    await on.as('secretary').call('resolutions.publish', publication);
    await wang.goAnew(charterPage());
    await wang.see('✓ 第2版，现行');
    expect([...secretary.errors, ...wang.errors]).toEqual([]);
    await secretary.close();
    await wang.close();
  });
});

describe('nominations on the phone', { timeout: STEP_MS }, () => {
  it('[NOM-1] [NOM-2] [NOM-3] go from an office to a neighbour, to the nominee, and back', async () => {
    const [secretary, wang, zhou] = [
      await phoneOf('secretary'),
      await phoneOf('wang'),
      await phoneOf('zhou'),
    ];
    await secretary.go('/packages/nominations/open/index?placeId=xingfuli');
    await secretary.fill('名称', '最美邻居');
    await secretary.fill('评什么样的人', '帮过大家的人。');
    await secretary.pickDay('推荐到哪天（下午6点止）', '2026年3月20日');
    await secretary.tap('发起');
    await secretary.see('我要推荐');
    roundId = idIn(secretary);
    await wang.go(roundPage());
    await wang.tap('我要推荐');
    await wang.fill('推荐谁', '周素珍');
    await wang.fill('住在哪里', '1栋');
    await wang.fill('为什么推荐', '天天扫楼道。');
    await wang.tap('交给社区');
    await wang.see('○ 等本人同意');
    const code = (await wang.sight().locator('.nominations-code').innerText()).trim();
    await zhou.go('/packages/nominations/invitation/index');
    await zhou.fill('邀请码', code);
    await zhou.tap('我同意');
    await zhou.see('○ 本人同意了，等社区核实');
    await secretary.goAnew(roundPage());
    await secretary.tap('核实');
    await secretary.choose(/^属实，列为候选人/);
    await secretary.tap('核实好了');
    await wang.goAnew(roundPage());
    await wang.see('1 位');
    await wang.see('周素珍（1栋）');
    expect([...secretary.errors, ...wang.errors, ...zhou.errors]).toEqual([]);
    for (const phone of [secretary, wang, zhou]) await phone.close();
  });
});

describe('the screens of records', { timeout: STEP_MS }, () => {
  it('fit the narrowest phone and the elder version', async () => {
    const shown = [
      ['minutes-record', recordPage(), '各个版本'],
      ['minutes-form', `/packages/meetings/minutes/index?id=${meetingId}`, '改了什么、为什么改'],
      ['charters-list', '/packages/charters/list/index', '蓝田居民公约'],
      ['charter', charterPage(), '各个版本'],
      ['charter-version', `/packages/charters/version/index?id=${charterId}&number=2`, '和第1版比'],
      ['charter-motion', pages.motion(motionId), '对规约的修改'],
      ['nominations-round', roundPage(), '候选人'],
      ['nominate', `/packages/nominations/nominate/index?id=${roundId}`, '为什么推荐'],
      ['invitation', '/packages/nominations/invitation/index', '您说了算'],
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

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { yardMeeting } from '../support/meetings';
import { DAY, motionCallsOf, ownersPoll, type PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { type PersonOnPhone, personOnPhone } from './support/person-on-phone';

const SCREENS: [string, boolean, { width: number; height: number }][] = [
  ['375 px', false, { width: 375, height: 740 }],
  ['320 px', false, { width: 320, height: 640 }],
  ['320 px in the elder version', true, { width: 320, height: 640 }],
];
const STEP_MS = 180_000;

let cloud: TestCloud;
let yard: SmallCommunity;
let browser: Browser;
let table: string;
let meeting: string;
let hearing: string;
let vote: string;

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
const packages = (path: string) => `/packages/${path}`;

async function phoneOf(person: PersonKey, viewport: { width: number; height: number }, elder = false) {
  const phone = await personOnPhone(browser, cloud.address(yard.people[person].openid), { viewport });
  if (elder) await phone.tap('换成长辈版，字大一些');
  return phone;
}

async function seedSeries(): Promise<void> {
  const series = await as('secretary').call('series.plan', {
    ...{ clientId: freshId(), title: '幸福里圆桌议事', placeId: 'xingfuli', form: 'round-table' },
    ...{ convener: 'secretary', venue: '2栋前坝子', every: 'month', firstOn: '2026-03-11' },
    ...{ startsAt: '19:30', minutes: 90 },
  });
  table = series.id;
  await cloud.cloud.fireTimer('timer');
  const { sessions } = await as('wang').call('series.detail', { id: table });
  const sessionId = sessions[0]?.id ?? '';
  const suggest = (by: PersonKey, text: string) =>
    as(by).call('series.suggest', { clientId: freshId(), sessionId, text });
  await suggest('zhou', '楼道的灯坏了三个月，请换成声控的');
  const seen = await suggest('zhao', '东门晚上太黑，能不能加一盏路灯');
  const about = { clientId: freshId(), sessionId, suggestionId: seen.sessions[0]?.suggestions[0]?.id ?? '' };
  await as('secretary').call('series.sortSuggestion', { ...about, title: '楼道照明' });
  const text = '物业本周换好，换好以后请您看看。';
  await as('secretary').call('series.answerSuggestion', { ...about, clientId: freshId(), text });
}

async function seedMeetings(): Promise<void> {
  const kept = { kind: 'school', offers: '周末可以借操场和会议室', contact: '总务主任' } as const;
  const place = { clientId: freshId(), placeId: 'lantian' };
  const school = await as('secretary').call('organisations.add', { ...place, name: '望江路小学', ...kept });
  const named = [{ form: 'talk', name: '民情恳谈会', purpose: '听大家最近的难处' }] as const;
  await as('secretary').call('forms.name', { ...place, clientId: freshId(), revision: 0, named: [...named] });
  const plan = (changes: object) => ({ clientId: freshId(), ...yardMeeting(changes) });
  const guests = [{ organisationId: school.id, part: 'speaker', itemId: 'a' }];
  const talk = await as('secretary').call('meetings.schedule', plan({ form: 'talk', guests }));
  const { id, revision } = talk;
  await as('secretary').call('meetings.giveNotice', { clientId: freshId(), id, revision });
  meeting = id;
  hearing = (await as('secretary').call('meetings.schedule', plan({ form: 'hearing' }))).id;
}

beforeAll(async () => {
  const people = [{ openid: 'o_secretary', name: '陈书记', roles: '书记' }];
  [cloud, browser] = await Promise.all([startTestCloud({ persons: people }), launchBrowser()]);
  yard = await smallCommunity(cloud);
  await seedSeries();
  await seedMeetings();
  const votes = motionCallsOf(cloud, yard);
  const window = { opensAt: TEST_NOW, closesAt: TEST_NOW + 10 * DAY };
  vote = (await votes.announced('secretary', ownersPoll({ window, extension: { days: 5 } }))).id;
}, BUILD_MS);
afterAll(async () => {
  await browser.close();
  await cloud.close();
});

describe('a round table on the phone', { timeout: STEP_MS }, () => {
  it('[FORM-9] takes a suggestion of a neighbour, and says what became of the others', async () => {
    const phone = await phoneOf('wang', { width: 375, height: 740 });
    await phone.go(packages(`meetings/series/index?id=${table}`));
    await phone.see('东门晚上太黑，能不能加一盏路灯');
    await phone.tap('提一条建议');
    await phone.fill('建议', '中秋在院坝里聚一聚');
    await phone.tap('提出来');
    await phone.see('中秋在院坝里聚一聚');
    await phone.see('答复：物业本周换好，换好以后请您看看。');
    expect(phone.errors).toEqual([]);
    await phone.close();
  });

  it('[FORM-7] [FORM-1] is planned by the secretary, in the community’s own words', async () => {
    const phone = await phoneOf('secretary', { width: 375, height: 740 });
    await phone.go(packages('meetings/series-plan/index?placeId=xingfuli'));
    await phone.pick('开什么会', /^民情恳谈会/);
    await phone.pick('由谁召集', '社区书记');
    await phone.fill('名称', '每月恳谈');
    await phone.fill('地点', '2栋前坝子');
    await phone.pickDay('第一次是哪一天', '2026年3月18日');
    await phone.tap('安排好了');
    await phone.see(/每月第三个星期三 19:30/);
    expect(phone.errors).toEqual([]);
    await phone.close();
  });
});

/** Nothing is wider than the screen, and nothing went wrong in the page. */
async function looked(phone: PersonOnPhone, shot: string): Promise<void> {
  const wide = await phone
    .sight()
    .locator('.page-content *:visible')
    .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)) - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await takeShot(phone.page, `forms-${shot}`);
  expect(phone.errors).toEqual([]);
}

describe('every screen of forms, series and organisations', { timeout: STEP_MS }, () => {
  it.each(SCREENS)('[FORM-2] [ORG-2] [EXT-1] is readable on %s', async (name, elder, viewport) => {
    const seen = async (phone: PersonOnPhone, path: string, words: string | RegExp, shot: string) => {
      await phone.go(packages(path));
      await phone.see(words);
      await looked(phone, `${shot}-${name}`);
    };
    const neighbour = await phoneOf('wang', viewport, elder);
    await seen(neighbour, 'meetings/series-list/index', '幸福里圆桌议事', 'list');
    await seen(neighbour, `meetings/series/index?id=${table}`, /中秋/, 'series');
    await seen(neighbour, 'meetings/organisations/index', '望江路小学', 'organisations');
    await seen(neighbour, `meetings/detail/index?id=${meeting}`, '受邀单位', 'meeting');
    await seen(neighbour, `motions/detail/index?id=${vote}`, /自动延长5天/, 'vote');
    await neighbour.close();
    const officer = await phoneOf('secretary', viewport, elder);
    await seen(officer, 'meetings/series-plan/index?placeId=xingfuli', '到时候会自动备好', 'plan-series');
    await seen(officer, `meetings/series/index?id=${table}`, '放进议题', 'series-desk');
    await seen(officer, 'meetings/forms/index?placeId=lantian', '民情恳谈会', 'names');
    await officer.tap(/^民情恳谈会/);
    await officer.see('恳谈会在这里叫什么');
    await takeShot(officer.page, `forms-rename-${name}`);
    await seen(officer, `meetings/plan/index?id=${hearing}`, /只听意见/, 'plan');
    await seen(officer, `motions/draft/index?meetingId=${hearing}`, /这种会只听意见/, 'draft');
    await officer.close();
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OLD_MS } from '@/features/live/live-words';
import { launchBrowser, takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { liveCallsOf } from '../support/live';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { type SmallCommunity, smallCommunity } from '../support/persons';
import { people } from '../support/small-community/people';
import { type PersonOnPhone, personOnPhone } from './support/person-on-phone';

const STEP_MS = 240_000;
/** As long as a question is in practice: it must not push anything off the wall. */
const LONG =
  '同意在东门到3栋之间的空地上划二十四个停车位，按一户一位抽签、每月收费八十元，收入归全体业主吗？';
const PHONE = { width: 375, height: 812 };
const SMALL = { width: 320, height: 640 };
const ROOM = '/packages/live/room/index?id=';
const DESK = '/packages/live/desk/index?id=';
/** Beside a projector: a browser that is nobody's phone. */
const WALL = {
  ...{ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 },
  ...{ isMobile: false, hasTouch: true },
};

let cloud: TestCloud;
let browser: Browser;
let yard: SmallCommunity;
let live: ReturnType<typeof liveCallsOf>;
let meeting: { id: string; code: string; voteId: string };
let wang: PersonOnPhone;
let secretary: PersonOnPhone;
let wall: PersonOnPhone;

/** Time goes on, so that figures are old enough to be added up again. */
const goOn = (ms = 3_000) => cloud.cloud.clock.set(cloud.cloud.clock.now() + ms);
const phoneOf = (person: PersonKey, viewport = PHONE) =>
  personOnPhone(browser, cloud.address(yard.people[person].openid), { viewport });
const onWall = (text: string | RegExp) => wall.page.locator('.screen').getByText(text).first().waitFor();

beforeAll(async () => {
  const persons = Object.values(people).map(({ openid, name }) => ({ openid, name, roles: '' }));
  [cloud, browser] = await Promise.all([startTestCloud({ persons }), launchBrowser()]);
  yard = await smallCommunity(cloud);
  live = liveCallsOf(cloud, yard);
  meeting = await live.meeting(['zhou', 'liuFang'], true, { title: LONG });
}, BUILD_MS);
afterAll(async () => {
  await browser.close();
  await cloud.close();
});

describe('a meeting on three faces', { timeout: STEP_MS }, () => {
  it('[LIVE-1] is begun from the meeting’s page, and waited for in the room', async () => {
    wang = await phoneOf('wang');
    await wang.go(ROOM + meeting.id);
    await wang.see('会还没有开始');
    secretary = await phoneOf('secretary');
    await secretary.go(`/packages/meetings/detail/index?id=${meeting.id}`);
    await secretary.see('主持现场会议');
    await takeShot(secretary.page, 'live-entry');
    await secretary.tap('主持现场会议');
    await secretary.tap('现在开始');
    await secretary.see('第 1 项（共 2 项）');
    await wang.see('现在是第 1 项（共 2 项）');
    expect(await wang.sight().getByRole('button', { name: '举手发言', exact: true }).count()).toBe(0);
  });

  it('[LIVE-8] comes onto the wall by six digits, and stays there over a reload', async () => {
    wall = await personOnPhone(browser, `${cloud.cloud.url}/?token=${cloud.cloud.token}`, WALL);
    await wall.page.goto(`${cloud.cloud.url}/#/packages/projector/index`);
    await onWall('会场大屏');
    await takeShot(wall.page, 'live-wall-pairing');
    await secretary.tap('连接大屏');
    const shown = await secretary.sight().locator('.live-code').innerText();
    await takeShot(secretary.page, 'live-desk-code');
    const field = wall.page.locator('.screen-code input');
    await field.fill(shown.trim() === '000000' ? '000001' : '000000');
    await wall.page.getByRole('button', { name: '连接' }).tap();
    await onWall(/配对码不对/);
    await field.fill(shown.trim());
    await wall.page.getByRole('button', { name: '连接' }).tap();
    await onWall(/第 1 项/);
    await secretary.see(/码已经用过/);
    await secretary.tap('关闭');
    await wall.page.reload();
    await onWall(/第 1 项/);
    await takeShot(wall.page, 'live-wall-quiet');
  });

  it('[LIVE-3] [LIVE-5] calls the numbers of those who asked, each with the same clock', async () => {
    for (const person of ['zhou', 'liuFang'] as const) {
      await live.send(person, 'live.ask', { id: meeting.id });
      goOn();
    }
    await live.on.meetings.checkIn('wang', meeting.id, meeting.code);
    goOn();
    await wang.tap('举手发言');
    goOn();
    await wang.see('您是 3 号');
    await wang.see('前面还有 2 人');
    await takeShot(wang.page, 'live-room-waiting');
    await secretary.see('3 号');
    await secretary.tap('叫下一位');
    await secretary.see('1 号正在发言');
    await secretary.tap('开始计时');
    await secretary.see('3:00');
    await takeShot(secretary.page, 'live-desk-speech');
    await onWall('1 号');
    await onWall('3:00');
    await takeShot(wall.page, 'live-wall-speech');
  });

  it('[LIVE-10] shows the vote on all faces, and the way to the ballot on the phone', async () => {
    await secretary.tap(/^给大家看/);
    await secretary.see('不再显示');
    await wang.see('去投票');
    await onWall(/投票还有/);
    await wall.page.locator('.screen-picture img').first().waitFor();
    await live.on.motions.cast('wang', meeting.voteId, 'yes');
    goOn(10_000);
    await onWall(/名册共/);
    await takeShot(wall.page, 'live-wall-vote');
    await wall.page.setViewportSize({ width: 1920, height: 1080 });
    await takeShot(wall.page, 'live-wall-vote-1080');
    await wall.page.setViewportSize({ width: 1280, height: 720 });
    for (const text of await wall.page.locator('.screen-foot, .screen-queue, .screen-how').all()) {
      const box = await text.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(720);
    }
    await takeShot(wang.page, 'live-room-vote');
    await takeShot(secretary.page, 'live-desk-vote');
  });

  it('looks right on a small phone and in the elder version', async () => {
    const small = await phoneOf('zhou', SMALL);
    await small.go(ROOM + meeting.id);
    await small.see('轮到您了，请发言');
    await takeShot(small.page, 'live-room-320');
    for (const [person, path, name] of [
      ['wang', ROOM, 'live-room-elder'],
      ['secretary', DESK, 'live-desk-elder'],
    ] as const) {
      const phone = await phoneOf(person, person === 'wang' ? PHONE : SMALL);
      await phone.page.evaluate(() => localStorage.setItem('yard.elder', JSON.stringify({ data: true })));
      await phone.goAnew(path + meeting.id);
      await phone.see('车位');
      expect(
        await phone
          .sight()
          .getByText(/网络不通/)
          .count(),
      ).toBe(0);
      await takeShot(phone.page, name);
      await phone.close();
    }
    await small.close();
  });

  it('[LIVE-4] goes on from another officer’s phone, and says so on the first', async () => {
    const zhao = await phoneOf('zhao');
    await zhao.go(DESK + meeting.id);
    await zhao.see('现在由社区书记主持');
    await takeShot(zhao.page, 'live-desk-other');
    await zhao.tap('由我主持');
    await zhao.tap('下一项');
    await zhao.see('第 2 项（共 2 项）');
    await secretary.see('现在由业委会主持');
    await onWall(/第 2 项/);
    await zhao.close();
  });

  it('[LIVE-7] says since when it is old while the network is gone, and goes on by itself', async () => {
    await wang.page.context().setOffline(true);
    // Said 20 s after the last answer, which may have come a moment ago.
    await wang
      .sight()
      .getByText(/网络不通，这是/)
      .first()
      .waitFor({ timeout: 3 * OLD_MS });
    await takeShot(wang.page, 'live-room-offline');
    await wang.page.context().setOffline(false);
    await wang
      .sight()
      .getByText(/网络不通，这是/)
      .first()
      .waitFor({ state: 'detached' });
  });

  it('[LIVE-9] ends on all faces', async () => {
    await secretary.tap('由我主持');
    await secretary.tap('散会');
    await secretary.sight().getByRole('dialog').getByRole('button', { name: '散会' }).tap();
    await secretary.see('会开完了');
    await wang.see('会开完了');
    await onWall('会开完了');
    await takeShot(wall.page, 'live-wall-over');
    expect(secretary.errors).toEqual([]);
    expect(wall.errors).toEqual([]);
  });
});

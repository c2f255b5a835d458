import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import type { Detail } from '../support/motions';
import { type PaperCalls, paperCallsOf } from '../support/papers';
import { ONE_PIXEL } from '../support/photos';
import type { PersonOnPhone } from './support/person-on-phone';
import { SCREENS, seeSound } from './support/screens';
import { type YardOnPhones, yardOnPhones } from './support/yard-on-phones';
import { pages } from './support/yard-story';

const STEP_MS = 120_000;

let here: YardOnPhones;
let to: PaperCalls;
let motion: Detail;
let wang: string;

const papersPage = () => `/packages/paper-ballots/papers/index?id=${motion.id}`;

beforeAll(async () => {
  here = await yardOnPhones();
  to = await paperCallsOf(here.cloud, here.yard);
  motion = await to.poll('latest', { interim: 'hidden' });
  wang = await to.on.voterOf('wang', motion.id);
}, BUILD_MS);
afterAll(() => here.close());

describe('paper on the phone', { timeout: STEP_MS }, () => {
  it('[PAP-4] [PAP-12] the secretary enters a paper from the door list', async () => {
    const secretary = await here.phoneOf('secretary');
    await secretary.go(pages.motion(motion.id));
    await secretary.tap('登记、核对纸质票');
    await secretary.page.getByRole('tab', { name: '入户名单' }).last().tap();
    await secretary.fill('哪一栋、哪个单元', '1栋1单元');
    await secretary.tap('打开入户名单');
    await secretary.tap(/幸福里1栋1单元102/);
    await secretary.see(motion.title);
    await secretary.addPhoto('签了字的纸质票', ONE_PIXEL);
    await secretary.choose('反对');
    await secretary.choose('上门收的');
    await secretary.choose('有人帮着填的');
    await secretary.fill('帮忙的人的名字', '王小川');
    await secretary.choose('投票人本人同意，并且在场');
    await secretary.tap('登记这张票');
    await secretary.see('登记好了');
    expect(await to.paper(motion.id, wang)).toMatchObject({
      choice: 'no',
      channel: 'door',
      helper: '王小川',
    });
    expect(secretary.errors).toEqual([]);
    await secretary.close();
  });

  it('[PAP-5] the grid worker checks it from the photo, without being shown the choice', async () => {
    const gridWorker = await here.phoneOf('gridWorker');
    await gridWorker.go(papersPage());
    await gridWorker.tap('对着照片核对');
    await gridWorker.sight().locator('.paper-photo').waitFor();
    expect(await gridWorker.sight().getByRole('radio', { checked: true }).count()).toBe(0);
    await gridWorker.choose('反对');
    await gridWorker.tap('核对好了');
    await gridWorker.see('已经通知投票人。');
    expect(await to.ballot(motion.id, wang)).toMatchObject({ choice: 'no', channel: 'door' });
    expect(gridWorker.errors).toEqual([]);
    await gridWorker.close();
  });

  it('[PAP-10] [BAL-21] the voter sees it behind a tap, says that it is not what they meant, and votes', async () => {
    const voter = await here.phoneOf('wang');
    await voter.go(pages.motion(motion.id));
    await voter.see('您家的纸质票已计入');
    await voter.see('王小川');
    expect(await voter.sight().locator('.paper-photo').count()).toBe(0);
    await voter.tap('看票上写的是什么');
    await voter.see('票上写的是');
    await voter.tap('看票的照片');
    await voter.sight().locator('.paper-photo').waitFor();
    await voter.tap('这不是我的意思');
    await voter.tap('不是我的意思，作废');
    await voter.see('您家的纸质票已作废');
    await voter.choose(/^同意/);
    await voter.tap('投“同意”');
    await voter.see('您已投票');
    expect(await to.ballot(motion.id, wang)).toMatchObject({ choice: 'yes' });
    expect(voter.errors).toEqual([]);
    await voter.close();
  });
});

describe('every screen of paper', { timeout: STEP_MS }, () => {
  let zhao: string;

  beforeAll(async () => {
    zhao = await to.on.voterOf('zhao', motion.id);
    await to.enter(motion.id, zhao, 'yes', { assistance: { helper: '赵小妹', consent: true } });
  });

  it.each(SCREENS)('[PAP-1] [PAP-10] is readable on $name', async (screen) => {
    const seen = (phone: PersonOnPhone, path: string, words: string, shot: string) =>
      seeSound(phone, screen, path, words, `papers-${shot}`);
    const officer = await here.phoneOf('gridWorker', screen);
    const named = `motionId=${motion.id}&entryId=${zhao}&label=${encodeURIComponent('幸福里1栋1单元201')}`;
    await seen(officer, papersPage(), '对着照片核对', 'list');
    await seen(officer, `/packages/paper-ballots/paper-check/index?${named}`, '您看票上选的是', 'check');
    await seen(officer, `/packages/paper-ballots/paper-enter/index?${named}`, '票上选的是', 'enter');
    await officer.close();
    const voter = await here.phoneOf('zhao', screen);
    await seen(voter, pages.motion(motion.id), '有人登记了您家的纸质票', 'motion');
    await voter.see('这不是我的意思');
    await voter.close();
    const secretary = await here.phoneOf('secretary', screen);
    await secretary.go('/packages/motions/draft/index?placeId=xingfuli');
    await secretary.pick('也收纸质票吗', /以最后投的为准/);
    await secretary.see('纸质票要两个人办');
    await takeShot(secretary.page, `papers-draft-${screen.name}`);
    await secretary.close();
  });
});

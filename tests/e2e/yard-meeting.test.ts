import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { HOUR } from '../support/motions';
import { ONE_PIXEL } from '../support/photos';
import { type SmallCommunity, smallCommunity } from '../support/persons';
import { people } from '../support/small-community/people';
import { ownersMoveIn } from '../support/owners-move-in';
import { idIn, MEETING_AT, pages, yardStory } from './support/yard-story';

/** A step takes seconds; a busy machine may need more. */
const STEP_MS = 120_000;

let cloud: TestCloud;
let browser: Browser;
let yard: SmallCommunity;
let story: ReturnType<typeof yardStory>;
beforeAll(async () => {
  const persons = Object.values(people).map(({ openid, name }) => ({ openid, name, roles: '' }));
  [cloud, browser] = await Promise.all([startTestCloud({ persons }), launchBrowser()]);
  yard = await smallCommunity(cloud);
  story = yardStory(cloud, browser, yard, await ownersMoveIn(cloud, yard));
}, BUILD_MS);
afterAll(async () => {
  await browser.close();
  await cloud.close();
});

// What everybody had in sight when a step failed.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [person, phone] of story.phones) await takeShot(phone.page, `yard-failed-${person}`);
}, STEP_MS);

// One story in its order: each step begins where the one before it ended.
describe('one yard meeting, from a sentence to the finished work', { timeout: STEP_MS }, () => {
  let proposalId: string;
  let meetingId: string;
  let motionId: string;
  let resolutionId: string;

  it('[PRO-1] [PRO-3] begins with a sentence of one neighbour, co-signed by two more', async () => {
    proposalId = await story.propose();
    await story.coSign('zhou', proposalId);
    await story.coSign('heJing', proposalId);
    const { support } = await cloud.as(yard.people.wang.openid).call('proposals.detail', { id: proposalId });
    expect(support).toMatchObject({ persons: 3, heads: 3 });
    await story.shot('wang', pages.matter(proposalId), 'yard-1-proposal');
  });

  it('[PRO-2] [MEET-1] [MEET-3] is sorted, scheduled and announced by the secretary, with a vote on it', async () => {
    await story.triage(proposalId);
    meetingId = await story.schedule();
    const secretary = await story.phoneOf('secretary');
    await secretary.tap('发出开会通知');
    await secretary.tap('通知大家');
    await secretary.see('已通知');
    motionId = await story.announceMotion();
    await story.shot('wang', pages.meeting(meetingId), 'yard-2-meeting');
  });

  it('[MEET-4] [MEET-5] brings the neighbours to the door, where a wrong code is refused', async () => {
    await story.itIs(MEETING_AT - HOUR / 2);
    const secretary = await story.phoneOf('secretary');
    await secretary.go(pages.meeting(meetingId));
    await secretary.tap('出示报到码');
    const code = (await secretary.sight().locator('.door-code').textContent()) ?? '';
    const wrong = code === '111111' ? '222222' : '111111';
    await (await story.typeCode('wang', meetingId, wrong)).see(/报到码不对/);
    for (const person of ['wang', 'zhou', 'heJing'] as const) {
      await (await story.typeCode(person, meetingId, code.trim())).see('您已报到');
    }
  });

  it('[BAL-4] [BAL-7] [OWN-1] is voted on in three browsers; one changes the vote', async () => {
    await story.itIs(MEETING_AT + 60_000);
    await Promise.all([
      story.vote('wang', motionId, '同意'),
      story.vote('zhou', motionId, '反对'),
      story.vote('heJing', motionId, '同意'),
    ]);
    const zhou = await story.phoneOf('zhou');
    await zhou.go(pages.motion(motionId));
    await zhou.tap('改投别的');
    await zhou.choose(/^同意/);
    await zhou.tap('改投“同意”');
    await zhou.see('投票回执');
    await zhou.see(/改过 1 次/);
    await story.neighboursVote(motionId);
    // Figures in sight are a few seconds old: here the clock stands still in between.
    await story.itIs(MEETING_AT + 70_000);
    await story.shot('wang', pages.motion(motionId), 'yard-3-vote');
  });

  it('[BAL-5] [ROLL-7] refuses the co-owner who was not named, with the reason', async () => {
    const phone = await story.phoneOf('heYonggui');
    await phone.go(pages.motion(motionId));
    await phone.see(/您不能投这一票/);
    await phone.see(/共有人/);
    await takeShot(phone.page, 'yard-4-refused');
  });

  it('[CLK-3] [RES-1] [RES-3] is closed by the clock, counted on both axes and published with its article', async () => {
    const { resultAt } = await cloud.as(yard.people.wang.openid).call('motions.detail', { id: motionId });
    await story.itIs(resultAt);
    const secretary = await story.phoneOf('secretary');
    await secretary.go(pages.motion(motionId));
    // The clock jumped: in the browser the page was read a few seconds ago.
    await secretary.page.reload();
    await secretary.tap('公示结果');
    await secretary.see('预表决通过');
    await secretary.pickDay('公示到哪一天', '2026年4月10日');
    await secretary.tap('公示');
    await secretary.tap('现在公示');
    await secretary.see('从提出到办完');
    resolutionId = idIn(secretary);
    await secretary.see(/同意的面积超过参加表决的面积的一半/);
    await secretary.see(/《民法典》第二百七十八条/);
  });

  it('[RES-5] [RES-6] [RES-7] is done with a photo and confirmed by the one who raised it', async () => {
    const secretary = await story.phoneOf('secretary');
    await secretary.tap('交办一件事');
    await secretary.fill('什么事', '划14个车位');
    await secretary.pick('由谁负责', /^物业 孙伟/);
    await secretary.pickDay('哪天以前办完', '2026年3月28日');
    await secretary.tap('交办');
    await secretary.see('在办');
    const manager = await story.phoneOf('propertyManager');
    await manager.go(pages.resolution(resolutionId));
    await manager.tap('报进展');
    await manager.choose(/^办完了/);
    await manager.fill('说一句', '线划好了，14个');
    await manager.addPhoto('现场照片', ONE_PIXEL);
    await manager.tap('报告办完了');
    await manager.see('等提出人确认');
    const wang = await story.phoneOf('wang');
    await wang.go(pages.resolution(resolutionId));
    await wang.tap('确认办好了');
    await wang.see(/提出人确认办结/);
  });

  it('[RES-8] is one timeline for everybody in the place, from proposal to finished work', async () => {
    const steps = [
      '王桂兰',
      '列入议程',
      '开会通知',
      '预表决通过',
      '决议公示',
      '交办：划14个车位',
      '办完：划14个车位',
      '提出人确认办结',
    ];
    for (const person of ['zhou', 'heYonggui', 'secretary'] as const) {
      const phone = await story.phoneOf(person);
      await phone.go(pages.matter(proposalId));
      // As whoever opens it now; a page read seconds ago may still show what stood then.
      await phone.page.reload();
      for (const step of steps) await phone.see(new RegExp(step));
    }
    await story.shot('zhou', pages.matter(proposalId), 'yard-5-timeline');
    for (const phone of story.phones.values()) expect(phone.errors).toEqual([]);
  });
});

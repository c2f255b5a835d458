import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import type { Detail, PersonKey } from '../support/motions';
import { freshId } from '../support/persons';
import { ONE_PIXEL } from '../support/photos';
import { type ProxyCalls, proxyCallsOf } from '../support/proxies';
import type { PersonOnPhone } from './support/person-on-phone';
import { SCREENS, seeSound } from './support/screens';
import { type YardOnPhones, yardOnPhones } from './support/yard-on-phones';
import { pages } from './support/yard-story';

const STEP_MS = 180_000;

let here: YardOnPhones;
let to: ProxyCalls;
let motion: Detail;
let wang: string;

beforeAll(async () => {
  here = await yardOnPhones();
  to = await proxyCallsOf(here.cloud, here.yard);
  motion = await to.poll({ interim: 'hidden' });
  wang = await to.on.voterOf('wang', motion.id);
}, BUILD_MS);
afterAll(() => here.close());

describe('a proxy on the phone', { timeout: STEP_MS }, () => {
  it('[PROXY-1] [PROXY-2] is written by the principal, taken up by the holder, who casts', async () => {
    const principal = await here.phoneOf('wang');
    await principal.go(pages.motion(motion.id));
    await principal.tap('委托别人投票');
    await principal.fill('委托给谁', '周素珍');
    await principal.tap('写好委托，生成委托码');
    await principal.see('等周素珍接受委托');
    const { code } = await to.given('wang', motion.id);
    await principal.see(`${code?.slice(0, 4)} ${code?.slice(4)}`);
    const holder = await here.phoneOf('zhou');
    await holder.go('/packages/proxies/held/index');
    await holder.fill('委托码', `${code?.slice(0, 4)} ${code?.slice(4)}`.toLowerCase());
    await holder.tap('看看委托的是什么');
    await holder.see('王桂兰委托您投票');
    await holder.tap('接受委托');
    await holder.see('您接受了委托');
    await holder.tap(/幸福里1栋1单元102/);
    await holder.choose(/^同意/);
    await holder.tap('代投“同意”');
    await holder.see('您已代投');
    expect(await to.ballot(motion.id, wang)).toMatchObject({
      choice: 'yes',
      proxy: { holderName: '周素珍' },
    });
    expect([...principal.errors, ...holder.errors]).toEqual([]);
    await holder.close();
    await principal.goAnew(pages.motion(motion.id));
    await principal.see('您委托了周素珍');
    await principal.tap('改投别的');
    await principal.choose(/^反对/);
    await principal.tap('改投“反对”');
    await principal.goAnew(pages.motion(motion.id));
    await principal.tap('收回委托');
    await principal.sight().getByRole('button', { name: '收回委托' }).last().tap();
    await principal.see('委托已收回');
    expect(await to.ballot(motion.id, wang)).toMatchObject({ choice: 'no', revision: 2 });
    await principal.close();
  });

  it('[PROXY-8] on paper is entered by one officer and read by another', async () => {
    const secretary = await here.phoneOf('secretary');
    await secretary.go(pages.motion(motion.id));
    await secretary.tap('登记、核对委托书');
    await secretary.fill('委托人的房号', '1栋1单元201');
    await secretary.tap('找这一户');
    await secretary.tap(/幸福里1栋1单元201/);
    await secretary.addPhoto('签了字的委托书', ONE_PIXEL);
    await secretary.fill('受托人的称呼', '周');
    await secretary.tap('找这个人');
    await secretary.choose(/周素珍/);
    await secretary.tap('登记这份委托书');
    await secretary.see('登记好了');
    await secretary.close();
    const gridWorker = await here.phoneOf('gridWorker');
    await gridWorker.go(`/packages/proxies/papers/index?id=${motion.id}`);
    await gridWorker.tap('对着照片核对');
    await gridWorker.sight().locator('.paper-photo').waitFor();
    await gridWorker.fill('受托人的称呼', '周素');
    await gridWorker.tap('找这个人');
    await gridWorker.choose(/周素珍/);
    await gridWorker.tap('核对好了');
    await gridWorker.see('已经通知委托人和受托人。');
    expect(await to.given('zhao', motion.id)).toMatchObject({ state: 'accepted', channel: 'paper' });
    await gridWorker.close();
  });
});

describe('every screen of proxies and of leaving', { timeout: STEP_MS }, () => {
  let liu: string;
  let matter: string;

  beforeAll(async () => {
    await to.offer(motion.id, 'heJing', 'zhou');
    matter = await to.on.shared('zhao', '请召开业主大会，商量换物业的事');
    const demand = { clientId: freshId(), proposalId: matter, body: 'owners' as const };
    await to.as('zhao').call('callings.sign', demand);
    liu = await to.on.voterOf('liuDeming', motion.id);
    const holderId = here.yard.people.zhou.personId;
    const paper = to.enterInput(motion.id, liu, { wholeMeeting: false, holderId });
    await to.as('secretary').call('proxies.enterPaper', { ...paper, clientId: freshId() });
  });

  it.each(SCREENS)('[PROXY-1] [PROXY-8] [KEEP-3] is readable on $name', async (screen) => {
    const phones: PersonOnPhone[] = [];
    const as = async (who: PersonKey) => {
      const phone = await here.phoneOf(who, screen);
      phones.push(phone);
      return (path: string, words: string, shot: string) =>
        seeSound(phone, screen, path, words, `proxies-${shot}`);
    };
    const at = `motionId=${motion.id}`;
    const zhao = await to.on.voterOf('zhao', motion.id);
    const proxy = (await to.as('gridWorker').call('proxies.papers', { motionId: motion.id })).items[0];
    const seenByHe = await as('heJing');
    await seenByHe(pages.motion(motion.id), '等周素珍接受委托', 'motion');
    const seenByWang = await as('wang');
    await seenByWang(`/packages/proxies/entrust/index?${at}&entryId=${wang}`, '委托给谁', 'entrust');
    await seenByWang('/packages/members/privacy/index', '下载我的信息', 'privacy');
    await seenByWang('/packages/members/leave/index', '我看清楚了删什么、留什么', 'leave');
    const seenByZhou = await as('zhou');
    await seenByZhou('/packages/proxies/held/index', '等您代投和代投过的', 'held');
    await seenByZhou(`/packages/proxies/cast/index?${at}&entryId=${zhao}`, '委托人的意见', 'cast');
    const seenByOfficer = await as('gridWorker');
    await seenByOfficer(`/packages/proxies/papers/index?id=${motion.id}`, '对着照片核对', 'papers');
    await seenByOfficer(
      `/packages/proxies/paper-check/index?${at}&proxyId=${proxy?.proxyId}`,
      '核对好了',
      'check',
    );
    await seenByWang(`/packages/proposals/detail/index?id=${matter}`, '附议和联名是两回事', 'calling');
    await Promise.all(phones.map((phone) => phone.close()));
  });

  it('[KEEP-3] [KEEP-4] whoever leaves reads what stays before and after, and is somebody new then', async () => {
    const leaver = await here.phoneOf('liuFang');
    await leaver.go('/packages/members/privacy/index');
    await leaver.tap('注销账号');
    await leaver.see('要留下的，和为什么');
    await leaver.choose('我看清楚了删什么、留什么');
    await leaver.tap('注销账号');
    await leaver.tap('注销，不再用了');
    await leaver.see('您的账号已经注销');
    await takeShot(leaver.page, 'proxies-left');
    expect((await to.as('liuFang').call('members.me', {})).name).toBeNull();
    expect(leaver.errors).toEqual([]);
    await leaver.close();
  });
});

import type { Choice } from '@contract/decision';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBundle } from '../../scripts/verify/check-bundle';
import { launchBrowser, takeShot } from '../support/browser';
import { BUILD_MS } from '../support/build-time';
import { wrongIn } from '../support/bundles';
import { readWord } from '../support/docx';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { motionCallsOf, type PersonKey } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { ONE_PIXEL } from '../support/photos';
import { type Line, workbook } from '../support/register-files';
import { people } from '../support/small-community/people';
import { type PersonOnPhone, personOnPhone } from './support/person-on-phone';
import { codesOf, FAMILIES, familiesVote, PLACE, registerLines, weightOf } from './support/resettled-estate';
import { idIn, pages } from './support/yard-story';

const STEP_MS = 120_000;
const QUESTION = '架空层改成老年食堂，同意吗？';
/** Two in the browser, one on paper; the others by the gateway. */
const [XU, ZHENG, QIAN, OTHERS] = [0, 1, 2, 67];
const others = Array.from({ length: OTHERS }, (_, n) => QIAN + 1 + n);
const choiceOf = (family: number): Choice =>
  family % 7 === 0 ? 'no' : family % 31 === 0 ? 'abstain' : 'yes';
const CHOICES = ['yes', 'no', 'abstain'] as const;
const votes = new Map<number, Choice>(others.map((family) => [family, choiceOf(family)]));
const cast = new Map<number, Choice>([...votes, [XU, 'yes'], [ZHENG, 'no'], [QIAN, 'yes']]);
const sum = (choice: Choice) =>
  weightOf([...cast].flatMap(([family, one]) => (one === choice ? [family] : [])));
const families = Array.from({ length: FAMILIES }, (_, family) => family);
const everybody = weightOf(families);
/** '12,345.67' of 0.01 m². */
const squareMetres = (area: number) =>
  (area / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

let cloud: TestCloud;
let browser: Browser;
let yard: SmallCommunity;
let motionId: string;
let codes: Awaited<ReturnType<typeof codesOf>>;
const phones = new Map<PersonKey, PersonOnPhone>();

async function phoneOf(who: PersonKey): Promise<PersonOnPhone> {
  const known = phones.get(who);
  if (known) return known;
  const screen = { viewport: { width: 375, height: 812 }, acceptDownloads: true };
  const phone = await personOnPhone(browser, cloud.address(yard.people[who].openid), screen);
  phones.set(who, phone);
  return phone;
}
/** The clock goes on; what is due is done by the timer. */
async function itIs(at: number): Promise<void> {
  cloud.cloud.clock.set(at);
  await cloud.cloud.fireTimer('timer');
}
/** Not below the edge of the screen, nor under the button at its bottom. */
const isInSight = (one: Locator) =>
  one.evaluate((box) => {
    const { left, top, width, height } = box.getBoundingClientRect();
    return box.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });

beforeAll(async () => {
  const persons = Object.values(people).map(({ openid, name }) => ({ openid, name, roles: '' }));
  [cloud, browser] = await Promise.all([startTestCloud({ persons }), launchBrowser()]);
  yard = await smallCommunity(cloud);
  const place = { kind: 'estate' as const, ...PLACE, parentId: yard.places.lantian, sort: 9 };
  await cloud
    .as(people.administrator.openid)
    .call('members.addPlaces', { clientId: freshId(), places: [place] });
  const profile = { confirmedBy: '临江区住建局', electronicVotes: ['owners' as const] };
  await motionCallsOf(cloud, yard).setProfile('lantian', profile);
}, BUILD_MS);
afterAll(async () => {
  await browser.close();
  await cloud.close();
});

async function choose(secretary: PersonOnPhone, lines: Line[], button: string): Promise<void> {
  const chooser = secretary.page.waitForEvent('filechooser');
  await secretary.tap(button);
  const file = { name: '梧桐苑名册.xlsx', mimeType: 'application/octet-stream', buffer: workbook(lines) };
  await (await chooser).setFiles(file);
}

describe('a decision of 100 owners, from the register to the proof', { timeout: STEP_MS }, () => {
  it('[REG-3] [REG-5] [REG-7] begins with a file of 400 homes, refused for its faults, then taken whole', async () => {
    const secretary = await phoneOf('secretary');
    await secretary.go(`/packages/register/index/index?placeId=${PLACE.id}`);
    const lines = registerLines();
    const wrong = lines.map((line, n) => (n === 7 ? [...line.slice(0, 4), '一百', ...line.slice(5)] : line));
    await choose(secretary, wrong, '选择名册文件');
    await secretary.see('有 1 处要改，名册没有变');
    await secretary.see('第8行 建筑面积');
    await choose(secretary, lines, '重新选文件');
    await secretary.choose(/^是同一人/);
    await secretary.see('同名的业主都确认过了');
    await secretary.see(/^新增 400 套、改 0 套、0 套不再算/);
    await secretary.tap('用这份名册');
    await secretary.see('正在用');
  });

  it('[MEM-2] gives a newcomer the code of a slip, and the home with it', async () => {
    const secretary = await phoneOf('secretary');
    await secretary.go(`/packages/register/slips/index?placeId=${PLACE.id}`);
    await secretary.tap(/^1栋/);
    await secretary.tap('发新码');
    await secretary.see('只显示这一次');
    const slip = secretary.sight().locator('.list-item').filter({ hasText: '梧桐苑1栋1单元101' });
    const code = (await slip.locator('.list-item-note').textContent()) ?? '';
    const newcomer = await phoneOf('newcomer');
    await newcomer.go('/packages/members/claim/index');
    await newcomer.fill('信箱里的认领码', code);
    await newcomer.fill('您的姓名', people.newcomer.name);
    await newcomer.tap('认领');
    await newcomer.see('认领好了');
  });

  it('[MOT-3] [PAP-1] is drafted as a vote of the owners that takes paper, and announced', async () => {
    const secretary = await phoneOf('secretary');
    await secretary.go(`/packages/motions/draft/index?placeId=${PLACE.id}`);
    await secretary.pick('由谁表决', /^业主大会/);
    await secretary.pick('表决什么事', /^改变公共部分用途/);
    await secretary.pick('这次表决的效力', /^法定表决/);
    await secretary.fill('问大家什么', QUESTION);
    await secretary.fill('说明', '2栋架空层 120 平方米，租给老年食堂，租金归全体业主。');
    await secretary.pickDay('哪一天开始', '2026年3月3日');
    await secretary.pickDay('哪一天截止', '2026年3月10日');
    await secretary.pick('也收纸质票吗', /以最后投的为准/);
    await secretary.tap('存好这次表决');
    await secretary.see('还没公布');
    motionId = idIn(secretary);
    await secretary.tap('公布表决');
    await secretary.see('等待开始');
  });

  it('[ROLL-1] [ROLL-17] tells an owner of four homes why they stand on the roll, and with what weight', async () => {
    const newcomer = await phoneOf('newcomer');
    await newcomer.go(pages.motion(motionId));
    await newcomer.tap(/^名册：看看有没有您/);
    await newcomer.see('✓ 您可以投这一票');
    await newcomer.see(`同一业主的 4 处合起来算一户、一票，面积合计 ${squareMetres(weightOf([XU]).area)} ㎡`);
    await takeShot(newcomer.page, 'decision-roll');
  });

  it('[BAL-4] [BAL-21] is voted on by phone, and changed with the ballot paper in sight', async () => {
    await itIs(Date.parse('2026-03-03T09:00:00+08:00'));
    codes = await codesOf(cloud, people.secretary.openid, [ZHENG, ...votes.keys()]);
    const claim = { clientId: freshId(), code: codes.get(ZHENG) ?? '', name: people.tenant.name };
    await cloud.as(people.tenant.openid).call('members.claimByCode', claim);
    for (const who of ['newcomer', 'tenant'] as const) {
      const voter = await phoneOf(who);
      await voter.goAnew(pages.motion(motionId));
      await voter.choose('反对');
      await voter.tap('投“反对”');
      await voter.see('投票回执');
    }
    const newcomer = await phoneOf('newcomer');
    await newcomer.goAnew(pages.motion(motionId));
    await newcomer.tap('改投别的');
    const yes = newcomer.sight().getByRole('radio', { name: '同意', exact: true });
    await expect.poll(() => isInSight(yes)).toBe(true);
    await yes.tap();
    await newcomer.tap('改投“同意”');
    await newcomer.see('第 2 次');
  });

  it('[PAP-4] [PAP-5] takes a paper ballot that one officer enters and another reads blind', async () => {
    const secretary = await phoneOf('secretary');
    await secretary.goAnew(`/packages/paper-ballots/papers/index?id=${motionId}`);
    await secretary.page.getByRole('tab', { name: '登记交来的票' }).last().tap();
    await secretary.fill('房号', '1栋 1单元 201');
    await secretary.tap('找这一户');
    await secretary.tap(/^梧桐苑1栋1单元201/);
    await secretary.addPhoto('签了字的纸质票', ONE_PIXEL);
    await secretary.choose('同意');
    await secretary.choose(/^交来的/);
    await secretary.tap('登记这张票');
    await secretary.see('登记好了');
    const gridWorker = await phoneOf('gridWorker');
    await gridWorker.go(`/packages/paper-ballots/papers/index?id=${motionId}`);
    await gridWorker.tap('对着照片核对');
    await gridWorker.sight().locator('.paper-photo').waitFor();
    expect(await gridWorker.sight().getByRole('radio', { checked: true }).count()).toBe(0);
    await gridWorker.choose('同意');
    await gridWorker.tap('核对好了');
    await gridWorker.see('已经通知投票人。');
  });

  it('[OWN-1] [OWN-3] [RES-1] is counted on both axes by the clock, and published', async () => {
    await familiesVote(cloud, codes, motionId, votes);
    const { resultAt } = await cloud.as(people.secretary.openid).call('motions.detail', { id: motionId });
    await itIs(resultAt);
    const secretary = await phoneOf('secretary');
    await secretary.goAnew(pages.motion(motionId));
    await secretary.see(`手机${cast.size - 1}户、纸质1户`);
    await secretary.tap('公示结果');
    await secretary.pickDay('公示到哪一天', '2026年3月31日');
    await secretary.tap('公示');
    await secretary.tap('现在公示');
    await secretary.see('决议书（结果全文）');
  });

  it('[SEAL-6] [SEAL-8] is proved by the full bundle, which the verifier adds up to the same figures', async () => {
    const newcomer = await phoneOf('newcomer');
    await newcomer.goAnew(pages.motion(motionId));
    await newcomer.sight().getByRole('tab', { name: '核对用的文件' }).tap();
    const { bytes } = await newcomer.download('下载完整版');
    const checked = checkBundle(bytes);
    expect(wrongIn(checked)).toEqual([]);
    expect(checked.header).toMatchObject({
      ...{ rule: 'owners-special', worth: 'statutory', outcome: 'passed', ballots: cast.size },
      ...everybody,
      cast: CHOICES.map((choice) => ({ choice, ...sum(choice) })),
    });
  });

  it('[SEAL-11] tells the voter with one tap that their ballot is in it', async () => {
    const newcomer = await phoneOf('newcomer');
    await newcomer.tap('看回执');
    await newcomer.tap('查我这一票有没有算进去');
    await newcomer.see('您这一票算进去了');
    await takeShot(newcomer.page, 'decision-receipt');
  });

  it('[DOC-1] [DOC-11] hangs on the wall as a Word file with the figures of the count', async () => {
    const secretary = await phoneOf('secretary');
    const { bytes } = await secretary.download('下载 Word：决议书（结果全文）');
    const { headings, rows } = readWord(bytes);
    expect(headings[0]).toBe('梧桐苑业主大会决议书');
    const silent = weightOf(families.filter((family) => !cast.has(family)));
    for (const [label, { heads, area }] of [
      ['同意', sum('yes')],
      ['反对', sum('no')],
      ['弃权', sum('abstain')],
      ['没有投票', silent],
      ['名册合计', everybody],
    ] as const) {
      expect(rows).toContainEqual([label, `${heads}户`, squareMetres(area)]);
    }
    for (const phone of phones.values()) expect(phone.errors).toEqual([]);
  });
});

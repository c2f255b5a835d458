import type { TestCloud } from '../../support/local-cloud';
import { liveCallsOf } from '../../support/live';
import { minutesCallsOf } from '../../support/minutes';
import { DAY, ownersPoll } from '../../support/motions';
import { nominationCallsOf } from '../../support/nominations';
import { paperCallsOf } from '../../support/papers';
import { pathCallsOf } from '../../support/paths';
import { freshId, type SmallCommunity } from '../../support/persons';
import { proxyCallsOf } from '../../support/proxies';
import { homeLine, HEADING } from '../../support/register-files';
import { importCallsOf } from '../../support/register-imports';
import { resolutionCallsOf } from '../../support/resolutions';
import { rollCallsOf } from '../../support/rolls';
import { contentOf, secretCallsOf } from '../../support/secret-ballots';
import { bookedRooms } from './booked-rooms';
import { servedBefore, servingNow } from './serving-yard';

/** As long as people write: nothing may be pushed off its page by it. */
const LONG =
  '同意在东门到3栋之间的空地上划二十四个停车位，按一户一位抽签、每月收费八十元，收入归全体业主吗？';
const LONG_NAME = '成都市青江区望江街道蓝田社区居民委员会老年协会川剧坐唱队';

interface Made {
  cloud: TestCloud;
  yard: SmallCommunity;
  photo: string;
}

/** What takes days comes first: the clock only goes on. */
async function pastOf({ cloud, yard, photo }: Made) {
  const results = resolutionCallsOf(cloud, yard, photo);
  const { resolution, proposalId } = await results.assigned();
  const unpublished = (await results.counted('passed')).motionId;
  const minutes = minutesCallsOf(cloud, yard);
  const held = await minutes.held();
  await minutes.release(held, '到会两户，议了停车位，先划线，路灯下回再议。');
  await minutes.ask('wang', held);
  await minutes.sign('zhou', held, 'attendee');
  const secret = await secretCallsOf(cloud, yard);
  // The box waits for the second count while everything else is made.
  const box = await secret.poll({ paper: { precedence: 'first', settleMinutes: 3 * 24 * 60 } });
  await secret.cast('wang', box.id, 'no');
  await secret.mark(box.id, '2栋1单元101');
  const marked = await secret.poll({
    title: LONG,
    paper: { precedence: 'first', settleMinutes: 60 },
    window: { opensAt: secret.now(), closesAt: secret.now() + 20 * DAY },
  });
  await secret.cast('wang', marked.id, 'no');
  await secret.close(box);
  await secret.enter(box.id, contentOf({ yes: 1 }));
  return {
    ...{ resolution: resolution.id, proposalId, unpublished, held, box: box.id, marked: marked.id },
    marksVoter: await secret.on.voterOf('wang', marked.id),
  };
}

async function votesOf({ cloud, yard }: Made) {
  const papers = await paperCallsOf(cloud, yard);
  const proxies = await proxyCallsOf(cloud, yard);
  const paper = await papers.poll('latest', { interim: 'hidden', title: LONG });
  const { id } = paper;
  const [wang, zhao, liu] = await Promise.all(
    (['wang', 'zhao', 'liuDeming'] as const).map((who) => papers.on.voterOf(who, id)),
  );
  await papers.enter(id, zhao ?? '', 'yes', { assistance: { helper: '赵小妹', consent: true } });
  await papers.taken(id, wang ?? '', 'no', { channel: 'door' });
  await proxies.entrusted(id, 'heJing', 'zhou');
  const holderId = yard.people.zhou.personId;
  const written = proxies.enterInput(id, liu ?? '', { wholeMeeting: false, holderId });
  await proxies.as('secretary').call('proxies.enterPaper', { ...written, clientId: freshId() });
  const waiting = (await proxies.as('gridWorker').call('proxies.papers', { motionId: id })).items[0];
  const cast = await papers.on.announced(
    'secretary',
    ownersPoll({ window: { opensAt: papers.now(), closesAt: papers.now() + 9 * DAY } }),
  );
  await papers.on.cast('wang', cast.id, 'yes');
  return {
    ...{ paper: id, zhaoVoter: zhao ?? '', waiting: waiting?.proxyId ?? '', cast: cast.id },
    ...{
      heVoter: await papers.on.voterOf('heJing', id),
      castVoter: await papers.on.voterOf('wang', cast.id),
    },
    wangVoter: wang ?? '',
  };
}

async function rulesOf({ cloud, yard, photo }: Made) {
  const paths = pathCallsOf(cloud, yard, photo);
  await paths.motions.setProfile('lantian', {
    confirmedBy: '望江街道办事处',
    electronicVotes: ['residents-assembly'],
  });
  const assembly = (await paths.drafted('residents-assembly', { title: LONG })).motion;
  await paths.record('secretary', assembly.id, 'party-proposal').catch(() => undefined);
  const charter = await paths.as('secretary').call('charters.record', {
    ...{ clientId: freshId(), placeId: 'xingfuli', kind: 'yard-rules', title: '幸福里坝坝会议事规矩' },
    articles: [
      { id: 'a', text: '说话不超过三分钟，一个说完一个再说。' },
      { id: 'b', text: '不点名骂人。' },
    ],
    ...{ decidedOn: '2020-05-01', decidedBy: '2020年坝坝会', photos: [photo] },
  });
  const drafting = await paths.motions.draft('secretary', {
    ...ownersPoll({ title: '议事规矩加一条', body: 'yard', subject: 'yard-matter', base: 'cast' }),
    window: { opensAt: cloud.cloud.clock.now() + DAY, closesAt: cloud.cloud.clock.now() + 9 * DAY },
  });
  const rolls = rollCallsOf(cloud, paths.motions);
  const coming = await rolls.coming();
  await rolls.challenge('wang', coming.id, '我家阳台封了以后面积量错了，请再看看');
  const matter = await paths.motions.shared('zhao', '请召开业主大会，商量换物业的事');
  const demand = { clientId: freshId(), proposalId: matter, body: 'owners' as const };
  await paths.as('zhao').call('callings.sign', demand);
  return { assembly: assembly.id, charter: charter.id, drafting: drafting.id, coming: coming.id, matter };
}

async function repairOf({ cloud, yard, photo }: Made) {
  const as = (person: keyof SmallCommunity['people']) => cloud.as(yard.people[person].openid);
  const onDay = (days: number) =>
    new Date(cloud.cloud.clock.now() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);
  const found = await as('propertyManager').call('repairs.open', {
    ...{ clientId: freshId(), placeId: 'xingfuli', title: '2单元电梯断绳', kind: 'lift', where: '1栋2单元' },
    ...{ danger: '钢丝绳断了一根，随时会掉', foundOn: onDay(0), estimate: 4_620_050, photos: [photo] },
  });
  const said = (one: { id: string; revision: number }) => ({
    ...{ clientId: freshId(), id: one.id, revision: one.revision },
    ...{ doneOn: onDay(0), responsible: '赵国强', text: '已经报房管局', photos: [photo] },
  });
  const applied = await as('zhao').call('repairs.apply', said(found));
  const begun = await as('propertyManager').call('repairs.begin', said(applied));
  const second = await as('propertyManager').call('repairs.open', {
    ...{ clientId: freshId(), placeId: 'xingfuli', title: '屋顶漏水', kind: 'roof', where: '1栋' },
    ...{ danger: '瓦要掉下来', foundOn: onDay(0), estimate: 1_000_000, photos: [photo] },
  });
  return { repair: begun.id, found: second.id };
}

async function peopleOf({ cloud, yard }: Made) {
  const nominations = nominationCallsOf(cloud, yard);
  const round = await nominations.open('secretary', 2);
  await nominations.candidate('wang', 'zhou', round.id);
  await nominations.nominate('wang', round.id, '曾德才', { reason: '修了三十年的路灯，一分钱没有要过。' });
  const secretary = cloud.as(yard.people.secretary.openid);
  const kept = { kind: 'school', offers: '周末可以借操场和会议室', contact: '总务主任' } as const;
  const place = { clientId: freshId(), placeId: 'lantian' };
  await secretary.call('organisations.add', { ...place, name: LONG_NAME, ...kept });
  const series = await secretary.call('series.plan', {
    ...{ clientId: freshId(), title: '幸福里圆桌议事', placeId: 'xingfuli', form: 'round-table' },
    ...{ convener: 'secretary', venue: '2栋前坝子', every: 'month', startsAt: '19:30', minutes: 90 },
    firstOn: new Date(cloud.cloud.clock.now() + 9 * DAY).toISOString().slice(0, 10),
  });
  await cloud.cloud.fireTimer('timer');
  const wang = cloud.as(yard.people.wang.openid);
  const { sessions } = await wang.call('series.detail', { id: series.id });
  const suggestion = { clientId: freshId(), sessionId: sessions[0]?.id ?? '', text: '楼道的灯坏了三个月' };
  await wang.call('series.suggest', suggestion);
  const imports = importCallsOf(cloud, yard);
  const lines = [HEADING, homeLine('1栋', '101', '冯婷'), homeLine('1栋', '102', '冯婷', { area: '一百' })];
  return { round: round.id, series: series.id, preview: (await imports.preview(lines)).id };
}

async function liveOf({ cloud, yard }: Made) {
  const live = liveCallsOf(cloud, yard);
  const run = await live.meeting(['zhou', 'wang', 'liuFang'], true, { title: LONG });
  await live.send('secretary', 'live.start', { id: run.id });
  await live.send('zhou', 'live.ask', { id: run.id });
  return { live: run.id };
}

/** The small community with something on every page: finished, under way, and about to begin. */
export async function settledYard(made: Made) {
  const past = await pastOf(made);
  const served = await servedBefore(made);
  const live = await liveOf(made);
  const votes = await votesOf(made);
  const rules = await rulesOf(made);
  const rooms = await bookedRooms(made.cloud, made.yard, made.photo);
  const rest = { ...(await repairOf(made)), ...(await peopleOf(made)), rooms };
  return { ...past, ...live, ...votes, ...rules, ...rest, serving: await servingNow(made, served) };
}

export type SettledYard = Awaited<ReturnType<typeof settledYard>>;

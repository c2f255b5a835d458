import { volunteerWorld } from './denied-volunteers';
import { DAY, type Draft, HOUR, ownersPoll } from './motions';
import type { TestCloud } from './local-cloud';
import { meetingCallsOf, ownersMeeting } from './meetings';
import { freshId, type SmallCommunity } from './persons';
import { uploadPhoto } from './photos';
import { proxyCallsOf } from './proxies';
import { repairCallsOf } from './repairs';
import { resolutionCallsOf } from './resolutions';
import { nominationCallsOf } from './nominations';
import { yardVote } from './secret-ballots';

const ARTICLES = [{ id: 'a', text: '先说事，后评理。' }];

/** What people raised: a proposal sorted and one not yet, an opinion, a claim, an urgent repair with an objection. */
async function raised(cloud: TestCloud, yard: SmallCommunity, photo: string) {
  const { on, as } = await proxyCallsOf(cloud, yard);
  const proposal = await on.shared('wang', '车棚要重建');
  const { revision: proposalRevision } = await as('wang').call('proposals.detail', { id: proposal });
  const raw = await as('wang').call('proposals.submit', {
    ...{ clientId: freshId(), text: '路灯不亮', placeId: 'xingfuli' },
  });
  const opinion = await as('wang').call('discussion.post', {
    ...{ clientId: freshId(), subjectKind: 'proposal', subjectId: proposal },
    ...{ stance: 'for', text: '早该建了' },
  });
  const homeId = yard.homes['2-1-101'];
  await as('newcomer').call('members.claimWithProof', {
    ...{ clientId: freshId(), homeId, relation: 'owner', registerName: '许诺' },
  });
  const { items } = await as('gridWorker').call('members.claims', { placeId: 'lantian' });
  const repairs = repairCallsOf(cloud, yard, photo);
  const repair = await repairs.object('wang', await repairs.published());
  const { here } = await as('administrator').call('members.whoIsWho', { placeId: 'xingfuli' });
  const manager = here.find(({ office }) => office.office === 'property-manager');
  return {
    ...{
      proposal,
      proposalRevision,
      raw: raw.id,
      opinion: opinion.id,
      claim: items[0]?.id ?? '',
      repair: repair.id,
    },
    ...{ objection: repair.objections[0]?.id ?? '', managerOffice: manager?.office.id ?? '' },
  };
}

/** What an office keeps or planned: an organisation, written rules, a round of nominees, a series, a meeting and a draft of one. */
async function planned(cloud: TestCloud, yard: SmallCommunity, photo: string) {
  const meetings = meetingCallsOf(cloud, yard);
  const secretary = meetings.as('secretary');
  const nominations = nominationCallsOf(cloud, yard);
  const organisation = await secretary.call('organisations.add', {
    ...{ clientId: freshId(), placeId: 'lantian', name: '望江路小学', kind: 'school' },
    ...{ offers: '操场', contact: '总务' },
  });
  const charter = await secretary.call('charters.record', {
    ...{
      clientId: freshId(),
      placeId: 'xingfuli',
      kind: 'yard-rules',
      title: '议事规矩',
      articles: ARTICLES,
    },
    ...{ decidedOn: '2020-05-01', decidedBy: '坝坝会', photos: [photo] },
  });
  const round = await nominations.open();
  const nominee = await nominations.nominate('zhou', round.id, '王桂兰');
  const startsAt = cloud.cloud.clock.now() + 20 * DAY;
  const plan = ownersMeeting({ startsAt, endsAt: startsAt + 2 * HOUR });
  const meeting = await meetings.noticed(plan);
  const draftMeeting = await meetings.schedule('secretary', plan);
  const series = await secretary.call('series.plan', {
    ...{
      clientId: freshId(),
      title: '圆桌',
      placeId: 'xingfuli',
      form: 'round-table',
      convener: 'secretary',
    },
    ...{ venue: '坝子', every: 'week', firstOn: nextDays(cloud, 2), startsAt: '19:30', minutes: 90 },
  });
  await cloud.cloud.fireTimer('timer');
  const { sessions } = await meetings.as('wang').call('series.detail', { id: series.id });
  const session = sessions.find(({ id }) => id !== null)?.id ?? '';
  const suggested = await meetings.as('wang').call('series.suggest', {
    ...{ clientId: freshId(), sessionId: session, text: '楼道灯换成声控的' },
  });
  const suggestion = suggested.sessions.flatMap(({ suggestions }) => suggestions)[0]?.id ?? '';
  return {
    ...{ organisation: organisation.id, charter: charter.id, round: round.id, nominee: nominee.id },
    ...{ meeting: meeting.id, draftMeeting: draftMeeting.id, plan, series: series.id, session, suggestion },
  };
}

const nextDays = (cloud: TestCloud, days: number) =>
  new Date(cloud.cloud.clock.now() + days * DAY + 8 * HOUR).toISOString().slice(0, 10);

/** Votes: one that runs with a paper and a proxy, one that is coming, a draft, a secret one. */
async function votes(cloud: TestCloud, yard: SmallCommunity) {
  const to = await proxyCallsOf(cloud, yard);
  const now = to.now();
  const vote = await to.poll();
  const coming: Draft = ownersPoll({ window: { opensAt: now + DAY, closesAt: now + 9 * DAY } });
  const later = await to.on.announced('secretary', coming);
  const draft = await to.on.draft('secretary', coming);
  const secret = await to.on.announced('secretary', yardVote(now));
  const { proxyId } = await to.offer(vote.id, 'wang', 'zhou');
  const said = await to.as('wang').call('rolls.challenge', {
    ...{ clientId: freshId(), motionId: later.id, homeId: yard.homes['1-1-102'], text: '面积不对' },
  });
  return {
    ...{ vote: vote.id, later: later.id, draft: draft.id, secret: secret.id, proxy: proxyId, coming },
    entry: await to.on.voterOf('wang', vote.id),
    secretEntry: await to.on.voterOf('wang', secret.id),
    challenge: said.mine[0]?.id ?? '',
  };
}

/** A small community with one of everything that a call can name, made through the gateway alone. */
export async function deniedWorld(cloud: TestCloud, yard: SmallCommunity) {
  const photo = await uploadPhoto(cloud, yard.people.secretary.openid);
  const { resolution } = await resolutionCallsOf(cloud, yard, photo).assigned();
  const made = {
    ...(await raised(cloud, yard, photo)),
    ...(await planned(cloud, yard, photo)),
    ...(await votes(cloud, yard)),
    ...(await volunteerWorld(cloud, yard)),
  };
  const item = resolution.items[0]?.id ?? '';
  return {
    ...made,
    photo,
    item,
    resolution: resolution.id,
    yard,
    now: cloud.cloud.clock.now(),
    articles: ARTICLES,
  };
}

export type DeniedWorld = Awaited<ReturnType<typeof deniedWorld>>;

import type { CallName } from '@contract/calls';
import { author, type DeniedRow, FIRST, GONE, neighbour, office, placed, REASON, row } from './denied-calls';
import { ownersPoll } from './motions';

const HASH = 'a'.repeat(64);

const meetings: Partial<Record<CallName, DeniedRow>> = {
  'meetings.schedule': placed(({ plan }) => plan),
  'meetings.edit': placed(({ draftMeeting: id, plan }) => ({ id, ...FIRST, ...plan })),
  'meetings.giveNotice': office(({ draftMeeting: id }) => ({ id, ...FIRST })),
  'meetings.move': office(({ meeting: id, plan: { startsAt, endsAt, venue } }) => ({
    ...{ id, ...FIRST, startsAt, endsAt, venue, ...REASON },
  })),
  'meetings.cancel': office(({ meeting: id }) => ({ id, ...FIRST, ...REASON })),
  'meetings.checkIn': neighbour(({ meeting: id }) => ({ id, code: '000000' })),
  'meetings.recordMinutes': office(({ meeting: id }) => ({ id, ...FIRST, text: '先划线' })),
  'meetings.guestArrived': office(({ meeting: id, organisation: organisationId }) => ({
    ...{ id, organisationId, who: null },
  })),
  'forms.name': placed(() => ({ placeId: 'lantian', ...FIRST, named: [] })),
  'minutes.saveDraft': office(({ meeting: id }) => ({ id, draftRevision: 0, text: '先划线' })),
  'minutes.askCorrection': neighbour(({ meeting: id }) => ({ id, wrong: '少写了', should: '先划线' })),
  'minutes.declineCorrection': office(({ meeting: id }) => ({ id, correctionId: GONE, ...REASON }), {
    ...{ because: 'nobody has asked for a correction here', goesIn: 'use-cases/minutes.test.ts' },
  }),
  'minutes.sign': neighbour(({ meeting: id }) => ({ id, number: 1, hash: HASH, role: 'attendee' })),
  'series.plan': placed(() => ({
    ...{ title: '圆桌', placeId: 'xingfuli', form: 'round-table', convener: 'secretary', venue: '坝子' },
    ...{ every: 'week', firstOn: '2026-05-06', startsAt: '19:30', minutes: 90 },
  })),
  'series.end': office(({ series: id }) => ({ id, ...FIRST, ...REASON })),
  'series.suggest': neighbour(({ session: sessionId }) => ({ sessionId, text: '灯太暗' })),
  'series.sortSuggestion': office(({ session: sessionId, suggestion: suggestionId }) => ({
    ...{ sessionId, suggestionId, itemId: null },
  })),
  'series.answerSuggestion': office(({ session: sessionId, suggestion: suggestionId }) => ({
    ...{ sessionId, suggestionId, text: '已经报修' },
  })),
  'series.rateAnswer': author(
    ({ session: sessionId, suggestion: suggestionId }) => ({
      ...{ sessionId, suggestionId, answered: true },
    }),
    { zhou: 'NOT_AUTHOR' },
  ),
  'series.withdrawSuggestion': neighbour(
    ({ session: sessionId, suggestion: suggestionId }) => ({ sessionId, suggestionId }),
    { zhou: 'NOT_AUTHOR' },
  ),
  'organisations.add': office(() => ({
    ...{ placeId: 'lantian', name: '卫生站', kind: 'medical', offers: '量血压', contact: '站长' },
  })),
  'organisations.edit': office(({ organisation: id }) => ({
    ...{ id, ...FIRST, name: '小学', kind: 'school', offers: '操场', contact: '总务' },
  })),
  'organisations.remove': office(({ organisation: id }) => ({ id, ...FIRST })),
  'live.start': office(({ meeting: id }) => ({ id })),
  'live.takeOver': office(({ meeting: id }) => ({ id, term: 1 })),
  'live.item': office(({ meeting: id }) => ({ id, from: 'a', to: 'b' })),
  'live.next': office(({ meeting: id }) => ({ id, from: null, spoke: true })),
  'live.timer': office(({ meeting: id }) => ({ id, from: null, act: 'start', seconds: 60 })),
  'live.vote': office(({ meeting: id }) => ({ id, from: null, to: null })),
  'live.pair': office(({ meeting: id }) => ({ id })),
  'live.end': office(({ meeting: id }) => ({ id })),
  'live.ask': neighbour(({ meeting: id }) => ({ id })),
  'live.withdraw': neighbour(({ meeting: id }) => ({ id })),
};

const poll = (now: number) =>
  ownersPoll({ window: { opensAt: now + 3_600_000, closesAt: now + 86_400_000 } });
const COUNTED = { kind: 'counted', counts: [{ choice: 'yes', papers: 1 }], spoiled: 0 };

const votes: Partial<Record<CallName, DeniedRow>> = {
  'motions.draft': office(({ now }) => poll(now)),
  'motions.edit': office(({ draft: id, now }) => ({ id, ...FIRST, ...poll(now) })),
  'motions.cancel': office(({ draft: id }) => ({ id, ...FIRST, ...REASON })),
  'motions.announce': office(({ draft: id }) => ({ id, ...FIRST })),
  'motions.changeClosing': office(({ vote: id, now }) => ({
    id,
    ...FIRST,
    closesAt: now + 86_400_000,
    ...REASON,
  })),
  'motions.castBallot': neighbour(
    ({ vote: motionId, entry: entryId }) => ({ motionId, entryId, choice: 'yes', replaces: 0 }),
    { zhou: 'NOT_ON_ROLL', tenant: 'NOT_ON_ROLL', secretary: 'NOT_VERIFIED' },
  ),
  'motions.castSecret': neighbour(
    ({ secret: motionId, secretEntry: entryId }) => ({ motionId, entryId, choice: 'yes' }),
    { zhou: 'NOT_ON_ROLL' },
  ),
  'rolls.challenge': neighbour(
    ({ later: motionId }) => ({ motionId, homeId: null, text: '面积不对' }),
    {},
    'zhou',
  ),
  'rolls.answer': office(({ challenge: id }) => ({ id, ...FIRST, outcome: 'refused', ...REASON })),
  'rolls.renew': office(({ later: motionId }) => ({ motionId, ...FIRST, ...REASON })),
  'motions.enterPaper': office(({ vote: motionId, entry: entryId, photo }) => ({
    ...{ motionId, entryId, choice: 'yes', channel: 'paper', photos: [photo] },
  })),
  'motions.confirmPaper': office(({ vote: motionId, entry: entryId }) => ({
    ...{ motionId, entryId, revision: 1, choice: 'yes' },
  })),
  'motions.rejectPaper': office(
    ({ vote: motionId, entry: entryId }) => ({
      ...{ motionId, entryId, revision: 1, ...REASON },
    }),
    { because: 'no paper is entered here', goesIn: 'use-cases/papers.test.ts' },
  ),
  'motions.withdrawPaper': office(
    ({ vote: motionId, entry: entryId }) => ({
      motionId,
      entryId,
      revision: 1,
    }),
    { because: 'no paper is entered here', goesIn: 'use-cases/papers.test.ts' },
  ),
  'motions.objectPaper': neighbour(
    ({ vote: motionId, entry: entryId }) => ({ motionId, entryId, number: 1 }),
    {},
    { because: 'no paper is entered here', goesIn: 'use-cases/papers-race.test.ts' },
  ),
  'motions.doorList': office(({ vote: motionId }) => ({ motionId })),
  'motions.export': neighbour(({ vote: id }) => ({ id, version: 'full', as: 'json' }), {}, 'secretary'),
  'motions.markBox': office(({ secret: motionId, secretEntry: entryId }) => ({ motionId, entryId })),
  'motions.unmarkBox': office(({ secret: motionId, secretEntry: entryId }) => ({
    motionId,
    entryId,
    ...REASON,
  })),
  'motions.enterBox': office(({ secret: motionId, photo }) => ({
    ...{ motionId, revision: 0, content: COUNTED, photos: [photo] },
  })),
  'motions.confirmBox': office(({ secret: motionId }) => ({ motionId, revision: 1, content: COUNTED })),
  'proxies.offer': neighbour(
    ({ vote: motionId, entry: entryId }) => ({
      motionId,
      entryId,
      wholeMeeting: false,
      holderName: '周素珍',
    }),
    { zhou: 'NOT_ON_ROLL' },
  ),
  'proxies.accept': row(
    { because: 'a guessed code is wrong for everybody', goesIn: 'use-cases/proxies.test.ts' },
    { newcomer: 'NOT_VERIFIED', zhao: 'PROXY_CODE_WRONG' },
    () => ({ code: 'AAAA-AAAA' }),
  ),
  'proxies.end': row(
    'wang',
    { newcomer: 'NOT_VERIFIED', zhao: 'NOT_FOUND', stranger: 'NOT_FOUND' },
    ({ proxy: proxyId }) => ({ proxyId, number: 1 }),
  ),
  'proxies.cast': neighbour(
    ({ vote: motionId, entry: entryId }) => ({ motionId, entryId, choice: 'yes', replaces: 0 }),
    { zhao: 'PROXY_ENDED' },
    { because: 'the proxy waits for its holder here', goesIn: 'use-cases/proxies.test.ts' },
  ),
  'proxies.enterPaper': office(({ vote: motionId, entry: entryId, photo, yard }) => ({
    ...{ motionId, entryId, wholeMeeting: false, holderId: yard.people.zhao.personId, photos: [photo] },
  })),
  'proxies.confirmPaper': office(({ proxy: proxyId, yard }) => ({
    ...{ proxyId, number: 1, wholeMeeting: false, holderId: yard.people.zhao.personId },
  })),
  'proxies.rejectPaper': office(({ proxy: proxyId }) => ({ proxyId, number: 1, ...REASON })),
};

const papers: Partial<Record<CallName, DeniedRow>> = {
  'charters.record': office(({ photo, articles }) => ({
    ...{ placeId: 'xingfuli', kind: 'owners-procedure', title: '议事规则', articles, photos: [photo] },
    ...{ decidedOn: '2020-05-01', decidedBy: '业主大会' },
  })),
  'charters.draftChange': office(({ draft: motionId, charter: charterId, articles }) => ({
    ...{ motionId, ...FIRST, charterId, base: 1, articles },
  })),
  'charters.file': office(({ charter: id, photo }) => ({
    ...{ id, ...FIRST, number: 1, filedOn: '2026-03-01', office: '望江街道', photos: [photo] },
  })),
  'nominations.open': office(({ now }) => ({
    ...{
      placeId: 'xingfuli',
      title: '最美邻居',
      purpose: '帮过大家',
      closesAt: now + 5 * 86_400_000,
      seats: 1,
    },
  })),
  'nominations.nominate': neighbour(({ round: roundId }) => ({
    ...{ roundId, name: '周素珍', where: '1栋', ...REASON },
  })),
  'nominations.answer': neighbour(
    ({ nominee: id }) => ({ id, code: '00000000', agree: true }),
    { zhao: 'NOT_FOUND' },
    { because: 'the code on the slip is guessed', goesIn: 'support/nominations.ts' },
  ),
  'nominations.recordConsent': office(({ nominee: id, photo }) => ({ id, by: '王桂兰', photos: [photo] })),
  'nominations.check': office(({ nominee: id }) => ({ id, accept: true })),
  'nominations.withdraw': neighbour(
    ({ nominee: id }) => ({ id }),
    { zhao: 'NOT_ALLOWED' },
    { because: 'the nominee has not agreed yet', goesIn: 'support/nominations.ts' },
  ),
  'nominations.draftVote': office(({ round: id, now }) => ({
    ...{ id, ...FIRST, how: 'opinion', window: { opensAt: now + 3_600_000, closesAt: now + 86_400_000 } },
  })),
  'resolutions.publish': office(({ vote: motionId }) => ({
    ...{ motionId, text: '按结果办。', publishedUntilOn: '2026-06-01' },
  })),
  'resolutions.addItem': office(({ resolution: id, managerOffice: officeId, yard }) => ({
    ...{ id, ...FIRST, title: '请施工队', personId: yard.people.propertyManager.personId, officeId },
    dueOn: '2026-06-01',
  })),
  'resolutions.reassign': office(({ resolution: id, item: itemId, managerOffice: officeId, yard }) => ({
    ...{ id, itemId, ...FIRST, personId: yard.people.propertyManager.personId, officeId },
  })),
  'resolutions.report': office(
    ({ resolution: id, item: itemId, photo }) => ({ id, itemId, ...FIRST, text: '进场了', photos: [photo] }),
    'propertyManager',
    { secretary: 'NOT_RESPONSIBLE' },
  ),
  'resolutions.confirm': author(({ resolution: id }) => ({ id, ...FIRST }), { zhou: 'NOT_PROPOSER' }),
  'resolutions.reopen': author(({ resolution: id }) => ({ id, ...FIRST, ...REASON }), {
    zhou: 'NOT_PROPOSER',
  }),
  'audit.export': row('wang', { newcomer: 'NOT_VERIFIED' }, () => ({})),
  'documents.show': neighbour(({ resolution: id }) => ({ kind: 'resolution', id })),
  'documents.word': neighbour(({ resolution: id }) => ({ kind: 'resolution', id })),
  // Last: whoever lost the office does nothing by it any more.
  'members.withdrawOffice': placed(({ yard, managerOffice: officeId }) => ({
    ...{ personId: yard.people.propertyManager.personId, officeId, ...REASON },
  })),
};

/** What is asked of meetings, votes and papers. */
export const decisions: Partial<Record<CallName, DeniedRow>> = { ...meetings, ...votes, ...papers };

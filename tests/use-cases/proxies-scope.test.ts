import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { meetingVoteCallsOf, voteOn } from '../support/meeting-votes';
import { HOUR } from '../support/motions';
import { type ProxyCalls, proxyCallsOf } from '../support/proxies';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { codeOf } from '../support/wangs-paper';

let cloud: TestCloud;
let yard: SmallCommunity;
let to: ProxyCalls;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await proxyCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

const cast = async (motionId: string, entryId: string) =>
  codeOf(await to.as('zhou').send('proxies.cast', to.castInput(motionId, entryId, 'yes')));
const heldIn = async () => {
  const { items } = await to.as('zhou').call('proxies.held', {});
  return new Map(items.map((vote) => [vote.motionId, vote]));
};

describe('a proxy for a whole meeting', () => {
  it('[PROXY-1] [PROXY-4] [PROXY-6] is for each of its votes, also one announced later, and for none once it was taken back', async () => {
    const of = meetingVoteCallsOf(cloud, yard);
    const { meeting, vote: first } = await of.meetingWithVote('院坝会');
    const second = await to.on.announced('secretary', voteOn(meeting, { agendaItemId: 'b' }));
    const wholeMeeting = { wholeMeeting: true };
    const held = await to.entrusted(first.id, 'wang', 'zhou', wholeMeeting);
    const later = await to.on.announced('secretary', voteOn(meeting, { agendaItemId: 'b', title: '第三件' }));
    const votes = await heldIn();
    expect([...votes.keys()].sort()).toEqual([first.id, second.id, later.id].sort());
    // It stands in the way of one for any single vote of the meeting.
    const entryId = votes.get(second.id)?.entryId ?? '';
    await expect(to.offer(second.id, 'wang', 'zhao', { entryId })).rejects.toMatchObject({
      code: 'PROXY_GIVEN',
    });
    await cloud.advance(meeting.startsAt - to.now());
    const sooner = { id: first.id, closesAt: to.now() + HOUR / 2, reason: '大家都投了' };
    const { revision } = await to.on.detail('secretary', first.id);
    await to.as('secretary').call('motions.changeClosing', { clientId: freshId(), revision, ...sooner });
    expect(await cast(first.id, held.entryId)).toBe('ok');
    expect(await cast(second.id, entryId)).toBe('ok');
    await cloud.advance(HOUR / 2 + 1);
    expect(await cast(first.id, held.entryId)).toBe('BALLOT_CLOSED');
    await to.end('wang', held);
    expect(await cast(later.id, votes.get(later.id)?.entryId ?? '')).toBe('PROXY_ENDED');
    expect(await heldIn()).toEqual(new Map());
    // What was cast before it was taken back is the voter's ballot, in the vote that is over and in the one that runs.
    for (const [id, entry] of [[first.id, held.entryId] as const, [second.id, entryId] as const])
      expect(await to.ballot(id, entry)).toMatchObject({ choice: 'yes', castBy: yard.people.wang.personId });
    // Their own hand goes over the one that runs; the other vote of the meeting can be entrusted anew, alone.
    const own = { clientId: freshId(), motionId: second.id, entryId, choice: 'no' as const, replaces: 0 };
    expect(await to.as('wang').call('motions.castBallot', own)).toMatchObject({ applied: true, revision: 2 });
    const anew = { entryId: votes.get(later.id)?.entryId };
    expect(await to.entrusted(later.id, 'wang', 'zhou', anew)).toMatchObject({ wholeMeeting: false });
  });
});

describe('a place whose rules forbid proxies', () => {
  it('[PROXY-14] takes none on the phone and none on paper, prints no form, and says so before', async () => {
    await to.on.setProfile('xingfuli', { maxProxies: 0 });
    const vote = await to.poll();
    const officer = await to.seen('secretary', vote.id);
    expect(officer).toMatchObject({ may: 'PROXY_FORBIDDEN', can: { enterPaper: 'PROXY_FORBIDDEN' } });
    const seen = await to.seen('wang', vote.id);
    expect(seen.given.map(({ can }) => can.offer)).toEqual(['PROXY_FORBIDDEN']);
    const entryId = await to.on.voterOf('wang', vote.id);
    const offered = to.offer(vote.id, 'wang', 'zhou', { entryId });
    await expect(offered).rejects.toMatchObject({ code: 'PROXY_FORBIDDEN' });
    const paper = { wholeMeeting: false, holderId: yard.people.zhou.personId };
    const entered = to.as('secretary').call('proxies.enterPaper', to.enterInput(vote.id, entryId, paper));
    await expect(entered).rejects.toMatchObject({ code: 'PROXY_FORBIDDEN' });
    const form = { clientId: freshId(), kind: 'proxy-form' as const, id: vote.id, entryId };
    const printed = to.as('wang').call('documents.show', form);
    await expect(printed).rejects.toMatchObject({ code: 'PROXY_FORBIDDEN' });
  });

  it('[PATH-23] keeps the proxies of a vote that was announced when it allowed them', async () => {
    await to.on.setProfile('xingfuli', { maxProxies: 3 });
    const vote = await to.poll();
    const { code } = await to.offer(vote.id, 'zhao', 'zhou');
    await to.on.setProfile('xingfuli', { maxProxies: 0 });
    expect(await to.accept('zhou', code ?? '')).toBeDefined();
    expect(await to.seen('secretary', vote.id)).toMatchObject({ can: { enterPaper: null } });
  });
});

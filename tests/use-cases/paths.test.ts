import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { documentsOf, inserted } from '../support/documents';
import { DAY } from '../support/motions';
import { overlapping } from '../support/overlapping';
import { pathCallsOf } from '../support/paths';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof pathCallsOf>;

const refused = (code: string, fields?: unknown): unknown =>
  expect.objectContaining({
    failure: expect.objectContaining(fields ? { code, fields } : { code }) as unknown,
  });
const CONFIRMED = {
  confirmedBy: '望江街道办事处',
  electronicVotes: ['residents-assembly' as const, 'villagers-assembly' as const, 'owners' as const],
};
const PARTY = { step: '社区党组织先研究讨论', article: '《城市居民委员会组织法》第三十条' };
const missing = (step: object) => refused('PATH_STEP_MISSING', expect.objectContaining(step));

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = pathCallsOf(cloud, yard, await uploadPhoto(cloud, yard.people.secretary.openid));
  await on.motions.setProfile('lantian', CONFIRMED);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

/** A statutory vote of the residents' assembly that is announced, with its party discussion on record. */
async function announced(changes: Parameters<typeof on.drafted>[1] = {}) {
  const { meeting, motion } = await on.drafted('residents-assembly', changes);
  await on.record('secretary', motion.id, 'party-discussion');
  await on.giveNotice(meeting.id);
  return on.announce(motion.id);
}

/** Writes past the calls. */
const write = (collectionName: string, query: object, data: object) =>
  cloud.cloud.database.handle({
    ...{ action: 'database.modifyDocument', collectionName, multi: false, merge: true, upsert: false },
    ...{ query: JSON.stringify(query), data: JSON.stringify({ $set: data }) },
  });

/** Sets the one record of a board aside, or lets it stand. */
const setAsideBy = (matterId: string, mark: object | null) =>
  write('path_boards', { matterId }, { 'records.0.setAside': mark });

describe('a statutory vote of the residents’ assembly', () => {
  it('[PATH-17] has neither notice nor announcement before the party organisation discussed it, and says which step and article', async () => {
    const { meeting, motion } = await on.drafted('residents-assembly');
    expect(await on.as('secretary').call('meetings.detail', { id: meeting.id })).toMatchObject({
      can: { giveNotice: 'PATH_STEP_MISSING' },
    });
    await expect(on.giveNotice(meeting.id)).rejects.toEqual(missing(PARTY));
    const shown = await on.board('secretary', motion.id);
    expect(shown).toMatchObject({ enforced: true, bodyLabel: '居民会议' });
    expect(on.stepOf(shown, 'party-discussion')).toMatchObject({ state: 'missing', article: PARTY.article });
    await on.record('secretary', motion.id, 'party-discussion');
    await on.giveNotice(meeting.id);
    expect((await on.announce(motion.id)).phase).toBe('announced');
  });

  it('[PATH-12] [PATH-13] shows everybody the steps in order, those of the data with day and page, and [PATH-18] whose profile holds', async () => {
    const vote = await announced();
    const { steps, profileWords } = await on.board('wang', vote.id);
    expect(steps.map(({ step, state }) => [step, state])).toEqual([
      ['party-discussion', 'done'],
      ['notice', 'done'],
      ['agenda', 'done'],
      ['roll', 'done'],
      ['vote', 'now'],
      ['publication', 'later'],
      ['implementation', 'later'],
    ]);
    expect(steps[1]).toMatchObject({
      doneOn: on.today(),
      link: expect.stringContaining('meetings') as unknown,
    });
    expect(steps[0]?.record).toMatchObject({ responsible: '社区党委 陈秀兰', by: '陈秀兰' });
    expect(steps[0]?.can).toEqual({ record: 'NOT_ALLOWED', correct: 'NOT_ALLOWED', withdraw: 'NOT_ALLOWED' });
    expect(profileWords).toContain('望江街道办事处');
    expect(vote.confirmedBy).toBe('望江街道办事处');
    await expect(on.board('stranger', vote.id)).rejects.toEqual(refused('NOT_FOUND'));
  });

  it('[PATH-15] corrects a wrong entry with a reason, the old one stays, and [PATH-16] takes none back that the vote rests on', async () => {
    const vote = await announced();
    const before = on.stepOf(await on.board('secretary', vote.id), 'party-discussion');
    const target = { matterId: vote.id, recordId: before?.record?.id ?? '', reason: '写错了负责人' };
    const withdraw = () => on.as('secretary').call('paths.withdraw', { clientId: freshId(), ...target });
    await expect(withdraw()).rejects.toEqual(refused('PATH_STEP_IN_USE'));
    const said = on.said({ responsible: '社区党委 胡建平' });
    const input = { clientId: freshId(), ...target, ...said };
    const shown = await on.as('secretary').call('paths.correct', input);
    expect(await on.as('secretary').call('paths.correct', input)).toEqual(shown);
    expect(on.stepOf(shown, 'party-discussion')).toMatchObject({
      record: { responsible: '社区党委 胡建平' },
      earlier: [{ responsible: '社区党委 陈秀兰', setAside: { reason: '写错了负责人', how: 'corrected' } }],
    });
    await expect(withdraw()).rejects.toEqual(refused('STALE'));
  });

  it('[PATH-16] keeps what a vote rests on, however many drafts its matter has seen', async () => {
    const proposalId = await on.motions.shared('wang', '社区活动室晚上开到九点');
    const [some] = await documentsOf(cloud.cloud, 'motions');
    const past = { ...some, proposalId, meetingId: null, state: 'cancelled' };
    for (let n = 0; n < 60; n += 1) await inserted(cloud, 'motions', { ...past, _id: `past-${n}` });
    const { meeting, motion } = await on.drafted('residents-assembly', { proposalId });
    const shown = await on.record('secretary', proposalId, 'party-discussion');
    await on.giveNotice(meeting.id);
    await on.announce(motion.id);
    const recordId = on.stepOf(shown, 'party-discussion')?.record?.id ?? '';
    const target = { clientId: freshId(), matterId: proposalId, recordId, reason: '记错了' };
    await expect(on.as('secretary').call('paths.withdraw', target)).rejects.toEqual(
      refused('PATH_STEP_IN_USE'),
    );
    expect((await on.board('wang', proposalId)).enforced).toBe(true);
  });

  it.each(['announced', 'withdrawn'])(
    '[PATH-16] [IDM-5] never rests on what is taken back at the same moment, whichever is written first: %s',
    async (first) => {
      const { meeting, motion } = await on.drafted('residents-assembly');
      const shown = await on.record('secretary', motion.id, 'party-discussion');
      await on.giveNotice(meeting.id);
      const { revision } = await on.motions.detail('secretary', motion.id);
      const recordId = on.stepOf(shown, 'party-discussion')?.record?.id ?? '';
      const target = { clientId: freshId(), matterId: motion.id, recordId, reason: '记错了' };
      const given = { clientId: freshId(), id: motion.id, revision };
      const announce = () => on.as('secretary').call('motions.announce', given);
      const withdraw = () => on.as('residentsCommittee').call('paths.withdraw', target);
      const [before, after] = first === 'announced' ? [announce, withdraw] : [withdraw, announce];
      const denial = first === 'announced' ? 'PATH_STEP_IN_USE' : 'PATH_STEP_MISSING';
      const both = await overlapping(cloud, before, after);
      expect(both).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { code: denial } }]);
      const phase = first === 'announced' ? 'announced' : 'draft';
      expect((await on.motions.detail('secretary', motion.id)).phase).toBe(phase);
    },
  );

  it('[PATH-17] is published only with the step on record, and [PATH-23] by the profile under which it was announced', async () => {
    const vote = await announced();
    await on.motions.setProfile('lantian', { publicationDays: 30 });
    expect(await on.motions.detail('wang', vote.id)).toMatchObject({
      ...{ confirmedBy: '望江街道办事处', worth: { id: 'statutory' } },
    });
    expect((await on.board('wang', vote.id)).profileWords).toContain('望江街道办事处');
    await on.motions.count(vote);
    await expect(on.as('wang').call('motions.tally', { id: vote.id })).resolves.toMatchObject({
      publication: { days: 15 },
    });
    const publish = (until: number) =>
      on.as('secretary').call('resolutions.publish', {
        ...{ clientId: freshId(), motionId: vote.id, text: '表决结果' },
        publishedUntilOn: new Date(cloud.cloud.clock.now() + until * DAY).toISOString().slice(0, 10),
      });
    // As a vote that was announced before boards were kept.
    await setAsideBy(vote.id, { at: 1, by: '', reason: '', how: 'withdrawn' });
    expect((await on.motions.detail('secretary', vote.id)).can.publish).toBe('PATH_STEP_MISSING');
    await expect(publish(16)).rejects.toEqual(missing(PARTY));
    await setAsideBy(vote.id, null);
    await publish(16);
    await on.motions.setProfile('lantian', CONFIRMED);
    expect(on.stepOf(await on.board('wang', vote.id), 'publication')).toMatchObject({ state: 'done' });
  });

  it('[PATH-14] of a charter is filed once it has passed, not before and not with an earlier day', async () => {
    const vote = await announced({ subject: 'self-government-charter' });
    const file = (doneOn?: string) =>
      on.record('residentsCommittee', vote.id, 'filing', doneOn === undefined ? {} : { doneOn });
    expect(on.stepOf(await on.board('wang', vote.id), 'filing')?.state).toBe('later');
    await expect(file()).rejects.toEqual(refused('RESULT_PENDING'));
    await on.motions.count(vote);
    await expect(file()).rejects.toEqual(refused('RESULT_PENDING'));
    // Enough of the community voted for it.
    await write('motions', { _id: vote.id }, { 'verdict.outcome': 'passed' });
    expect(on.stepOf(await on.board('wang', vote.id), 'filing')?.state).toBe('missing');
    await expect(file('2026-03-02')).rejects.toEqual(refused('INVALID_INPUT'));
    expect(on.stepOf(await file(), 'filing')).toMatchObject({ state: 'done', doneOn: on.today() });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, type Draft, HOUR, motionCallsOf, noticedMeeting, type PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;

const code = (expected: string) => ({ code: expected });
const now = () => cloud.cloud.clock.now();

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

const written = (changes: Partial<Draft>): Draft => ({
  title: '广场舞几点结束？',
  text: '大家商量一个时间。',
  window: { opensAt: now(), closesAt: now() + DAY },
  placeId: 'lantian',
  body: 'residents-assembly',
  subject: 'community-matter',
  worth: 'straw',
  interim: 'shown',
  ...changes,
});

describe('an assembly that meets', () => {
  const assembly = {
    body: 'residents-assembly',
    placeId: 'lantian',
    convener: 'residents-committee',
  } as const;
  const meet = async (membership: 'adults' | 'households') => {
    const meeting = await noticedMeeting(cloud, yard.people.secretary.openid, {
      ...assembly,
      membership,
      inDays: 11,
    });
    const motion = await on.announced(
      'secretary',
      written({ meetingId: meeting.id, agendaItemId: 'item', window: null }),
    );
    await cloud.advance(meeting.startsAt - now());
    return { meeting, motion };
  };

  it('[ASM-9] wants its voters to check in first, and [ASM-7] keeps those who cast nothing in the base', async () => {
    const { meeting, motion } = await meet('adults');
    expect(motion).toMatchObject({
      bodyKind: 'persons',
      rule: { id: 'residents-assembly', weighsArea: false },
    });
    const before = await on.detail('wang', motion.id);
    expect(before).toMatchObject({
      can: { vote: 'PRESENCE_NEEDED' },
      meeting: { needsPresence: true, checkedIn: false },
    });
    await expect(on.cast('wang', motion.id, 'yes')).rejects.toMatchObject(code('PRESENCE_NEEDED'));
    for (const who of ['wang', 'zhou', 'zhao'] as const) await on.checkIn(who, meeting.id);
    expect((await on.detail('wang', motion.id)).can.vote).toBeNull();
    cloud.cloud.faults.reset();
    const entryId = await on.voterOf('zhou', motion.id);
    cloud.cloud.faults.reset();
    const ballot = { clientId: freshId(), motionId: motion.id, entryId, choice: 'yes' as const, replaces: 0 };
    await on.as('zhou').call('motions.castBallot', ballot);
    const requests = Object.values(cloud.cloud.faults.requests());
    expect(requests.reduce((sum, one) => sum + one, 0)).toBe(4);
    await on.count(motion);
    const tally = await on.as('wang').call('motions.tally', { id: motion.id });
    expect(tally.verdict).toMatchObject({ outcome: 'no-quorum', part: { heads: 3 }, membership: 'adults' });
    const approval = tally.verdict.lines.find(({ kind }) => kind === 'approval');
    expect(approval).toMatchObject({
      numerator: 1,
      denominator: 3,
      article: '《城市居民委员会组织法》第二十七条',
    });
    expect(tally).toMatchObject({ unit: '人', presentByPhone: 0, notVoted: { heads: tally.all.heads - 1 } });
  });

  it('[ROLL-9] has adults only: a child of the household is not on the roll', async () => {
    const motion = await on.announced('secretary', written({ membership: 'adults' }));
    const households = await on.announced('secretary', written({ membership: 'households' }));
    // 29 homes where somebody lives; 刘, 何 and 马 have more than one adult, 王 a child who is none.
    expect(households.roll?.heads).toBe(29);
    expect(motion.roll?.heads).toBe(29 + 1 + 1 + 2);
    const { mine } = await on.detail('wang', motion.id);
    expect(mine).toMatchObject([{ label: '幸福里1栋1单元102 王某', area: 0, may: null }]);
  });

  it('[ROLL-10] has one ballot of a household, from its representative', async () => {
    const motion = await on.announced('secretary', written({ membership: 'households' }));
    await expect(on.cast('maXiaolong', motion.id, 'no')).rejects.toMatchObject(code('NOT_REPRESENTATIVE'));
    expect((await on.cast('maChunhua', motion.id, 'yes')).applied).toBe(true);
    // The tenants' home has no household in the register.
    expect((await on.detail('tenant', motion.id)).can.vote).toBe('NOT_ON_ROLL');
    // Nobody was chosen for 刘家: the first of the adults stands.
    expect((await on.cast('liuFang', motion.id, 'yes')).applied).toBe(true);
    await expect(on.cast('liuDeming', motion.id, 'no')).rejects.toMatchObject(code('VOTER_VOTED'));
  });

  it('[ASM-9] counts a ballot by phone as presence where the local profile says so, and the record says how many', async () => {
    await on.setProfile('lantian', { confirmedBy: '望江街道办事处', phonePresence: ['residents-assembly'] });
    const { meeting, motion } = await meet('households');
    await on.checkIn('zhou', meeting.id);
    await on.cast('zhou', motion.id, 'yes');
    await on.cast('wang', motion.id, 'yes');
    await cloud.advance(4000);
    expect((await on.detail('wang', motion.id)).figures).toMatchObject({ present: 2, part: { heads: 2 } });
    await on.count(motion);
    expect(await on.as('wang').call('motions.tally', { id: motion.id })).toMatchObject({ presentByPhone: 1 });
    await on.setProfile('lantian', {});
  });
});

describe('a statutory vote', () => {
  it('[PATH-9] is announced only under a profile that a named office confirmed, and [PATH-5] in a window that it allows', async () => {
    const owners = written({
      body: 'owners',
      placeId: 'xingfuli',
      subject: 'repair-fund-use',
      worth: 'statutory',
    });
    await expect(on.draft('secretary', owners)).rejects.toMatchObject(code('WORTH_NOT_CONFIRMED'));
    await on.setProfile('lantian', { confirmedBy: '江城区住建局', electronicVotes: ['owners'] });
    await expect(on.draft('secretary', owners)).rejects.toMatchObject(code('WINDOW_WRONG'));
    const window = { opensAt: now(), closesAt: now() + 5 * DAY };
    const draft = await on.draft('secretary', { ...owners, window });
    expect(draft.worth).toEqual({ id: 'statutory', label: '法定表决', words: '结果有法律效力' });
    await on.setProfile('lantian', { electronicVotes: ['owners'] });
    await expect(on.announce('secretary', draft)).rejects.toMatchObject(code('WORTH_NOT_CONFIRMED'));
    await on.setProfile('lantian', { confirmedBy: '江城区住建局', electronicVotes: ['owners'] });
    expect((await on.announce('secretary', draft)).phase).toBe('open');
  });

  it('[OWN-9] is put to one building only where an authority is named', async () => {
    const lift = written({ body: 'owners', placeId: 'xingfuli-1', subject: 'common-parts' });
    await expect(on.draft('secretary', lift)).rejects.toMatchObject(code('NARROWER_AREA'));
    await on.setProfile('lantian', { narrowerAreaAuthority: '区住建局〔2025〕7号文' });
    expect((await on.announced('secretary', lift)).roll).toMatchObject({ heads: 11 });
    await on.setProfile('lantian', {});
  });
});

describe('other bodies', () => {
  const term = { fromAt: Date.UTC(2026, 0, 1), untilAt: Date.UTC(2029, 0, 1) };
  const appoint = (
    who: PersonKey,
    office: 'residents-delegate' | 'residents-committee',
    gender: 'female' | 'male' = 'female',
  ) =>
    on.as('secretary').call('members.appoint', {
      clientId: freshId(),
      personId: yard.people[who].personId,
      office,
      placeId: 'lantian',
      gender,
      ...term,
    });

  it('[ASM-10] lets a delegates meeting vote only when delegates are four fifths of its members', async () => {
    const asked = () => written({ body: 'residents-delegates' });
    for (const who of ['zhou', 'feng', 'zeng'] as const) await appoint(who, 'residents-delegate');
    const draft = await on.draft('secretary', asked());
    await expect(on.announce('secretary', draft)).rejects.toMatchObject(code('DELEGATES_COMPOSITION'));
    await appoint('liuFang', 'residents-delegate');
    const motion = await on.announce('secretary', draft);
    expect(motion).toMatchObject({ bodyKind: 'delegates', roll: { heads: 5, area: 0 } });
    expect((await on.cast('zhou', motion.id, 'yes')).applied).toBe(true);
    expect((await on.cast('residentsCommittee', motion.id, 'yes')).applied).toBe(true);
    await expect(on.cast('wang', motion.id, 'yes')).rejects.toThrow('has no voter');
    expect((await on.detail('wang', motion.id)).can.vote).toBe('NOT_ON_ROLL');
  });

  it('[ASM-12] decides one home one vote by the base that the motion names', async () => {
    const yardVote = written({ body: 'yard', placeId: 'sanzu', subject: 'yard-matter', base: 'all' });
    const motion = await on.announced('secretary', yardVote);
    await on.cast('zeng', motion.id, 'yes');
    await on.count(motion);
    const { verdict } = await on.as('zeng').call('motions.tally', { id: motion.id });
    expect(verdict).toMatchObject({ base: 'all', outcome: 'not-passed' });
    const cast = await on.announced(
      'secretary',
      written({ ...yardVote, base: 'cast', window: { opensAt: now(), closesAt: now() + HOUR } }),
    );
    await on.cast('zeng', cast.id, 'yes');
    await on.count(cast);
    expect((await on.as('zeng').call('motions.tally', { id: cast.id })).verdict).toMatchObject({
      base: 'cast',
      outcome: 'passed',
      passed: 'yes',
    });
  });

  it('[OWN-7] [OWN-8] asks all other owners of the building about a business in a home, and the applicant not', async () => {
    const applicantHomeId = yard.homes['1-1-102'];
    const asked = written({
      body: 'owners',
      placeId: 'xingfuli',
      subject: 'home-to-business',
      applicantHomeId,
      provenHomeIds: [yard.homes['2-1-101']],
    });
    const motion = await on.announced('secretary', asked);
    // 12 homes of the building, less the applicant's two, and one outside that proved to be affected.
    expect(motion.roll?.heads).toBe(11);
    expect((await on.detail('wang', motion.id)).can.vote).toBe('NOT_ON_ROLL');
    await on.cast('zhou', motion.id, 'yes');
    await on.count(motion);
    expect((await on.as('zhou').call('motions.tally', { id: motion.id })).verdict.outcome).toBe('no-quorum');
    const elsewhere = {
      ...asked,
      window: { opensAt: now(), closesAt: now() + DAY },
      applicantHomeId: yard.homes['liulin-101'],
    };
    await expect(on.draft('secretary', elsewhere)).rejects.toMatchObject(code('NOT_FOUND'));
  });

  it('[DEC-9] asks for opinions, and nothing passes; the matter goes on collecting support', async () => {
    const proposalId = await on.shared('wang', '广场舞的时间');
    const asked = written({
      body: 'owners',
      placeId: 'xingfuli',
      subject: 'consultation',
      worth: 'opinion',
      proposalId,
      options: ['晚上八点', '晚上九点'],
    });
    const motion = await on.announced('secretary', asked);
    expect(motion.worth.words).toBe('只听大家的意见，不作决定');
    await on.cast('wang', motion.id, 'option:2');
    await on.count(motion);
    const tally = await on.as('wang').call('motions.tally', { id: motion.id });
    expect(tally).toMatchObject({
      outcomeWords: '意见征询结束',
      verdict: { outcome: 'no-threshold', passed: null },
    });
    expect(tally.cast.map(({ label, heads }) => [label, heads])).toEqual([
      ['晚上八点', 0],
      ['晚上九点', 1],
      ['都不同意', 0],
      ['弃权', 0],
    ]);
    expect((await on.as('wang').call('proposals.detail', { id: proposalId })).stage).toBe('collecting');
  });
});

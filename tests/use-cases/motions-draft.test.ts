import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud, TEST_NOW } from '../support/local-cloud';
import { DAY, type Draft, HOUR, motionCallsOf, noticedMeeting, ownersPoll } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

const refused = (input: Partial<Draft>) => on.draft('secretary', ownersPoll(input));
const code = (expected: string) => ({ code: expected });

describe('drafting a motion', () => {
  it('[MOT-3] says body, rule in plain words, worth and closing before anybody votes', async () => {
    const motion = await on.draft('secretary', ownersPoll());
    expect(motion).toMatchObject({
      phase: 'draft',
      bodyLabel: '业主大会',
      bodyKind: 'owner-groups',
      subjectLabel: '使用维修资金',
      worth: { id: 'straw', label: '预表决', words: '不替代法定表决' },
      closesAt: TEST_NOW + 10 * DAY,
      resultAt: TEST_NOW + 10 * DAY + 40_000,
      roll: null,
      figures: null,
      mine: [],
      can: { vote: 'NOT_ON_ROLL', edit: null, announce: null, cancel: null, changeClosing: 'MOTION_STAGE' },
    });
    expect(motion.rule.lines[0]).toEqual({
      words: '参加表决的业主达到全体业主的三分之二',
      article: '《民法典》第二百七十八条',
    });
    expect(motion.rule.lines).toHaveLength(4);
  });

  it('[MOT-2] offers 同意, 反对 and 弃权, or the options with 都不同意 and 弃权', async () => {
    const plain = await on.draft('secretary', ownersPoll());
    expect(plain.choices.map(({ label }) => label)).toEqual(['同意', '反对', '弃权']);
    const several = await on.draft('secretary', ownersPoll({ options: ['物业甲', '物业乙'] }));
    expect(several.choices.map(({ label }) => label)).toEqual(['物业甲', '物业乙', '都不同意', '弃权']);
    const fields = { options: '至少要有2个选项' };
    await expect(refused({ options: ['只有一个'] })).rejects.toMatchObject({
      failure: { code: 'INVALID_INPUT', fields },
    });
  });

  it('[OWN-6] takes the rule from the item of the law that the subject is', async () => {
    const ruleOf = async (subject: Draft['subject']) =>
      (await on.draft('secretary', ownersPoll({ subject }))).rule.id;
    expect(await ruleOf('repair-fund-use')).toBe('owners-ordinary');
    expect(await ruleOf('repair-fund-raise')).toBe('owners-special');
    expect(await ruleOf('common-parts')).toBe('owners-special');
    await expect(ruleOf('consultation')).rejects.toMatchObject(code('WORTH_NOT_CONFIRMED'));
  });

  it.each<[rule: string, what: string, changes: Partial<Draft>, expected: string]>([
    ['PATH-10', 'the election of a committee', { subject: 'committee-election' }, 'SUBJECT_REFUSED_ELECTION'],
    ['PATH-10', 'collective assets', { subject: 'collective-assets' }, 'SUBJECT_REFUSED_COLLECTIVE'],
    ['PATH-11', 'urgent repairs', { subject: 'urgent-repair' }, 'SUBJECT_URGENT_REPAIR'],
    ['PATH-9', 'a statutory vote without a confirmed profile', { worth: 'statutory' }, 'WORTH_NOT_CONFIRMED'],
    ['MOT-8', 'a subject of another body', { subject: 'community-matter' }, 'RULE_WRONG_FOR_SUBJECT'],
    [
      'MOT-8',
      'a rule that the subject does not have',
      { ruleId: 'owners-special' },
      'RULE_WRONG_FOR_SUBJECT',
    ],
    ['OWN-9', 'owners of one building alone', { placeId: 'xingfuli-1' }, 'NARROWER_AREA'],
    ['OWN-9', 'owners of a whole community', { placeId: 'lantian' }, 'PLACE_KIND_WRONG'],
    ['MOT-1', 'neither meeting nor window', { window: null }, 'INVALID_INPUT'],
    [
      'MOT-1',
      'a window that is over',
      { window: { opensAt: TEST_NOW - 2 * DAY, closesAt: TEST_NOW } },
      'TIME_IN_PAST',
    ],
    [
      'PATH-5',
      'a window longer than the profile',
      { window: { opensAt: TEST_NOW, closesAt: TEST_NOW + 61 * DAY } },
      'WINDOW_WRONG',
    ],
    ['SEC-11', 'a place that is not there', { placeId: 'nowhere' }, 'NOT_FOUND'],
    ['SEC-11', 'a place of another community', { placeId: 'guihuyuan' }, 'NOT_FOUND'],
    ['SEC-11', 'a proposal that is not there', { proposalId: 'nothing' }, 'NOT_FOUND'],
    ['SEC-8', 'a risky text', { text: '这句测试违规' }, 'CONTENT_REFUSED'],
    ['OWN-8', 'a home for a subject that has none', { applicantHomeId: 'nothing' }, 'INVALID_INPUT'],
    ['OWN-7', 'a business without its home', { subject: 'home-to-business' }, 'INVALID_INPUT'],
    ['ASM-12', 'a base that the rule has itself', { base: 'all' }, 'INVALID_INPUT'],
    ['ASM-12', 'a yard without a named base', { body: 'yard', subject: 'yard-matter' }, 'INVALID_INPUT'],
    [
      'ASM-1',
      'an assembly of nobody in particular',
      { body: 'residents-assembly', placeId: 'lantian', subject: 'community-matter' },
      'INVALID_INPUT',
    ],
  ])('[%s] refuses %s', async (_rule, _what, changes, expected) => {
    await expect(refused(changes)).rejects.toMatchObject(code(expected));
  });

  it.each<[what: string, field: string, changes: Partial<Draft>]>([
    ['no question', 'title', { title: ' ' }],
    ['a question too long to be read', 'title', { title: '问'.repeat(61) }],
    ['signs that hide the reading order', 'title', { title: '同意\u202E对反吗' }],
    ['too many options', 'options', { options: Array.from({ length: 21 }, (_, n) => `方案${n}`) }],
    ['the same option twice', 'options', { options: ['甲', '乙', '甲'] }],
    [
      'a window that ends before it begins',
      'window',
      { window: { opensAt: TEST_NOW + 2, closesAt: TEST_NOW + 1 } },
    ],
    ['a share of more than all', 'turnout', { turnout: { num: 3, den: 2, strict: false } }],
    ['a share of nothing', 'turnout.den', { turnout: { num: 1, den: 0, strict: false } }],
    ['a body that is none', 'body', { body: 'party' as never }],
    ['an operator for a place', 'placeId', { placeId: { $ne: null } as never }],
    ['a path for a place', 'placeId', { placeId: '../../etc' }],
  ])('[SEC-3] refuses %s by the name of the field', async (_what, field, changes) => {
    const refusal = await refused(changes).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      failure: { code: 'INVALID_INPUT', fields: { [field]: expect.any(String) as string } },
    });
  });

  it('[MOT-7] lets the office that convenes the body, or the secretary in its name, put it to the vote', async () => {
    expect((await on.draft('zhao', ownersPoll())).can.announce).toBeNull();
    const draft = (
      who: 'residentsCommittee' | 'zhou' | 'propertyManager' | 'wang' | 'newcomer' | 'otherSecretary',
    ) => on.draft(who, ownersPoll());
    await expect(draft('residentsCommittee')).rejects.toMatchObject(code('CONVENER_WRONG'));
    await expect(draft('zhou')).rejects.toMatchObject(code('NOT_ALLOWED'));
    await expect(draft('propertyManager')).rejects.toMatchObject(code('NOT_ALLOWED'));
    await expect(draft('wang')).rejects.toMatchObject(code('NOT_ALLOWED'));
    await expect(draft('newcomer')).rejects.toMatchObject(code('NOT_ALLOWED'));
    await expect(draft('otherSecretary')).rejects.toMatchObject(code('NOT_FOUND'));
  });

  it('[IDM-1] makes one draft of the same call sent twice; with another input it is refused', async () => {
    const input = { clientId: freshId(), ...ownersPoll() };
    const [one, two] = await Promise.all([
      on.as('secretary').call('motions.draft', input),
      on.as('secretary').call('motions.draft', input),
    ]);
    expect(two?.id).toBe(one?.id);
    const other = on.as('secretary').call('motions.draft', { ...input, title: '别的问题' });
    await expect(other).rejects.toMatchObject(code('CLIENT_ID_REUSED'));
  });

  it('[SEC-11] shows a draft to offices of the place only', async () => {
    const { id } = await on.draft('secretary', ownersPoll());
    expect((await on.detail('zhao', id)).can.edit).toBeNull();
    expect((await on.detail('residentsCommittee', id)).can.edit).toBe('CONVENER_WRONG');
    for (const who of ['wang', 'stranger', 'otherSecretary'] as const) {
      await expect(on.detail(who, id)).rejects.toMatchObject(code('NOT_FOUND'));
    }
  });
});

describe('what can be put to the vote', () => {
  it('[SEC-15] tells the drafting screen bodies, subjects, rules and worths, with the refusals of the calls', async () => {
    const estate = await on.as('secretary').call('motions.choices', { placeId: 'xingfuli' });
    expect(estate.bodies.map(({ label }) => label)).toEqual(['业主大会', '坝坝会']);
    const owners = estate.bodies[0];
    expect(owners).toMatchObject({ may: null, conveners: ['owners-committee'], memberships: [] });
    const fund = owners?.subjects.find(({ subject }) => subject === 'repair-fund-use');
    expect(fund?.worths.map(({ id }) => id)).toEqual(['straw', 'opinion']);
    const urgent = owners?.subjects.find(({ subject }) => subject === 'urgent-repair');
    expect(urgent).toMatchObject({ rule: null, refusal: 'SUBJECT_URGENT_REPAIR' });
    const committee = await on.as('residentsCommittee').call('motions.choices', { placeId: 'xingfuli' });
    expect(committee.bodies[0]?.may).toBe('CONVENER_WRONG');
    const building = await on.as('secretary').call('motions.choices', { placeId: 'xingfuli-1' });
    expect(building.bodies[0]).toMatchObject({ body: 'owners', may: 'NARROWER_AREA' });
    await expect(on.as('wang').call('motions.choices', { placeId: 'xingfuli' })).rejects.toMatchObject(
      code('NOT_ALLOWED'),
    );
  });
});

describe('a motion on an agenda item', () => {
  const item = (meetingId: string, changes: Partial<Draft> = {}) =>
    ownersPoll({
      meetingId,
      agendaItemId: 'item',
      window: null,
      body: 'yard',
      subject: 'yard-matter',
      base: 'cast',
      ...changes,
    });

  it('[MOT-1] [MOT-4] stands on an item of the meeting, of the same body and place, or not at all', async () => {
    const yardMeeting = { body: 'yard' as const, placeId: 'xingfuli', convener: 'secretary' as const };
    const meeting = await noticedMeeting(cloud, yard.people.secretary.openid, { ...yardMeeting, inDays: 1 });
    const motion = await on.draft('secretary', item(meeting.id));
    expect(motion).toMatchObject({
      meetingId: meeting.id,
      opensAt: meeting.startsAt,
      closesAt: meeting.endsAt,
    });
    const no = (changes: Partial<Draft>) => expect(on.draft('secretary', item(meeting.id, changes))).rejects;
    await no({ agendaItemId: 'other' }).toMatchObject(code('ITEM_NOT_ON_AGENDA'));
    await no({ body: 'owners', subject: 'owners-other', base: null }).toMatchObject(code('NOT_IN_SCOPE'));
    await no({ placeId: 'liulin' }).toMatchObject(code('NOT_IN_SCOPE'));
    await no({ meetingId: 'nothing' }).toMatchObject(code('NOT_FOUND'));
    const early = { opensAt: meeting.startsAt - HOUR, closesAt: meeting.endsAt };
    await no({ window: early }).toMatchObject(code('WINDOW_WRONG'));
    const proposalId = await on.shared('wang', '不在议程上的事');
    await no({ proposalId }).toMatchObject(code('ITEM_NOT_ON_AGENDA'));
  });
});

import type { ProposalAction, ProposalDetail } from '@contract/proposals';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { motionCallsOf, noticedMeeting, type PersonKey } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let other: string;

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
const submit = (person: PersonKey, text: string) =>
  as(person).call('proposals.submit', { clientId: freshId(), text, placeId: 'xingfuli' });
const detail = (person: PersonKey, id: string) => as(person).call('proposals.detail', { id });

const reason = '请看说明';
const INPUTS: Record<ProposalAction, (revision: number) => object> = {
  support: () => ({}),
  unsupport: () => ({}),
  revise: (revision) => ({ revision, title: '改', text: '改过了' }),
  appeal: () => ({ reason }),
  withdraw: (revision) => ({ revision }),
  triage: (revision) => ({ revision, route: 'shared', reason }),
  returnToAuthor: (revision) => ({ revision, reason }),
  decideAppeal: (revision) => ({ revision, uphold: true, reason }),
  merge: (revision) => ({ revision, intoId: other, reason }),
  closeHandled: (revision) => ({ revision, text: '办好了' }),
  confirm: (revision) => ({ revision }),
  reopen: (revision) => ({ revision, reason }),
};
const ACTIONS = Object.keys(INPUTS) as ProposalAction[];

/** What the server answers to an action, whatever the screen says about it. */
async function tried(person: PersonKey, action: ProposalAction, { id, revision }: ProposalDetail) {
  const input = { clientId: freshId(), id, ...INPUTS[action](revision) };
  const answer = await as(person).send(`proposals.${action}`, input);
  return answer.ok ? null : answer.error.code;
}

const PERSONS = [
  'wang',
  'zhou',
  'tenant',
  'secretary',
  'gridWorker',
  'propertyManager',
  'streetOfficer',
] as const;

/** Every action that the screen shows as denied, tried by everybody: the same code comes back and nothing changes. */
async function sameDenials(id: string): Promise<void> {
  for (const person of PERSONS) {
    const seen = await detail(person, id);
    const shown = ACTIONS.flatMap((action) =>
      seen.can[action] ? [[action, seen.can[action]] as const] : [],
    );
    // One after another: at once they would start an instance of the function each.
    for (const [action, code] of shown) {
      expect([person, action, await tried(person, action, seen)]).toEqual([person, action, code]);
    }
    expect((await detail(person, id)).revision).toBe(seen.revision);
  }
}

async function returned() {
  const { id, revision } = await submit('wang', '退回的提议');
  return as('secretary').call('proposals.returnToAuthor', { clientId: freshId(), id, revision, reason });
}

async function inHand() {
  const { id, revision } = await submit('wang', '公事');
  const given = { route: 'public' as const, reason, holderLabel: '街道' };
  return as('secretary').call('proposals.triage', { clientId: freshId(), id, revision, ...given });
}

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  other = (await submit('zhao', '另外一件')).id;
});
afterAll(() => cloud.close());

describe('[SEC-15] [SEC-12] the denial on the screen is the server’s', () => {
  it('for a new proposal', async () => {
    const { id } = await submit('wang', '新的提议');
    await as('zhou').call('proposals.support', { clientId: freshId(), id });
    await sameDenials(id);
  });

  it('for one that was returned', async () => {
    await sameDenials((await returned()).id);
  });

  it('for one whose return was appealed', async () => {
    const { id } = await returned();
    await as('wang').call('proposals.appeal', { clientId: freshId(), id, reason });
    await sameDenials(id);
  });

  it('for one that is in hand', async () => {
    await sameDenials((await inHand()).id);
  });

  it('for one that was reported done', async () => {
    const { id, revision } = await inHand();
    const report = { clientId: freshId(), id, revision, text: '办好了' };
    await as('secretary').call('proposals.closeHandled', report);
    await sameDenials(id);
  });

  it('for one that was merged', async () => {
    const { id, revision } = await submit('wang', '并掉的');
    const merging = { clientId: freshId(), id, revision, intoId: other, reason };
    await as('secretary').call('proposals.merge', merging);
    await sameDenials(id);
  });

  it('for one that was withdrawn', async () => {
    const { id, revision } = await submit('wang', '撤回的');
    await as('wang').call('proposals.withdraw', { clientId: freshId(), id, revision });
    await sameDenials(id);
  });

  it('for one that the content check holds', async () => {
    const held = await submit('wang', '这句测试待审');
    const shown = (await detail('secretary', held.id)).can;
    expect(shown).toMatchObject({ triage: 'TEXT_HELD', merge: 'TEXT_HELD', returnToAuthor: null });
    expect(await tried('secretary', 'triage', held)).toBe('TEXT_HELD');
  });
});

describe('on an agenda', () => {
  it('[PRO-8] [PRO-9] [MEET-10] a proposal is neither withdrawn nor co-signed, until the meeting is cancelled', async () => {
    const id = await motionCallsOf(cloud, yard).shared('heJing', '要开会商量的事');
    await as('wang').call('proposals.support', { clientId: freshId(), id });
    const planned = {
      body: 'owners',
      placeId: 'xingfuli',
      convener: 'owners-committee',
      inDays: 17,
    } as const;
    const meeting = await noticedMeeting(cloud, yard.people.secretary.openid, { ...planned, proposalId: id });
    expect((await detail('heJing', id)).can.withdraw).toBe('ON_AGENDA');
    expect((await detail('wang', id)).can.unsupport).toBe('ON_AGENDA');
    expect((await detail('zhou', id)).can.support).toBe('ON_AGENDA');
    await sameDenials(id);
    const cancel = { clientId: freshId(), id: meeting.id, revision: meeting.revision, reason: '下大雨' };
    await as('secretary').call('meetings.cancel', cancel);
    const free = await detail('heJing', id);
    expect(free).toMatchObject({ stage: 'collecting', meetingId: null, can: { withdraw: null } });
    expect((await detail('wang', id)).can.unsupport).toBeNull();
  });
});

describe('hostile input', () => {
  const good = { clientId: 'abcdefgh', text: '一句话' };
  const rubbish: [what: string, action: string, input: unknown, field: string][] = [
    ['no text', 'proposals.submit', { clientId: 'abcdefgh' }, 'text'],
    ['1,001 characters', 'proposals.submit', { ...good, text: '长'.repeat(1001) }, 'text'],
    ['a title that is too long', 'proposals.submit', { ...good, title: '题'.repeat(41) }, 'title'],
    ['an unknown kind', 'proposals.submit', { ...good, kind: 'war' }, 'kind'],
    ['ten photos', 'proposals.submit', { ...good, photos: Array(10).fill('cloud://e.b/p.jpg') }, 'photos'],
    ['a photo of elsewhere', 'proposals.submit', { ...good, photos: ['https://a.b/c.jpg'] }, 'photos.0'],
    ['somebody else’s name', 'proposals.submit', { ...good, authorName: '陈秀兰' }, '_'],
    ['a stage that is none', 'proposals.list', { placeId: 'xingfuli', stages: ['x'] }, 'stages.0'],
    ['a command as id', 'proposals.detail', { id: { $gt: '' } }, 'id'],
    ['a path as id', 'proposals.support', { clientId: 'abcdefgh', id: '../x' }, 'id'],
    [
      'no revision',
      'proposals.triage',
      { clientId: 'abcdefgh', id: 'a', route: 'shared', reason },
      'revision',
    ],
    ['half a revision', 'proposals.confirm', { clientId: 'abcdefgh', id: 'a', revision: 1.5 }, 'revision'],
  ];

  it.each(rubbish)('[SEC-3] is refused with the field: %s', async (_what, action, input, field) => {
    const before = cloud.cloud.database.stats();
    const answer = await as('secretary').send(action, input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(Object.keys((!answer.ok && answer.error.fields) || {})).toContain(field);
    expect(cloud.cloud.database.stats()).toEqual(before);
  });

  it('a cursor that is none of ours begins at the beginning', async () => {
    const { items } = await as('wang').call('proposals.list', {
      placeId: 'xingfuli',
      cursor: '9e99_{"$gt":""}',
    });
    expect(items.length).toBeGreaterThan(0);
  });
});

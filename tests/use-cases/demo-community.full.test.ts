import { PROPOSAL_STAGES } from '@contract/proposals';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HomeDocument, PlaceDocument } from '../../cloudfunctions/modules/members/documents';
import type { ProposalDocument } from '../../cloudfunctions/modules/proposals/documents';
import type { DemoPerson } from '../../scripts/demo-person';
import { seed } from '../../scripts/seed';
import { documentsOf } from '../support/documents';
import { FUNCTION_ENV } from '../support/function-env';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';

/** Some 20,000 database requests: half a minute on an idle machine, minutes beside a build. */
const SEEDING_MS = 600_000;

let cloud: TestCloud;
let persons: DemoPerson[];

beforeAll(async () => {
  cloud = await startTestCloud();
  persons = await seed(cloud.cloud, FUNCTION_ENV);
}, SEEDING_MS);
afterAll(() => cloud.close());

const as = (name: string) => {
  const person = persons.find((one) => one.name === name);
  if (!person) throw new Error(`${name} is no demo person`);
  return cloud.as(person.openid);
};
const refused = (code: string): unknown => expect.objectContaining({ code });

describe('the demo community', () => {
  it('has 320 homes in two estates of five buildings and a village group, shops, rooms and parking spaces among them', async () => {
    const homes = await documentsOf<HomeDocument>(cloud.cloud, 'homes');
    expect(homes).toHaveLength(320);
    const used = (use: HomeDocument['use']) => homes.filter((home) => home.use === use).length;
    expect([used('home'), used('shop'), used('office'), used('parking')]).toEqual([294, 8, 2, 16]);
    const places = await documentsOf<PlaceDocument>(cloud.cloud, 'places');
    const ofKind = (kind: PlaceDocument['kind']) => places.filter((place) => place.kind === kind).length;
    expect([ofKind('estate'), ofKind('building'), ofKind('village-group')]).toEqual([2, 5, 1]);
  });

  it('[ROLL-1] [ROLL-4] [ROLL-7] [ROLL-13] has owners of every sort that the roll tells apart', async () => {
    const homes = await documentsOf<HomeDocument>(cloud.cloud, 'homes');
    const among = (what: (home: HomeDocument) => boolean) => homes.filter(what).length;
    expect(among(({ holding }) => holding === 'unsold')).toBeGreaterThan(1);
    expect(among(({ holding }) => holding === 'not-handed-over')).toBe(1);
    expect(among(({ owners }) => owners.some(({ key }) => key === 'luo-yong'))).toBe(5);
    expect(among(({ owners, namedOwnerKey }) => owners.length > 1 && namedOwnerKey === null)).toBeGreaterThan(
      1,
    );
    expect(among(({ namedOwnerKey }) => namedOwnerKey !== null)).toBe(1);
    expect(among(({ owners }) => owners.some(({ proof }) => proof !== null))).toBe(1);
    expect(among(({ use, residents }) => use === 'home' && residents.length === 0)).toBeGreaterThan(5);
  });

  it('has a proposal in every stage', async () => {
    const proposals = await documentsOf<ProposalDocument>(cloud.cloud, 'proposals');
    const stages = new Set(proposals.map(({ stage }) => stage));
    expect(PROPOSAL_STAGES.filter((stage) => !stages.has(stage))).toEqual([]);
  });

  it('leaves the clock where it was, and no message on its way', async () => {
    expect(cloud.cloud.clock.frozen).toBe(true);
    expect(cloud.cloud.clock.now()).toBe(TEST_NOW);
    const outbox = await documentsOf<{ state: string }>(cloud.cloud, 'outbox');
    expect(outbox.filter(({ state }) => state !== 'sent')).toEqual([]);
  });

  it('is made once: made again it is refused, and nothing of it changes', async () => {
    const before = await documentsOf(cloud.cloud, 'persons');
    await expect(seed(cloud.cloud, FUNCTION_ENV)).rejects.toThrow('there already');
    expect(await documentsOf(cloud.cloud, 'persons')).toEqual(before);
    expect(cloud.cloud.clock.now()).toBe(TEST_NOW);
  });
});

describe('its persons', () => {
  it('are sixteen, and each has a home page', async () => {
    expect(persons).toHaveLength(16);
    for (const { openid } of persons) {
      const home = await cloud.as(openid).call('overview.home', {});
      expect(home).toMatchObject({ signedIn: true });
    }
  });

  it.each([
    [
      '陈书记',
      [
        ...['triage', 'appeal', 'held-text', 'claim', 'schedule', 'give-notice', 'minutes', 'announce'],
        ...['publish', 'live', 'nomination', 'paper-check', 'repair-objection'],
      ],
    ],
    ['李小燕', ['triage', 'claim', 'held-text']],
    ['唐主任', ['handling']],
    ['赵国强', ['action-item', 'give-notice', 'repair-objection']],
    ['周老师', ['give-notice', 'live']],
    ['胡建平', ['minutes']],
    ['曾德才', ['give-notice']],
  ])('%s finds work on the desk', async (name, tasks) => {
    const { groups } = await as(name).call('overview.desk', {});
    expect(groups.map(({ task }) => task)).toEqual(expect.arrayContaining(tasks));
  });

  it.each([
    ['王大姐', ['meeting', 'check-in', 'vote', 'confirm']],
    ['刘经理', ['action-item']],
    ['杨嬢嬢', ['vote']],
    ['郑浩', ['returned']],
    ['何静', ['confirm']],
  ] as const)('%s is asked to take part', async (name, kinds) => {
    const { todo } = await as(name).call('overview.home', {});
    expect(todo.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...kinds]));
  });

  it('[MEM-5] include one whose claim waits for somebody else', async () => {
    const me = await as('许诺').call('members.me', {});
    expect(me).toMatchObject({ ties: [], claims: [{ homeLabel: '2栋1单元301', state: 'pending' }] });
    const { items } = await as('李小燕').call('members.claims', { placeId: 'lantian' });
    expect(items).toMatchObject([{ personName: '许诺', can: { decide: null } }]);
  });
});

describe('what runs in it', () => {
  const votes = async () => {
    const { todo } = await as('王大姐').call('overview.home', {});
    const open = todo.filter(({ kind }) => kind === 'vote');
    return Promise.all(open.map(({ id }) => as('王大姐').call('motions.detail', { id })));
  };

  it('[SECRET-6] [CHART-2] is a secret vote without figures, and one on a change of rules', async () => {
    const [secret, rules] = [
      (await votes()).find(({ ballot }) => ballot === 'secret'),
      (await votes()).find(({ title }) => title.includes('公约')),
    ];
    expect(secret).toMatchObject({ phase: 'open', figures: null, can: { vote: null } });
    const change = await as('王大姐').call('charters.ofMotion', { motionId: rules?.id ?? '' });
    expect(change.difference.map(({ state }) => state)).toEqual(['same', 'same', 'changed', 'added']);
  });

  it('[PROXY-2] [LIVE-1] is a proxy that was taken up, one to take up, and a meeting to begin', async () => {
    const { items } = await as('王大姐').call('proxies.held', {});
    expect(items.map(({ principalName }) => principalName)).toEqual(['唐婆婆']);
    const motionId = items[0]?.motionId ?? '';
    const { given } = await as('何静').call('proxies.ofMotion', { motionId });
    expect(given).toMatchObject([{ proxy: { state: 'offered', code: expect.any(String) as string } }]);
    const { groups } = await as('周老师').call('overview.desk', {});
    const [meeting] = groups.find(({ task }) => task === 'live')?.items ?? [];
    const answer = await as('周老师').call('live.state', { id: meeting?.id ?? '' });
    expect(answer).toMatchObject({ view: { state: null, can: { start: null } } });
  });

  it('[CALL-1] [PATH-12] is a demand with seven names missing, and a path of which the first step is done', async () => {
    const collecting = async (placeId: string, words: string) => {
      const { items } = await as('王大姐').call('proposals.list', { placeId, stages: ['collecting'] });
      return items.find(({ title }) => title.includes(words))?.id ?? '';
    };
    const proposalId = await collecting('xingfuli', '充电桩');
    const demands = await as('王大姐').call('callings.ofProposal', { proposalId });
    expect(demands.items).toMatchObject([{ body: 'owners', lines: [{ missing: 7 }], can: { sign: null } }]);
    const board = await as('王大姐').call('paths.board', {
      matterId: await collecting('lantian', '居民公约'),
    });
    expect(board.steps.map(({ state }) => state).slice(0, 2)).toEqual(['done', 'now']);
  });

  it('[NOM-2] [FORM-9] [ORG-2] is a round of nominations, suggestions to a round table, and a guest', async () => {
    const { items: rounds } = await as('王大姐').call('nominations.rounds', { placeId: 'xingfuli' });
    expect(rounds).toMatchObject([{ phase: 'nominating', candidates: 1 }]);
    const { items: series } = await as('王大姐').call('series.list', { placeId: 'xingfuli' });
    const detail = await as('王大姐').call('series.detail', { id: series[0]?.id ?? '' });
    expect(detail.sessions[0]).toMatchObject({ state: 'gathering', left: { all: 27 } });
    const { groups } = await as('周老师').call('overview.desk', {});
    const [meeting] = groups.find(({ task }) => task === 'live')?.items ?? [];
    const { guests } = await as('王大姐').call('meetings.detail', { id: meeting?.id ?? '' });
    expect(guests).toMatchObject([{ name: '望江路派出所', part: 'speaker' }]);
  });
});

describe('its matters', () => {
  it('[MOT-6] [BAL-8] have 69 of 120 owners voted on the lift, with figures hidden, and 王大姐 not yet', async () => {
    const { todo } = await as('王大姐').call('overview.home', {});
    const id = todo.find(({ kind }) => kind === 'vote')?.id ?? '';
    const motion = await as('王大姐').call('motions.detail', { id });
    expect(motion).toMatchObject({
      phase: 'open',
      worth: { id: 'straw' },
      figures: { all: { heads: 120, area: 1_164_000 }, part: { heads: 69 }, cast: null },
      mine: [{ may: null, homesTotal: 2, area: 19_436, ballot: null, otherCast: null }],
      can: { vote: null },
    });
    // Her neighbour's father has voted for their home.
    expect((await as('刘芳').call('motions.detail', { id })).mine).toMatchObject([
      { otherCast: { name: '刘大爷' } },
    ]);
    expect((await as('郑浩').call('motions.detail', { id })).mine).toMatchObject([
      { may: 'NOT_VOTER_TENANT' },
    ]);
  });

  it('[PATH-7] [PRO-4] nearly have the owners called about the charging posts', async () => {
    const { items } = await as('王大姐').call('proposals.list', {
      placeId: 'xingfuli',
      stages: ['collecting'],
    });
    const charging = items.find(({ kind }) => kind === 'charging');
    const { support, can } = await as('王大姐').call('proposals.detail', { id: charging?.id ?? '' });
    expect(support.calling).toMatchObject([{ body: 'owners', missing: 3 }]);
    expect(can.support).toBeNull();
  });

  it('[RES-8] show what was done with photos of before and after', async () => {
    const { finished } = await as('王大姐').call('overview.home', {});
    expect(finished.map(({ before, after }) => [typeof before, typeof after])).toEqual([
      ['string', 'string'],
      ['string', 'string'],
    ]);
  });

  it('[SEC-8] hold back what the content check wants looked at', async () => {
    const { items } = await as('陈书记').call('discussion.heldTexts', { placeId: 'lantian' });
    expect(items.map(({ kind }) => kind).sort()).toEqual(['opinion', 'proposal']);
    const held = items.find(({ kind }) => kind === 'proposal');
    await expect(as('王大姐').call('proposals.detail', { id: held?.id ?? '' })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
  });
});

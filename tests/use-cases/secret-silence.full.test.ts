import { calls } from '@contract/calls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail, PersonKey } from '../support/motions';
import { freshId, smallCommunity } from '../support/persons';
import { contentOf, type SecretCalls, secretCallsOf } from '../support/secret-ballots';

/** Those who see most: offices above the place and in it, the officers of the box, a neighbour, and who lives with a voter. */
const OTHERS: readonly PersonKey[] = [
  ...(['administrator', 'streetOfficer', 'secretary', 'gridWorker'] as const),
  ...(['residentsCommittee', 'heYonggui', 'tenant'] as const),
];
const QUERIES = Object.entries(calls).flatMap(([name, { kind }]) => (kind === 'query' ? [name] : []));

let cloud: TestCloud;
let to: SecretCalls;
let motion: Detail;
let entryId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  to = await secretCallsOf(cloud, await smallCommunity(cloud));
  motion = await to.poll({ paper: { precedence: 'first', settleMinutes: 60 } });
  entryId = await to.on.voterOf('heJing', motion.id);
  // One person's limit of reads is for everything they ask in ten minutes.
  await cloud.advance(11 * 60_000);
});
afterAll(() => cloud.close());

const inputs = () => [
  ...[{}, { id: motion.id }, { motionId: motion.id }, { motionId: motion.id, entryId }],
  ...[
    { motionId: motion.id, search: '栋' },
    { motionId: motion.id, state: 'waiting' },
  ],
  ...['xingfuli', 'lantian'].flatMap((placeId) => [
    { placeId },
    { parentId: placeId },
    { placeId, group: 'voting' },
  ]),
  { placeId: 'xingfuli', phase: 'running' },
  { subject: { kind: 'motion', id: motion.id } },
];

/** All that this person can ask about the motion, each answer apart from the clock and the number of the request. */
async function answersTo(who: PersonKey): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const name of QUERIES) {
    const all = await Promise.all(inputs().map((input) => to.as(who).send(name, input)));
    answers.set(name, JSON.stringify(all.map((one) => (one.ok ? one.data : one.error.code))));
  }
  return answers;
}

/** The commands that only look: the door list, the papers of voters. */
async function looksOf(who: PersonKey): Promise<string> {
  const door = await to.as(who).send('motions.doorList', { clientId: freshId(), motionId: motion.id });
  const shown = { clientId: freshId(), id: motion.id, kind: 'door-list', groupId: 'xingfuli-1' };
  const paper = await to.as(who).send('documents.show', shown);
  return JSON.stringify([door, paper].map((one) => (one.ok ? one.data : one.error.code)));
}

async function everybodysAnswers() {
  const seen: Record<string, string> = {};
  for (const who of OTHERS) {
    for (const [name, answer] of await answersTo(who)) seen[`${who} ${name}`] = answer;
    seen[`${who} looks`] = await looksOf(who);
  }
  return seen;
}

/** The audit log says who was marked at the box, and each look at the lists; neither tells of a ballot on the phone. */
const comparable = (seen: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(seen).filter(([name]) => !/ audit\.| messages\.|^gridWorker motions\.box$/.test(name)),
  );

describe('a secret vote that is not counted yet', () => {
  it('[SECRET-6] is answered word by word the same to everybody else, through every call, whether nobody has voted or many, while it is open and while it settles', async () => {
    const silent = await everybodysAnswers();
    for (const who of ['wang', 'zhou', 'zhao', 'liuDeming', 'heJing', 'maChunhua'] as const)
      await to.cast(who, motion.id, who === 'zhou' ? 'no' : 'yes');
    for (const room of ['2栋1单元101', '2栋1单元102']) await to.mark(motion.id, room, {}, 'gridWorker');
    const voted = await everybodysAnswers();
    // Who could vote for the same home is told that it is done, and by whom (SECRET-5): 何永贵 votes for 何静's.
    const told = Object.keys(voted).filter((name) => voted[name] !== silent[name]);
    const asked = Object.entries(comparable(voted)).filter(([name]) => told.includes(name));
    expect(
      [...new Set(asked.map(([name]) => name.split(' ')[0]))].filter((who) => who !== 'heYonggui'),
    ).toEqual([]);
    expect(Object.values(voted).filter((answer) => answer.includes(motion.id)).length).toBeGreaterThan(20);
    await to.close(motion);
    const settling = await to.on.detail('secretary', motion.id);
    expect(settling).toMatchObject({ phase: 'counting', figures: null, verdict: null });
  }, 300_000);

  it('[SECRET-6] [SECRET-7] tells no figure of the box either, to the officers who count it', async () => {
    const before = await to.box(motion.id, 'gridWorker');
    await expect(to.enter(motion.id, contentOf({ yes: 3 }))).rejects.toMatchObject({ code: 'BOX_TOO_MANY' });
    expect(await to.box(motion.id, 'gridWorker')).toEqual(before);
    expect(JSON.stringify(before)).not.toMatch(/"(papers|heads|count)"/);
  });
});

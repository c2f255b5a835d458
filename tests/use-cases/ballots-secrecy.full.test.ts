import { type CallName, calls } from '@contract/calls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BallotDocument } from '../../cloudfunctions/modules/motions/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type Detail, motionCallsOf, type PersonKey } from '../support/motions';
import { smallCommunity } from '../support/persons';
import { hiddenPoll } from '../support/receipts';

/** Those who see most: offices above the place, neighbours, and the other owner of the voter's home. */
const OTHERS: readonly PersonKey[] = [
  'administrator',
  'streetOfficer',
  'secretary',
  'zhou',
  'tenant',
  'liuFang',
];
const QUERIES = (Object.keys(calls) as CallName[]).filter((name) => calls[name].kind === 'query');

let cloud: TestCloud;
let on: ReturnType<typeof motionCallsOf>;
let motion: Detail;
let entryId: string;
let secrets: string[];
/** A matter of the voter beside it: what is told of them elsewhere is looked at, too. */
let matterId: string;

beforeAll(async () => {
  cloud = await startTestCloud();
  on = motionCallsOf(cloud, await smallCommunity(cloud));
  motion = await hiddenPoll(on, cloud.cloud.clock.now());
  matterId = await on.shared('liuDeming', '楼道里的灯坏了一个多月，晚上看不见，请大家商量怎么修。');
  const first = await on.cast('liuDeming', motion.id, 'no');
  const second = await on.cast('liuDeming', motion.id, 'abstain', 1);
  entryId = await on.voterOf('liuDeming', motion.id);
  const [ballot] = await documentsOf<BallotDocument>(cloud.cloud, 'ballots');
  const proofs = [ballot?.proof, ballot?.history[0]?.proof];
  const hidden = proofs.flatMap((proof) =>
    // The public key is everybody's; all the rest is the voter's or the server's.
    proof ? [proof.pseudonym, proof.salt, proof.commitment, proof.signature] : [],
  );
  secrets = [...new Set(hidden)];
  secrets.push(first.receipt, second.receipt);
});
afterAll(() => cloud.close());

/** What a call of that name could be asked about: the motion, its voter, its places. */
const inputs = () => [
  ...[{}, { id: motion.id }, { matterId: motion.id }],
  ...[{}, { entryId }, { search: '1栋' }, { name: '王秀英' }].map((more) => ({
    motionId: motion.id,
    ...more,
  })),
  ...['xingfuli', 'lantian'].flatMap((placeId) => [
    ...[
      { placeId },
      { placeId, name: '王秀英' },
      { parentId: placeId },
      { placeId, group: 'voting' },
      { placeId, when: 'past' },
    ],
    ...[
      { placeId, phase: 'counted' },
      { placeId, firstOn: '2026-03-02' },
      { placeId, month: '2026-03' },
    ],
  ]),
  { when: 'coming' },
  { subject: { kind: 'motion', id: motion.id } },
  ...[{ id: matterId }, { proposalId: matterId }, { subjectKind: 'proposal', subjectId: matterId }],
  { after: 0 },
];

/** Every answer to every query about the motion that this person gets at all. */
async function answersTo(who: PersonKey): Promise<{ seen: string; answered: string[] }> {
  const answered = new Set<string>();
  let seen = '';
  for (const name of QUERIES) {
    // What the contract refuses is not asked: it never comes to the ballots.
    const worded = inputs().filter((input) => calls[name].input.safeParse(input).success);
    const answers = await Promise.all(worded.map((input) => on.as(who).send(name, input)));
    if (answers.some(({ ok }) => ok)) answered.add(name);
    seen += JSON.stringify(answers);
  }
  return { seen, answered: [...answered] };
}

describe('what other people are told of a ballot', () => {
  it.each(['while it runs', 'once it is counted'])(
    '[BAL-16] [BAL-13] is nothing of its proof in any query %s',
    async (when) => {
      if (when === 'once it is counted') await on.count(motion);
      expect(secrets).toHaveLength(9);
      const told = new Set<string>();
      for (const who of OTHERS) {
        const { seen, answered } = await answersTo(who);
        for (const secret of secrets) expect(seen).not.toContain(secret);
        expect(seen).not.toContain('"signed"');
        for (const name of answered) told.add(name);
      }
      // A query that nobody was answered would prove nothing.
      expect(told.size).toBeGreaterThan(QUERIES.length / 2);
      expect([...told]).toEqual(expect.arrayContaining(['motions.detail', 'audit.entries', 'overview.home']));
    },
    120_000,
  );
});

import type { CallName } from '@contract/calls';
import { beforeAll, describe, expect, it } from 'vitest';
import { everyCall, inputsOf, type Known } from '../support/every-call';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, ownersPoll, type PersonKey } from '../support/motions';
import { freshIdsAnew, smallCommunity } from '../support/persons';
import { hiddenPoll } from '../support/receipts';
import { contentOf, type SecretCalls, secretCallsOf } from '../support/secret-ballots';

/** One of every kind: offices above, in and beside the place, a neighbour on both rolls, a tenant, nobody yet, and strangers. */
const KINDS: readonly PersonKey[] = [
  ...(['administrator', 'streetOfficer', 'secretary', 'gridWorker', 'propertyManager'] as const),
  ...(['zhou', 'tenant', 'newcomer', 'otherSecretary'] as const),
];
const VOTERS: readonly PersonKey[] = ['wang', 'liuDeming', 'heJing'];
const MINUTE = 60_000;

/** Drawn, or a hash over what is hidden: it tells whoever guesses nothing that the salts do not keep. */
const DRAWN = /\b(?:[0-9a-f]{32,}|[0-9A-F]{12})\b|photos\/test-\d+|"code":"\d{6,8}"/g;
/** Calls whose input no machine makes from its schema alone: each asks that several fields fit each other. */
const NOT_FROM_SCHEMA: readonly CallName[] = ['rooms.keep', 'series.plan', 'venues.keep'];

/** What each person is answered to each call, in the one order of both worlds. */
type Answers = Map<string, string>;

async function votesIn(cloud: TestCloud, to: SecretCalls, voted: boolean) {
  const hidden = await hiddenPoll(to.on, to.now());
  const secret = await to.poll({ paper: { precedence: 'first', settleMinutes: 60 } });
  const entryId = await to.on.voterOf('zhou', secret.id);
  const hiddenEntry = await to.on.voterOf('zhou', hidden.id);
  // In this minute something else was done as well: the log is sealed once, in either world.
  await to.on.draft('secretary', ownersPoll({ title: '别的一件事' }));
  // How many have voted is hidden of a secret vote alone (SECRET-6): of the other one it is the choices that differ.
  for (const who of VOTERS) await to.on.cast(who, hidden.id, (who === 'wang') === voted ? 'yes' : 'no');
  if (voted) {
    for (const who of VOTERS) await to.cast(who, secret.id, who === 'wang' ? 'no' : 'yes');
    for (const [n, room] of ['2栋1单元101', '2栋1单元102'].entries())
      await to.mark(secret.id, room, { clientId: `mark-in-the-box-${n}` }, 'residentsCommittee');
  }
  await cloud.advance(11 * MINUTE);
  await cloud.cloud.fireTimer('timer');
  return { ids: [secret.id, hidden.id], entries: [entryId, hiddenEntry] };
}

/** What there is to ask about; the rest of an input follows from the contract. */
function knownOf(ids: string[], entries: string[], { photo, now }: SecretCalls): Known {
  const at = now();
  const days = [
    'doneOn',
    'meetingOn',
    'publishedUntilOn',
    'decidedOn',
    'filedOn',
    'dueOn',
    'foundOn',
    'firstOn',
    ...['on', 'fromOn', 'lastOn', 'untilOn'],
  ];
  return {
    ...Object.fromEntries(days.map((field) => [field, ['2026-03-20']])),
    ...{ id: ids, motionId: ids, matterId: ids, entryId: entries, placeId: ['xingfuli', 'lantian'] },
    ...{ parentId: ['xingfuli'], search: ['栋'], photos: [[photo]], photo: [photo] },
    subject: ['motion', 'proposal'].map((kind) => ({ kind, id: ids[0] })),
    ...{ hash: ['0'.repeat(64)], code: ['12345678', '123456'], content: [contentOf({ yes: 2 })] },
    ...{
      fileId: [`cloud://yard/register-imports/none-at-all.csv`],
      window: [{ opensAt: at, closesAt: at + DAY }],
    },
    ...{ bornOn: ['1975-04-05'], month: ['2026-03'], from: ['19:00', 1, 1140], to: ['21:00', 1260] },
    ...{ fromAt: [at], untilAt: [at + DAY], startsAt: [at + 20 * DAY], endsAt: [at + 20 * DAY + 1000] },
  };
}

async function answersIn(voted: boolean, names: readonly CallName[]): Promise<Answers> {
  freshIdsAnew();
  const cloud = await startTestCloud();
  try {
    const to = await secretCallsOf(cloud, await smallCommunity(cloud));
    const { ids, entries } = await votesIn(cloud, to, voted);
    const known = knownOf(ids, entries, to);
    const answers: Answers = new Map();
    for (const who of KINDS) {
      // One person's limits are for ten minutes.
      await cloud.advance(11 * MINUTE);
      for (const name of names) {
        for (const [n, input] of inputsOf(name, known).entries()) {
          const clientId = `${who}-${name}-${n}`.replace(/[^A-Za-z0-9-]/g, '-');
          const answer = await to.as(who).send(name, 'clientId' in input ? { ...input, clientId } : input);
          const said = answer.ok ? JSON.stringify(answer.data) : answer.error.code;
          answers.set(`${who} ${name} ${n}`, said.replace(DRAWN, '"drawn"'));
        }
      }
    }
    return answers;
  } finally {
    await cloud.close();
  }
}

describe('a secret vote, and one whose figures are hidden, before their count', () => {
  let silent: Answers;
  let voted: Answers;
  const names = everyCall();
  beforeAll(async () => {
    voted = await answersIn(true, names);
    silent = await answersIn(false, names);
  }, 1_500_000);

  it('[SECRET-6] [MOT-6] are answered the same to everybody else through every call of the contract, whether nobody has voted or many, and however', () => {
    const told = [...voted].filter(([key, said]) => said !== silent.get(key)).map(([key]) => key);
    expect(told).toEqual([]);
  });

  it('[SECRET-6] were asked about by every call whose input follows from its schema, and answered by a quarter of them with more than a refusal', () => {
    const asked = new Set([...voted.keys()].map((key) => key.split(' ')[1]));
    const answered = new Set(
      [...voted].flatMap(([key, said]) => (/^[{["]/.test(said) ? [key.split(' ')[1]] : [])),
    );
    expect(names.filter((name) => !asked.has(name)).sort()).toEqual(NOT_FROM_SCHEMA);
    expect(answered.size).toBeGreaterThan(names.length / 4);
  });
});

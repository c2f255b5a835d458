import type { CallRequest } from '@contract/calls';
import type { Choice } from '@contract/decision';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BallotDocument } from '../../cloudfunctions/modules/motions/documents';
import { documentsOf } from './documents';
import { startTestCloud, type TestCloud } from './local-cloud';
import { DAY, type Detail, motionCallsOf, ownersPoll } from './motions';
import { freshId, smallCommunity } from './persons';
import { codeOf } from './wangs-paper';

type Who = 'liuDeming' | 'liuFang';
type Input = CallRequest<'motions.castBallot'>;

const MINUTE = 60_000;

/** What happens to the one ballot of two co-owners who named nobody. */
type Step =
  | {
      kind: 'cast';
      who: Who;
      choice: Choice;
      names: 'what stands' | 'nothing' | 'one too old' | 'one to come';
    }
  /** The answer does not come back, and nobody sends it again yet. */
  | { kind: 'lost'; who: Who; choice: Choice }
  /** A call from before comes once more, however old it is. */
  | { kind: 'again'; which: number }
  | { kind: 'closing second' | 'closed' | 'extended' };

const who = fc.constantFrom<Who[]>('liuDeming', 'liuDeming', 'liuFang');
const choice = fc.constantFrom<Choice[]>('yes', 'no', 'abstain');
const cast: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('cast' as const),
  ...{ who, choice },
  names: fc.constantFrom('what stands', 'what stands', 'nothing', 'one too old', 'one to come'),
});
const lost: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('lost' as const), who, choice });
const again: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('again' as const), which: fc.nat(20) });
const some = (maxLength: number) => fc.array(fc.oneof(cast, cast, lost, again), { minLength: 1, maxLength });
const turns = fc.constantFrom<Step[]>(
  [{ kind: 'closing second' }],
  [{ kind: 'extended' }],
  [{ kind: 'extended' }, { kind: 'closing second' }],
  [],
);

/** Ballots, perhaps the extension and the closing second with more of them, and what still comes when it is closed. */
const sequences = fc
  .tuple(some(5), turns, some(3), fc.constantFrom<Step[]>([], [{ kind: 'closed' }]), some(3))
  .map((parts) => parts.flat());

/** A neighbour who looks over both their shoulders and writes down each ballot that was taken, nothing more. */
class Neighbour {
  private readonly taken: { who: Who; input: Input }[] = [];
  closed = false;

  get revision(): number {
    return this.taken.length;
  }

  get stands(): string | null {
    return this.taken.at(-1)?.input.choice ?? null;
  }

  /** What whoever sends this is told, and then what is so afterwards. */
  hears(sender: Who, input: Input): string {
    const before = this.taken.find((one) => one.who === sender && one.input.clientId === input.clientId);
    if (before) return `ok ${this.revision}`;
    if (this.closed) return 'BALLOT_CLOSED';
    const other = this.taken.length > 0 && this.taken[0]?.who !== sender;
    if (other) return 'CO_OWNER_VOTED';
    if (input.replaces !== this.taken.length)
      return this.taken.length > 0 ? `ok ${this.revision}` : 'BALLOT_CHANGED';
    this.taken.push({ who: sender, input });
    return `ok ${this.revision}`;
  }
}

let cloud: TestCloud;
let on: ReturnType<typeof motionCallsOf>;

const now = () => cloud.cloud.clock.now();
const stored = async ({ id }: Detail) =>
  (await documentsOf<BallotDocument>(cloud.cloud, 'ballots')).filter(({ motionId }) => motionId === id);

/** Announced with an extension by three days, and closing in a day. */
async function poll(): Promise<Detail> {
  const window = { opensAt: now(), closesAt: now() + DAY };
  return on.announced('secretary', ownersPoll({ window, interim: 'hidden', extension: { days: 3 } }));
}

interface Play {
  motion: Detail;
  entryId: string;
  closesAt: number;
  neighbour: Neighbour;
  sent: { who: Who; input: Input }[];
}

async function send({ neighbour, sent }: Play, sender: Who, input: Input, known = false): Promise<void> {
  if (!known) sent.push({ who: sender, input });
  const answer = await on.as(sender).send('motions.castBallot', input);
  const heard = answer.ok ? `ok ${(answer.data as { revision: number }).revision}` : codeOf(answer);
  expect(heard).toBe(neighbour.hears(sender, input));
}

/** Taken, and its answer lost, where it is taken at all. */
async function lose({ neighbour, sent }: Play, sender: Who, input: Input): Promise<void> {
  sent.push({ who: sender, input });
  const action = input.replaces === 0 ? 'database.insertDocument' : 'database.modifyDocument';
  const fault = cloud.cloud.faults.on({ action, collection: 'ballots', then: 'fail-after' });
  const answer = await on.as(sender).send('motions.castBallot', input);
  cloud.cloud.faults.reset();
  const heard = neighbour.hears(sender, input);
  if (fault.hits > 0 && heard.startsWith('ok')) expect(codeOf(answer)).toBe('INTERNAL');
}

async function turn(play: Play, kind: Extract<Step['kind'], 'closing second' | 'closed' | 'extended'>) {
  if (kind === 'extended') {
    await cloud.advance(play.closesAt - 5 * MINUTE - now());
    await cloud.cloud.fireTimer('timer');
    play.closesAt += 3 * DAY;
  } else {
    await cloud.advance(play.closesAt - now() + (kind === 'closed' ? 1 : 0));
    play.neighbour.closed = kind === 'closed';
  }
}

const NAMED = { 'what stands': 0, nothing: Number.NEGATIVE_INFINITY, 'one too old': -1, 'one to come': 1 };

async function go(play: Play, step: Step): Promise<void> {
  const { motion, entryId, neighbour, sent } = play;
  const input = (choiceNow: Choice, replaces: number): Input => ({
    ...{
      clientId: freshId(),
      motionId: motion.id,
      entryId,
      choice: choiceNow,
      replaces: Math.max(0, replaces),
    },
  });
  if (step.kind === 'cast')
    return send(play, step.who, input(step.choice, neighbour.revision + NAMED[step.names]));
  if (step.kind === 'lost') return lose(play, step.who, input(step.choice, neighbour.revision));
  if (step.kind !== 'again') return turn(play, step.kind);
  const before = sent[step.which % (sent.length || 1)];
  if (before) await send(play, before.who, before.input, true);
}

async function playAll(all: readonly Step[]): Promise<void> {
  const motion = await poll();
  const entryId = await on.voterOf('liuDeming', motion.id);
  const play: Play = { motion, entryId, closesAt: motion.closesAt, neighbour: new Neighbour(), sent: [] };
  for (const step of all) {
    if (!['closing second', 'closed'].includes(step.kind) && now() < play.closesAt - MINUTE)
      await cloud.advance(1000);
    await go(play, step);
    const [ballot = null, ...more] = await stored(motion);
    expect(more).toEqual([]);
    expect([ballot?.choice ?? null, ballot?.revision ?? 0]).toEqual([
      play.neighbour.stands,
      play.neighbour.revision,
    ]);
  }
  await cloud.advance(Math.max(0, play.closesAt + 40_000 - now()));
  await cloud.cloud.fireTimer('timer');
  const { verdict } = await on.detail('wang', motion.id);
  const counted = verdict?.cast.filter(({ heads }) => heads > 0).map((one) => [one.choice, one.heads]);
  expect(counted).toEqual(play.neighbour.stands ? [[play.neighbour.stands, 1]] : []);
}

/** Generated sequences of two co-owners, lost answers, late retries, the closing second and an extension, against a neighbour's notes. */
export function ballotSequences(runs: number): void {
  beforeAll(async () => {
    cloud = await startTestCloud();
    on = motionCallsOf(cloud, await smallCommunity(cloud));
  });
  afterAll(() => cloud.close());

  it('[BAL-3] [BAL-9] [CLK-1] [CLK-5] [CLK-6] [IDM-4] [EXT-2] leaves what a neighbour noted, answers accordingly, and counts it', async () => {
    await fc.assert(
      fc.asyncProperty(sequences, (all) => playAll(all)),
      { numRuns: runs, seed: 41, endOnFailure: true },
    );
  }, 600_000);
}

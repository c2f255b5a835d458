import type { Choice } from '@contract/decision';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type ProxyCalls, proxyCallsOf } from '../support/proxies';
import { freshId, smallCommunity } from '../support/persons';

const RUNS = 8;

type Plain = 'give' | 'accept' | 'withdraw' | 'handBack' | 'close';
type Ballot = { choice: Choice };
type Step = { [K in Plain]: { kind: K } }[Plain] | ({ kind: 'own' } & Ballot) | ({ kind: 'cast' } & Ballot);

const choice = fc.constantFrom<Choice[]>('yes', 'no', 'abstain');
const cast: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('cast' as const), choice });
const own: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('own' as const), choice });
const plain = (kind: Plain) => fc.constant<Step>({ kind });

/** Mostly in the order in which it happens, now and then in any other. */
const steps = fc
  .tuple(
    fc.array(fc.oneof(plain('give'), cast, own), { maxLength: 1 }),
    fc.constant<Step[]>([{ kind: 'give' }, { kind: 'accept' }]),
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: cast },
        own,
        plain('withdraw'),
        plain('handBack'),
        plain('give'),
        plain('accept'),
      ),
      {
        minLength: 2,
        maxLength: 6,
      },
    ),
    fc.constantFrom<Step[]>(
      [],
      [{ kind: 'close' }, { kind: 'cast', choice: 'yes' }, { kind: 'own', choice: 'no' }],
    ),
  )
  .map((parts) => parts.flat());

/** What a neighbour would remember who watched both of them. */
class Neighbour {
  paper: 'none' | 'written' | 'held' = 'none';
  self = false;
  closed = false;
  stands: Choice | null = null;

  /** Whether it goes, and then what is so afterwards. */
  sees(step: Step): boolean {
    if (step.kind === 'close') {
      this.closed = true;
      return true;
    }
    if (this.closed)
      return step.kind === 'withdraw'
        ? this.drop('written', 'held')
        : step.kind === 'handBack' && this.drop('held');
    // Once the voter has cast, whoever holds one could cast nothing (PROXY-16).
    if (step.kind === 'give') return !this.self && this.turn('none', 'written');
    if (step.kind === 'accept') return !this.self && this.turn('written', 'held');
    if (step.kind === 'withdraw') return this.drop('written', 'held');
    if (step.kind === 'handBack') return this.drop('held');
    if (step.kind === 'cast' && (this.paper !== 'held' || this.self)) return false;
    this.stands = step.choice;
    if (step.kind === 'own') this.self = true;
    return true;
  }

  private turn(from: Neighbour['paper'], into: Neighbour['paper']): boolean {
    if (this.paper !== from) return false;
    this.paper = into;
    return true;
  }

  private drop(...from: Neighbour['paper'][]): boolean {
    const goes = from.includes(this.paper);
    if (goes) this.paper = 'none';
    return goes;
  }
}

let cloud: TestCloud;
let to: ProxyCalls;

beforeAll(async () => {
  cloud = await startTestCloud();
  to = await proxyCallsOf(cloud, await smallCommunity(cloud));
});
afterAll(() => cloud.close());

async function play(all: readonly Step[]): Promise<void> {
  const vote = await to.poll();
  const entryId = await to.on.voterOf('wang', vote.id);
  const neighbour = new Neighbour();
  let code = 'ABCDEFGH';
  let named = { proxyId: 'none', number: 1 };
  const mine = async () => (await to.ballot(vote.id, entryId))?.history ?? [];
  const made = async (step: Step): Promise<unknown> => {
    if (step.kind === 'close') return cloud.advance(vote.closesAt - to.now() + 1);
    if (step.kind === 'give') {
      const offered = await to.offer(vote.id, 'wang', 'zhou');
      code = offered.code ?? '';
      named = offered;
      return offered;
    }
    if (step.kind === 'accept') {
      // Typed in again by its holder it would be fine; here it is a step only while it waits.
      if (neighbour.paper === 'held') throw new Error('taken up before');
      return to.accept('zhou', code);
    }
    if (step.kind === 'withdraw') return to.end('wang', named);
    if (step.kind === 'handBack') return to.end('zhou', named);
    const standing = await to.ballot(vote.id, entryId);
    if (step.kind === 'own') {
      const input = {
        clientId: freshId(),
        motionId: vote.id,
        entryId,
        choice: step.choice,
        replaces: standing?.revision ?? 0,
      };
      return to.as('wang').call('motions.castBallot', input);
    }
    const before =
      [...(await mine()), ...(standing ? [standing] : [])].filter(({ proxy }) => proxy).at(-1)?.revision ?? 0;
    return to.as('zhou').call('proxies.cast', to.castInput(vote.id, entryId, step.choice, before));
  };
  for (const step of all) {
    await cloud.advance(1000);
    const done = await made(step).then(
      () => true,
      () => false,
    );
    expect([step, done]).toEqual([step, neighbour.sees(step)]);
    const ballot = await to.ballot(vote.id, entryId);
    expect(ballot?.choice ?? null).toBe(neighbour.stands);
    expect(ballot?.proxy !== undefined).toBe(ballot !== null && !neighbour.self);
    expect(ballot?.revision ?? 0).toBe(ballot ? ballot.history.length + 1 : 0);
  }
}

describe('any order of giving, taking up, casting by both, ending and closing', () => {
  it('[PROXY-11] [PROXY-5] [PROXY-6] [PROXY-16] leaves what a neighbour remembers who watched', async () => {
    await fc.assert(
      fc.asyncProperty(steps, (all) => play(all)),
      { numRuns: RUNS, seed: 11, endOnFailure: true },
    );
  }, 60_000);
});

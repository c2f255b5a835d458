import type { Choice } from '@contract/decision';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  BallotChoiceDocument,
  BallotMarkDocument,
} from '../../cloudfunctions/modules/motions/secret/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { manyVoters, type ManyVoters } from '../support/many-voters';
import { smallCommunity } from '../support/persons';
import { contentOf, type SecretCalls, secretCallsOf } from '../support/secret-ballots';

/** As many as a ballot paper has options: each voter takes one of their own, so that the order tells everything. */
const VOTERS = 20;
const VOTES = 4;
/** Of what is drawn at random one in some thirty million goes further than this from nought. */
const FAR = 5.5;
const TIME = 300_000;

let cloud: TestCloud;
let to: SecretCalls;
let many: ManyVoters;
beforeAll(async () => {
  cloud = await startTestCloud();
  const yard = await smallCommunity(cloud);
  to = await secretCallsOf(cloud, yard);
  many = await manyVoters(cloud, yard, VOTERS);
}, TIME);
afterAll(() => cloud.close());

/** How far a list of places is from having nothing to do with its own order: Spearman's coefficient of rank, in its standard deviations. */
function rankScore(places: readonly number[]): number {
  const n = places.length;
  const squares = places.reduce((sum, place, at) => sum + (place - at) ** 2, 0);
  return (1 - (6 * squares) / (n * (n * n - 1))) * Math.sqrt(n - 1);
}

/** The same over several votes. */
const scoreOf = (all: readonly (readonly number[])[]) =>
  all.reduce((sum, places) => sum + rankScore(places), 0) / Math.sqrt(all.length);

/** How far the places of half of a list are from being those of any half: the rank sum, in its standard deviations. */
function halfScore(places: readonly number[], n: number): number {
  const sum = places.reduce((all, place) => all + place + 1, 0);
  const half = places.length;
  return (sum - (half * (n + 1)) / 2) / Math.sqrt((half * (n - half) * (n + 1)) / 12);
}

const placeOf = (choice: string) => Number(choice.slice('option:'.length)) - 1;

/** Everybody casts their own option, one after the other. */
async function voted(): Promise<string> {
  const options = Array.from({ length: VOTERS }, (_, n) => `方案${n + 1}`);
  const { id } = await to.poll({ placeId: many.placeId, options });
  for (const [n, { openid }] of many.voters.entries()) {
    const voter = cloud.as(openid);
    const { mine } = await voter.call('motions.detail', { id });
    const choice: Choice = `option:${n + 1}`;
    await voter.call('motions.castSecret', to.castInput(id, mine[0]?.entryId ?? '', choice));
    await cloud.advance(1000);
  }
  return id;
}

interface Seen {
  /** Options in the order of the ids of the single choices, while the vote was open. */
  ids: number[];
  /** Options in the order in which the export has them. */
  exported: number[];
  /** Voters in the order in which the marks are sealed, by when they cast. */
  marks: number[];
}

async function seenOf(id: string): Promise<Seen> {
  const of = <T extends { motionId: string }>(all: T[]) => all.filter(({ motionId }) => motionId === id);
  const single = of(await documentsOf<BallotChoiceDocument>(cloud.cloud, 'ballot_choices'));
  const ids = [...single].sort((a, b) => (a._id < b._id ? -1 : 1)).map(({ choice }) => placeOf(choice));
  const kept = of(await documentsOf<BallotMarkDocument>(cloud.cloud, 'ballot_marks'));
  const times = kept.map(({ castAt }) => castAt).sort((a, b) => a - b);
  await to.on.count(await to.on.detail('secretary', id));
  const parts = of(
    await documentsOf<{ motionId: string; kind: string; rows: string[] }>(cloud.cloud, 'count_parts'),
  );
  const rows = (kind: string) => parts.filter((part) => part.kind === kind).flatMap((part) => part.rows);
  const castAt = new Map(kept.map((mark) => [mark.proof.pseudonym, times.indexOf(mark.castAt)]));
  const marks = rows('marks').map((row) => castAt.get(row.split(' ')[0] ?? '') ?? -1);
  return { ids, exported: rows('choices').map(placeOf), marks };
}

/** Half of them say yes on the phone, the others no in the box, which two officers have counted. */
async function halfOnPaper(half: number) {
  const paper = { precedence: 'first', settleMinutes: 60 } as const;
  const motion = await to.poll({ placeId: many.placeId, paper });
  for (const { openid } of many.voters.slice(0, half)) {
    const { mine } = await cloud.as(openid).call('motions.detail', { id: motion.id });
    const input = to.castInput(motion.id, mine[0]?.entryId ?? '', 'yes');
    await cloud.as(openid).call('motions.castSecret', input);
  }
  for (let n = half; n < VOTERS; n += 1) await to.mark(motion.id, `千禾苑${n}号`);
  await to.close(motion);
  await to.enter(motion.id, contentOf({ no: half }));
  await to.confirm(motion.id, contentOf({ no: half }));
  await to.on.count(motion);
  return motion;
}

/** The choices of a counted vote as its export has them. */
async function seenChoices(id: string): Promise<string[]> {
  const parts = await documentsOf<{ motionId: string; kind: string; rows: string[] }>(
    cloud.cloud,
    'count_parts',
  );
  return parts
    .filter(({ motionId, kind }) => motionId === id && kind === 'choices')
    .flatMap(({ rows }) => rows);
}

describe('the orders that are left of a secret vote', () => {
  it(
    '[SECRET-4] [SECRET-8] have nothing to do with the order of casting: ids, export, marks, and export beside marks',
    async () => {
      const seen: Seen[] = [];
      for (let vote = 0; vote < VOTES; vote += 1) seen.push(await seenOf(await voted()));
      const whole = Array.from({ length: VOTERS }, (_, n) => n);
      // Else a coefficient means nothing: each list has each voter once, and an order that is kept would be found.
      for (const { ids, exported, marks } of seen)
        for (const places of [ids, exported, marks]) expect([...places].sort((a, b) => a - b)).toEqual(whole);
      expect(scoreOf(seen.map(() => whole))).toBeGreaterThan(FAR);
      expect(Math.abs(scoreOf(seen.map(({ ids }) => ids)))).toBeLessThan(FAR);
      expect(Math.abs(scoreOf(seen.map(({ exported }) => exported)))).toBeLessThan(FAR);
      expect(Math.abs(scoreOf(seen.map(({ marks }) => marks)))).toBeLessThan(FAR);
      // Line by line the export beside the marks: who stands first did not choose what stands first.
      const beside = seen.map(({ exported, marks }) => {
        const order = [...marks.keys()].sort((a, b) => (marks[a] ?? 0) - (marks[b] ?? 0));
        return order.map((line) => exported[line] ?? -1);
      });
      expect(Math.abs(scoreOf(beside))).toBeLessThan(FAR);
    },
    TIME,
  );

  it(
    '[SECRET-8] have nothing to do with the channel: phone and box are mixed in the export',
    async () => {
      const half = VOTERS / 2;
      const scores: number[] = [];
      for (let vote = 0; vote < VOTES; vote += 1) {
        const motion = await halfOnPaper(half);
        const exported = (await seenChoices(motion.id)).map((choice, at) => ({ choice, at }));
        expect(exported).toHaveLength(VOTERS);
        const onPaper = exported.filter(({ choice }) => choice === 'no').map(({ at }) => at);
        expect(onPaper).toHaveLength(half);
        scores.push(halfScore(onPaper, VOTERS));
      }
      const over = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / Math.sqrt(all.length);
      const last = Array.from({ length: half }, (_, n) => half + n);
      expect(over(scores.map(() => halfScore(last, VOTERS)))).toBeGreaterThan(FAR);
      expect(Math.abs(over(scores))).toBeLessThan(FAR);
    },
    TIME,
  );
});

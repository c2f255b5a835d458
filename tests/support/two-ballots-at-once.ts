import type { CallOutput, CallRequest } from '@contract/calls';
import type { Choice } from '@contract/decision';
import type { Envelope } from '@contract/envelope';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BallotDocument } from '../../cloudfunctions/modules/motions/documents';
import { documentsOf } from './documents';
import { startTestCloud, type TestCloud } from './local-cloud';
import { manyVoters, type ManyVoters } from './many-voters';
import { DAY, type Detail, motionCallsOf, ownersPoll } from './motions';
import { freshId, smallCommunity } from './persons';
import { restore, type Snapshot, take } from './small-community/snapshot';

type Ballot = CallRequest<'motions.castBallot'>;
type Answer = CallOutput<'motions.castBallot'>;
type Voter = ManyVoters['voters'][number] & { entryId: string };

const CHOICES: readonly Choice[] = ['yes', 'no', 'abstain'];
/** What a phone sends again with the same client id until it is answered. */
const TRY_AGAIN = ['INTERNAL', 'BUSY', 'BALLOT_CHANGED'];
const ATTEMPTS = 20;
/** As many as press in the closing second. */
const LATE = 60;
/** Many voters at once on a machine that may have other work. */
const TIME = 600_000;

const make = async (cloud: TestCloud, voters: number) => {
  const yard = await smallCommunity(cloud);
  return { yard, many: await manyVoters(cloud, yard, voters) };
};

let made: Snapshot<Awaited<ReturnType<typeof make>>> | undefined;

/** The same estate for each zone: its voters sign in and claim once, so the first zone has the most. */
async function estateIn(cloud: TestCloud, voters: number): ReturnType<typeof make> {
  const { database } = cloud.cloud;
  if (made) return restore(database, made);
  const result = await make(cloud, voters);
  made = await take(database, result);
  return result;
}

/** Over HTTP, as a phone sends it; null where the function gave no answer, as when it ran out of time. */
async function send(cloud: TestCloud, openid: string, input: Ballot): Promise<Envelope<Answer> | null> {
  const { url, token } = cloud.cloud;
  const response = await fetch(`${url}/call/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-token': token, 'x-local-openid': openid },
    body: JSON.stringify({ action: 'motions.castBallot', input }),
  });
  return ((await response.json()) as { result?: Envelope<Answer> }).result ?? null;
}

async function untilAnswered(cloud: TestCloud, openid: string, input: Ballot): Promise<Answer> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const answer = await send(cloud, openid, input);
    if (answer?.ok) return answer.data;
    if (answer && !TRY_AGAIN.includes(answer.error.code)) throw new Error(`${openid}: ${answer.error.code}`);
  }
  throw new Error(`${openid}: no answer after ${ATTEMPTS} attempts`);
}

const areaOf = (voters: Voter[]): number => voters.reduce((sum, { area }) => sum + area, 0);

/** Requests that fail before or after they are done, or come late: at the first ballots and at the changes. */
function injectFaults(cloud: TestCloud, voters: number): { hits: number }[] {
  const on = { collection: 'ballots' };
  const insert = { ...on, action: 'database.insertDocument' };
  const modify = { ...on, action: 'database.modifyDocument' };
  const { faults } = cloud.cloud;
  return [
    faults.on({ ...insert, nth: 3, times: voters * 0.12, then: 'fail-after' }),
    faults.on({ ...insert, nth: voters * 0.3, times: voters * 0.12, then: 'fail' }),
    faults.on({ ...insert, nth: voters * 0.5, times: voters * 0.06, then: { delay: 40 } }),
    faults.on({ ...modify, nth: 2, times: voters * 0.1, then: 'fail-after' }),
    faults.on({ ...modify, nth: voters * 0.2, times: voters * 0.06, then: 'fail' }),
    faults.on({ action: 'database.aggregateDocuments', nth: voters * 0.2, times: 10, then: 'fail' }),
  ];
}

/** These voters with their entries on a motion's roll. */
function onRoll(cloud: TestCloud, { id }: Detail, voters: ManyVoters['voters']): Promise<Voter[]> {
  return Promise.all(
    voters.map(async (voter) => {
      const { mine } = await cloud.as(voter.openid).call('motions.detail', { id });
      return { ...voter, entryId: mine[0]?.entryId ?? '' };
    }),
  );
}

/** Two ballots of each voter at once, with lost answers and failing requests, until all are acknowledged; then the count. */
export function twoBallotsAtOnce(zone: string, size: number): void {
  const zoneBefore = process.env.TZ;
  let cloud: TestCloud;
  let motion: Detail;
  let voters: Voter[];
  let count: (motion: Detail) => Promise<void>;
  let announced: () => Promise<Detail>;
  /** Of each voter, all that was ever acknowledged. */
  const acknowledged = new Map<string, Answer[]>();
  const first = new Map<string, Ballot>();

  const cast = async (voter: Voter, choice: Choice, replaces: number) => {
    const { openid, entryId } = voter;
    const ballot = { clientId: freshId(), motionId: motion.id, entryId, choice, replaces };
    if (!first.has(openid)) first.set(openid, ballot);
    const answer = await untilAnswered(cloud, openid, ballot);
    acknowledged.set(openid, [...(acknowledged.get(openid) ?? []), answer]);
  };

  /** A change after the first was acknowledged, two first ballots at once, or a change sent before its first is answered. */
  const vote = async (voter: Voter, n: number) => {
    const [one, two] = [CHOICES[n % 3], CHOICES[(n + 1 + (n % 2)) % 3]] as [Choice, Choice];
    if (n % 3 === 0) {
      await cast(voter, one, 0);
      await cast(voter, two, 1);
    } else {
      await Promise.all([cast(voter, one, 0), cast(voter, two, n % 3 === 1 ? 0 : 1)]);
    }
  };

  /** The highest acknowledged revision of a voter. */
  const last = ({ openid }: Voter) => {
    const answers = [...(acknowledged.get(openid) ?? [])].sort((a, b) => b.revision - a.revision);
    if (!answers[0]) throw new Error(`${openid} was never answered`);
    return answers[0];
  };

  beforeAll(async () => {
    process.env.TZ = zone;
    cloud = await startTestCloud();
    const { yard, many } = await estateIn(cloud, size);
    const on = motionCallsOf(cloud, yard);
    count = (closing) => on.count(closing);
    announced = () => {
      const opensAt = cloud.cloud.clock.now();
      const window = { opensAt, closesAt: opensAt + DAY };
      return on.announced('secretary', ownersPoll({ placeId: many.placeId, window }));
    };
    motion = await announced();
    voters = await onRoll(cloud, motion, many.voters.slice(0, size));
  }, TIME);
  afterAll(async () => {
    if (zoneBefore === undefined) delete process.env.TZ;
    else process.env.TZ = zoneBefore;
    await cloud.close();
  });

  it('[CLK-8] stands in that zone', () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  });

  it(
    '[BAL-10] [IDM-4] acknowledges all of them, though answers are lost and requests fail',
    async () => {
      const faults = injectFaults(cloud, size);
      await Promise.all(voters.map(vote));
      expect(faults.every(({ hits }) => hits > 0)).toBe(true);
      expect([...acknowledged.values()].flat()).toHaveLength(2 * size);
    },
    TIME,
  );

  it(
    '[CLK-6] changes nothing by late retries of first ballots',
    async () => {
      const ballots = () => documentsOf<BallotDocument>(cloud.cloud, 'ballots');
      const before = await ballots();
      const answers = await Promise.all(
        voters.map(({ openid }) => untilAnswered(cloud, openid, first.get(openid) as Ballot)),
      );
      expect(answers.map(({ receipt }) => receipt)).toEqual(voters.map((voter) => last(voter).receipt));
      expect(await ballots()).toEqual(before);
      expect(before).toHaveLength(size);
      for (const { revision, history } of before) {
        expect(history.map((earlier) => earlier.revision)).toEqual(
          Array.from({ length: revision - 1 }, (_, n) => n + 1),
        );
      }
    },
    TIME,
  );

  it(
    '[BAL-10] counts the highest acknowledged revision of each voter',
    async () => {
      const expected = CHOICES.map((choice) => {
        const theirs = voters.filter((voter) => last(voter).choice === choice);
        return { choice, heads: theirs.length, area: areaOf(theirs) };
      });
      await count(motion);
      const { verdict, figures } = await cloud
        .as(voters[0]?.openid ?? '')
        .call('motions.detail', { id: motion.id });
      expect(verdict?.cast).toEqual(expected);
      expect(figures).toMatchObject({ final: true, part: { heads: size, area: areaOf(voters) } });
    },
    TIME,
  );

  it(
    '[CLK-1] [CLK-6] [BAL-10] counts whoever was acknowledged in the closing second, and nobody who was told that it is over',
    async () => {
      const closing = await announced();
      const late = await onRoll(cloud, closing, voters.slice(0, LATE));
      const ballots = late.map(({ entryId }, n): Ballot => {
        return {
          clientId: freshId(),
          motionId: closing.id,
          entryId,
          choice: CHOICES[n % 3] ?? 'yes',
          replaces: 0,
        };
      });
      const press = (n: number) => send(cloud, late[n]?.openid ?? '', ballots[n] as Ballot);
      await cloud.advance(closing.closesAt - cloud.cloud.clock.now());
      const first = await press(0);
      // A third of them pushes the clock on while the others are under way.
      const sent = late.map(async (_, n) => {
        if (n === 0) return first;
        if (n % 3 === 2) await cloud.advance(1);
        return press(n);
      });
      const answers = await Promise.all(sent);
      const codes = answers.map((answer) => (answer?.ok ? 'ok' : answer?.error.code));
      expect([...new Set(codes)].sort()).toEqual(['BALLOT_CLOSED', 'ok']);
      const counted = late.filter((_, n) => codes[n] === 'ok');
      for (const answer of answers) if (answer?.ok) expect(answer.data.castAt).toBe(closing.closesAt);
      // Whoever lost the answer asks again when it is long over, and is told the same.
      await cloud.advance(1000);
      const again = await Promise.all(late.map((_, n) => press(n)));
      expect(again.map((answer) => (answer?.ok ? answer.data.receipt : answer?.error.code))).toEqual(
        answers.map((answer) => (answer?.ok ? answer.data.receipt : answer?.error.code)),
      );
      await count(closing);
      const { figures } = await cloud.as(late[0]?.openid ?? '').call('motions.detail', { id: closing.id });
      expect(figures).toMatchObject({ final: true, part: { heads: counted.length, area: areaOf(counted) } });
    },
    TIME,
  );
}

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type {
  BallotChoiceDocument,
  BallotMarkDocument,
} from '../../cloudfunctions/modules/motions/secret/documents';
import type {
  CountPartDocument,
  CountSealDocument,
} from '../../cloudfunctions/modules/motions/seal/documents';
import { checkSecret } from '../../scripts/verify/check-secret';
import { downloaded } from '../support/bundles';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { Detail } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { contentOf, type SecretCalls, secretCallsOf } from '../support/secret-ballots';

const MINUTE = 60_000;
const TIME = 240_000;

let cloud: TestCloud;
let yard: SmallCommunity;
let to: SecretCalls;
beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await secretCallsOf(cloud, yard);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

const ofMotion = async <T extends { motionId: string }>(
  name: 'ballot_marks' | 'ballot_choices' | 'count_parts',
  id: string,
) => (await documentsOf<T>(cloud.cloud, name)).filter(({ motionId }) => motionId === id);

const marksOf = (id: string) => ofMotion<BallotMarkDocument>('ballot_marks', id);
const choicesOf = (id: string) => ofMotion<BallotChoiceDocument>('ballot_choices', id);

/** Strikes the n-th database request of what `act` does. */
async function struck(
  nth: number,
  then: 'fail' | 'fail-after',
  act: () => Promise<unknown>,
): Promise<boolean> {
  const fault = cloud.cloud.faults.on({ action: /^database\./, nth, then });
  await act();
  const hit = fault.hits > 0;
  cloud.cloud.faults.reset();
  return hit;
}

describe.each(['fail', 'fail-after'] as const)('where a database request does %s', (then) => {
  it(
    '[SECRET-3] [IDM-4] a ballot is mark and choice or neither, and its retry completes it, whichever request it was',
    async () => {
      let [nth, hit] = [0, true];
      while (hit) {
        nth += 1;
        const motion = await to.poll();
        const entryId = await to.on.voterOf('wang', motion.id);
        const input = to.castInput(motion.id, entryId, 'no', freshId());
        hit = await struck(nth, then, () => to.as('wang').send('motions.castSecret', input));
        expect(await choicesOf(motion.id)).toHaveLength((await marksOf(motion.id)).length);
        expect(await to.as('wang').send('motions.castSecret', input)).toMatchObject({ ok: true });
        expect(await marksOf(motion.id)).toHaveLength(1);
        expect(await choicesOf(motion.id)).toMatchObject([{ choice: 'no' }]);
      }
      expect(nth).toBeGreaterThan(5);
    },
    TIME,
  );

  it(
    '[SECRET-8] [SEAL-1] counting and removing are completed by the next runs: one seal, one export, no choice left',
    async () => {
      let [nth, calm] = [0, 0];
      while (calm < 2) {
        nth += 1;
        const motion = await voted();
        await struck(nth, then, () => cloud.cloud.fireTimer('timer'));
        const done = (await choicesOf(motion.id)).length === 0;
        calm = done ? calm + 1 : 0;
        await cloud.advance(MINUTE);
        await cloud.cloud.fireTimer('timer');
        await countedOnce(motion);
      }
      expect(nth).toBeGreaterThan(18);
    },
    TIME,
  );
});

/** Two on the phone and two in the box, confirmed, at the instant of the count; what else the timer has to do is done. */
async function voted(): Promise<Detail> {
  const motion = await to.poll({ paper: { precedence: 'first', settleMinutes: 10 } });
  await to.cast('wang', motion.id, 'yes');
  await to.cast('zhou', motion.id, 'no');
  for (const room of ['2栋1单元101', '2栋1单元102']) await to.mark(motion.id, room);
  await to.close(motion);
  await to.enter(motion.id, contentOf({ yes: 1 }, 1));
  await to.confirm(motion.id, contentOf({ yes: 1 }, 1));
  await cloud.cloud.fireTimer('timer');
  await cloud.advance(motion.resultAt - to.now());
  return motion;
}

async function countedOnce({ id }: Detail): Promise<void> {
  expect(await choicesOf(id)).toEqual([]);
  const seals = await documentsOf<CountSealDocument>(cloud.cloud, 'count_seals');
  expect(seals.filter(({ _id }) => _id === id)).toMatchObject([{ ballots: 3 }]);
  const parts = await ofMotion<CountPartDocument>('count_parts', id);
  expect(parts.map(({ kind }) => kind).sort()).toEqual(['choices', 'marks', 'silent']);
  const bundle = await downloaded(cloud, yard.people.secretary.openid, { id, version: 'full', as: 'json' });
  expect(checkSecret(bundle).findings.filter(({ holds }) => !holds)).toEqual([]);
  await cloud.advance(11 * MINUTE);
}

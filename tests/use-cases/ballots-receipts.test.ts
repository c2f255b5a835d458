import { createHash } from 'node:crypto';
import { EJSON } from 'bson';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BallotDocument, BallotProof } from '../../cloudfunctions/modules/motions/documents';
import type { Receipt } from '../../scripts/verify/receipt';
import { documentsOf } from '../support/documents';
import { FUNCTION_ENV } from '../support/function-env';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type Detail, motionCallsOf, type PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { hiddenPoll, receiptIn, verified } from '../support/receipts';
import { people } from '../support/small-community/people';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;
let motion: Detail;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

const openMotion = (calls: typeof on, of: TestCloud) => hiddenPoll(calls, of.cloud.clock.now());
beforeEach(async () => {
  motion = await openMotion(on, cloud);
});

async function stored(of: TestCloud = cloud, motionId = motion.id): Promise<BallotDocument[]> {
  const all = await documentsOf<BallotDocument>(of.cloud, 'ballots');
  return all.filter((ballot) => ballot.motionId === motionId);
}
async function proofIn(motionId = motion.id): Promise<BallotProof> {
  const [ballot] = await stored(cloud, motionId);
  if (!ballot?.proof) throw new Error('no proof is stored');
  return ballot.proof;
}
const readAgain = async (who: PersonKey) =>
  on.as(who).call('motions.receipt', { motionId: motion.id, entryId: await on.voterOf(who, motion.id) });

describe('the receipt of a counted ballot', () => {
  it('[BAL-15] is signed so that the independent verifier accepts it, and says when and which', async () => {
    const answer = await on.cast('wang', motion.id, 'yes');
    const receipt = receiptIn(answer.signed);
    expect(receipt).toMatchObject({ motion: motion.id, revision: 1, at: answer.castAt });
    expect(answer.receipt).toBe(receipt.commitment.slice(0, 12).toUpperCase());
    expect(verified(answer.signed, receipt.publicKey).ok).toBe(true);
    expect(verified(answer.signed, '0'.repeat(64)).ok).toBe(false);
  });

  it('[BAL-14] commits to motion, roll, voter, revision and choice under a salt that the server keeps', async () => {
    const receipt = receiptIn((await on.cast('wang', motion.id, 'no')).signed);
    const { salt } = await proofIn();
    expect(salt).toMatch(/^[0-9a-f]{64}$/);
    const committed = [
      'yard-commitment-1',
      `motion ${motion.id}`,
      `roll ${motion.roll?.hash ?? ''}`,
      `voter ${receipt.voter}`,
      'revision 1',
      'choice no',
      `salt ${salt}`,
      '',
    ].join('\n');
    expect(receipt.commitment).toBe(createHash('sha256').update(committed).digest('hex'));
  });

  it('[BAL-14] has a new salt, commitment and revision with each change, also back to the same choice', async () => {
    const seen: { salt: string; receipt: Receipt }[] = [];
    for (const choice of ['yes', 'no', 'yes'] as const) {
      const answer = await on.cast('wang', motion.id, choice, seen.length);
      seen.push({ salt: (await proofIn()).salt, receipt: receiptIn(answer.signed) });
    }
    expect(new Set(seen.map(({ salt }) => salt)).size).toBe(3);
    expect(new Set(seen.map(({ receipt }) => receipt.commitment)).size).toBe(3);
    expect(seen.map(({ receipt }) => receipt.revision)).toEqual([1, 2, 3]);
    expect(new Set(seen.map(({ receipt }) => receipt.voter)).size).toBe(1);
    const [ballot] = await stored();
    expect(ballot?.history.map(({ proof }) => proof?.salt)).toEqual(seen.slice(0, 2).map(({ salt }) => salt));
  });

  it('[BAL-18] is the very same for a ballot that is sent again, at once, lost or later', async () => {
    for (const [replaces, action] of [
      [0, 'database.insertDocument'],
      [1, 'database.modifyDocument'],
    ] as const) {
      const send = (
        (id: string) => () =>
          on.cast('wang', motion.id, 'yes', replaces, id)
      )(freshId());
      cloud.cloud.faults.on({ action, collection: 'ballots', then: 'fail-after' });
      await expect(send()).rejects.toMatchObject({ code: 'INTERNAL' });
      const first = await send();
      await cloud.advance(1000);
      const answers = [first, ...(await Promise.all([send(), send()])), await readAgain('wang')];
      expect(new Set(answers.map(({ signed }) => signed)).size).toBe(1);
      expect(receiptIn(answers[0]?.signed ?? null).revision).toBe(replaces + 1);
    }
  });

  it('[BAL-17] names the voter otherwise in each motion, by nothing that is known of them', async () => {
    const other = await openMotion(on, cloud);
    const [here, there, neighbour] = await Promise.all([
      on.cast('wang', motion.id, 'yes'),
      on.cast('wang', other.id, 'yes'),
      on.cast('zhou', motion.id, 'yes'),
    ]);
    const voters = [here, there, neighbour].map(({ signed }) => receiptIn(signed).voter);
    expect(new Set(voters).size).toBe(3);
    const entryId = await on.voterOf('wang', motion.id);
    // What anybody could compute who knows the ids but not the server's key.
    const guesses = [entryId, `${motion.id}${entryId}`, `${motion.id} ${entryId}`, yard.people.wang.openid];
    const digests = guesses.map((text) => createHash('sha256').update(text).digest('hex'));
    expect(digests).not.toContain(voters[0]);
    for (const { signed } of [here, there]) {
      for (const known of [entryId, (await stored())[0]?.castBy ?? '']) expect(signed).not.toContain(known);
    }
  });
});

describe('what a receipt gives away', () => {
  it('[BAL-16] is the same whatever was chosen, but for what is random', async () => {
    const wang = receiptIn((await on.cast('wang', motion.id, 'yes')).signed);
    const changed = receiptIn((await on.cast('wang', motion.id, 'abstain', 1)).signed);
    const same = { voter: wang.voter, motion: wang.motion, at: wang.at, keyId: wang.keyId };
    expect(changed).toMatchObject(same);
    expect(Object.keys(changed)).toEqual(Object.keys(wang));
  });

  it('[BAL-16] [BAL-13] is neither choice nor salt, in no answer to anybody', async () => {
    const cast = await on.cast('wang', motion.id, 'no');
    const changed = await on.cast('wang', motion.id, 'abstain', 1);
    const [ballot] = await stored();
    const salts = [ballot?.proof?.salt, ...(ballot?.history ?? []).map(({ proof }) => proof?.salt)];
    expect(salts.filter((salt) => salt !== undefined)).toHaveLength(2);
    const own = JSON.stringify([cast, changed, await on.detail('wang', motion.id), await readAgain('wang')]);
    for (const salt of salts) expect(own).not.toContain(salt);
    for (const line of [cast.signed, changed.signed])
      expect(line).not.toMatch(/"no"|"abstain"|yes|salt|choice/);
    const entryId = await on.voterOf('wang', motion.id);
    const secrets = [...salts, receiptIn(changed.signed).commitment, receiptIn(changed.signed).voter];
    for (const who of Object.keys(people) as PersonKey[]) {
      if (who === 'wang') continue;
      const answers = await Promise.all([
        on.as(who).send('motions.detail', { id: motion.id }),
        on.as(who).send('motions.receipt', { motionId: motion.id, entryId }),
        on.as(who).send('motions.tally', { id: motion.id }),
        on.as(who).send('motions.list', { placeId: 'xingfuli' }),
        on.as(who).send('motions.castBallot', {
          clientId: freshId(),
          motionId: motion.id,
          entryId,
          choice: 'yes',
          replaces: 2,
        }),
      ]);
      const seen = JSON.stringify(answers);
      for (const secret of secrets) expect(seen).not.toContain(secret);
      expect(seen).not.toMatch(/"choice":"abstain","choiceLabel":"弃权","revision"/);
    }
  });
});

it('[BAL-19] lets a ballot from before there were signatures be read and changed', async () => {
  const { receipt, castAt } = await on.cast('wang', motion.id, 'yes');
  const [ballot] = await stored();
  const { proof: _proof, ...old } = ballot ?? ({} as BallotDocument);
  const inBallots = { collectionName: 'ballots', query: EJSON.stringify({ _id: old._id }) };
  await cloud.cloud.database.handle({ action: 'database.removeDocument', ...inBallots, multi: false });
  const data = [EJSON.stringify(old, { relaxed: false })];
  await cloud.cloud.database.handle({ action: 'database.insertDocument', collectionName: 'ballots', data });
  expect((await stored())[0]).toEqual(old);
  expect(await readAgain('wang')).toMatchObject({ receipt, castAt, choice: 'yes', signed: null });
  expect((await on.detail('wang', motion.id)).mine[0]?.ballot).toMatchObject({ choice: 'yes', revision: 1 });
  const changed = await on.cast('wang', motion.id, 'no', 1);
  expect(receiptIn(changed.signed).revision).toBe(2);
  expect((await stored())[0]?.history).toEqual([
    { choice: 'yes', revision: 1, castAt, clientId: old.clientId, castBy: old.castBy },
  ]);
});

describe('without a usable key', () => {
  it.each([
    ['no key', undefined],
    ['a short one', Buffer.alloc(31, 9).toString('base64')],
    ['a letter in it that is no base64', `!${FUNCTION_ENV.YARD_SIGNING_KEY}`],
  ])(
    '[BAL-15] with %s no ballot is counted and none goes unsigned; the log says why',
    async (_which, key) => {
      const { YARD_SIGNING_KEY: _usual, ...rest } = FUNCTION_ENV;
      const bare = await startTestCloud({
        functionEnv: key === undefined ? rest : { ...rest, YARD_SIGNING_KEY: key },
      });
      try {
        const calls = motionCallsOf(bare, await smallCommunity(bare));
        const { id } = await openMotion(calls, bare);
        await expect(calls.cast('wang', id, 'yes')).rejects.toMatchObject({ code: 'INTERNAL' });
        expect(await stored(bare, id)).toEqual([]);
        const [refused] = bare.cloud.journal.calls({ fn: 'api', limit: 1 });
        expect(JSON.stringify(refused?.lines)).toContain('YARD_SIGNING_KEY must hold 32 bytes in base64');
      } finally {
        await bare.close();
      }
    },
  );
});

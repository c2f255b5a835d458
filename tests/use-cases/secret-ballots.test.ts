import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  BallotChoiceDocument,
  BallotMarkDocument,
} from '../../cloudfunctions/modules/motions/secret/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type Detail, ownersPoll } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { receiptIn } from '../support/receipts';
import { contentOf, type SecretCalls, secretCallsOf, yardVote } from '../support/secret-ballots';

let cloud: TestCloud;
let yard: SmallCommunity;
let to: SecretCalls;
beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await secretCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

const marksOf = async (motionId: string) =>
  (await documentsOf<BallotMarkDocument>(cloud.cloud, 'ballot_marks')).filter(
    (one) => one.motionId === motionId,
  );
const choicesOf = async (motionId: string) =>
  (await documentsOf<BallotChoiceDocument>(cloud.cloud, 'ballot_choices')).filter(
    (one) => one.motionId === motionId,
  );

describe('what can be voted on in secret', () => {
  it('[SECRET-1] is what weighs nobody by area, with nothing shown before the count', async () => {
    await expect(to.on.draft('secretary', ownersPoll({ ballot: 'secret' }))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      failure: { fields: { ballot: expect.stringContaining('面积') as string } },
    });
    const drafted = await to.on.draft(
      'secretary',
      yardVote(to.now(), { interim: 'shown', paper: { precedence: 'latest', settleMinutes: 60 } }),
    );
    expect(drafted).toMatchObject({ ballot: 'secret', interim: 'hidden', paper: { precedence: 'first' } });
    expect(drafted.secretWords).toHaveLength(3);
  });

  it('[SECRET-2] has ten voters on its roll at least, or is refused with how many there are', async () => {
    const small = yardVote(to.now(), { placeId: 'sanzu' });
    await expect(to.on.announced('secretary', small)).rejects.toMatchObject({
      code: 'SECRET_TOO_FEW',
      failure: { fields: { ballot: expect.stringContaining('6户') as string } },
    });
  });

  it('[SECRET-1] is named wherever nothing was chosen, and neither call takes the ballots of the other kind', async () => {
    const secret = await to.poll();
    const named = await to.poll({ ballot: undefined });
    expect(named.ballot).toBe('named');
    await expect(to.on.cast('wang', secret.id, 'yes')).rejects.toMatchObject({ code: 'BALLOT_SECRET' });
    await expect(to.cast('wang', named.id, 'yes')).rejects.toMatchObject({ code: 'BALLOT_NAMED' });
  });
});

describe('a secret ballot', () => {
  let motion: Detail;
  beforeAll(async () => {
    motion = await to.poll({ paper: { precedence: 'first', settleMinutes: 60 } });
  });

  it('[SECRET-3] [SECRET-4] is a mark with the voter and apart from it the bare choice, written together', async () => {
    await to.cast('wang', motion.id, 'no');
    expect(await marksOf(motion.id)).toMatchObject([{ channel: 'phone', castBy: yard.people.wang.personId }]);
    const [choice] = await choicesOf(motion.id);
    expect(Object.keys(choice ?? {}).sort()).toEqual(['_id', 'choice', 'motionId']);
    expect(choice).toMatchObject({ motionId: motion.id, choice: 'no' });
  });

  it('[SECRET-5] [SECRET-9] stands as it was first cast: the retry, another choice and another client get the same receipt', async () => {
    const clientId = freshId();
    const first = await to.cast('zhou', motion.id, 'yes', clientId);
    const answers = [
      await to.cast('zhou', motion.id, 'yes', clientId),
      await to.cast('zhou', motion.id, 'no', clientId),
      await to.cast('zhou', motion.id, 'abstain'),
    ];
    for (const answer of answers) expect(answer).toEqual(first);
    expect(first.words).toContain('第一次投的为准');
    expect(receiptIn(first.signed)).toMatchObject({ motion: motion.id, revision: 1, at: first.castAt });
    expect((await choicesOf(motion.id)).map(({ choice }) => choice).sort()).toEqual(['no', 'yes']);
    expect(JSON.stringify(first)).not.toMatch(/yes|同意/);
  });

  it('[SECRET-5] is one for a home: who lives there too is told by whom it was cast, and not what', async () => {
    await to.cast('liuDeming', motion.id, 'abstain');
    await expect(to.cast('liuFang', motion.id, 'yes')).rejects.toMatchObject({ code: 'VOTER_VOTED' });
    const [voter] = (await to.on.detail('liuFang', motion.id)).mine;
    expect(voter).toMatchObject({
      ballot: null,
      mark: null,
      locked: 'VOTER_VOTED',
      otherCast: { name: '刘德明' },
    });
    expect((await to.on.detail('liuDeming', motion.id)).mine[0]).toMatchObject({
      locked: 'SECRET_STANDS',
      mark: { mine: true, channel: 'phone' },
    });
    const input = { motionId: motion.id, entryId: voter?.entryId ?? '' };
    await expect(to.as('liuFang').call('motions.secretReceipt', input)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('[SECRET-3] on the phone and a paper in the box exclude each other, in either order', async () => {
    await expect(to.mark(motion.id, '1栋1单元102')).rejects.toMatchObject({ code: 'VOTER_VOTED' });
    await to.mark(motion.id, '1栋1单元201');
    await expect(to.cast('zhao', motion.id, 'yes')).rejects.toMatchObject({ code: 'BOX_STANDS' });
    const taken = { reason: '看错了房号' };
    const entryId = await to.entryOf(motion.id, '1栋1单元201');
    const unmark = { clientId: freshId(), motionId: motion.id, entryId, ...taken };
    await expect(to.as('gridWorker').call('motions.unmarkBox', unmark)).rejects.toMatchObject({
      code: 'BOX_NOT_MARKED',
    });
    expect((await to.as('secretary').call('motions.unmarkBox', unmark)).marked).toEqual([]);
    await to.cast('zhao', motion.id, 'yes');
    expect(await choicesOf(motion.id)).toHaveLength(4);
  });

  it('[SECRET-8] is counted with the others, and then the single choices are gone', async () => {
    await to.on.count(motion);
    expect(await to.on.detail('wang', motion.id)).toMatchObject({
      phase: 'counted',
      verdict: {
        cast: [
          { choice: 'yes', heads: 2, area: 0 },
          { choice: 'no', heads: 1 },
          { choice: 'abstain', heads: 1 },
        ],
      },
    });
    expect(await choicesOf(motion.id)).toEqual([]);
    expect(await marksOf(motion.id)).toHaveLength(4);
    await expect(to.cast('heJing', motion.id, 'yes')).rejects.toMatchObject({ code: 'BALLOT_CLOSED' });
    expect((await to.cast('wang', motion.id, 'yes')).mine).toBe(true);
  });
});

it('[SECRET-6] shows officers and neighbours the same with ballots cast and without, while it is open', async () => {
  const motion = await to.poll();
  const looks = async () => {
    const asked = [
      ...(['secretary', 'administrator', 'tenant'] as const).map((who) => to.on.detail(who, motion.id)),
      to.as('secretary').call('motions.list', { placeId: 'xingfuli' }),
      to.as('secretary').call('overview.desk', {}),
      to.as('secretary').call('documents.voters', { id: motion.id }),
    ];
    return Promise.all(asked);
  };
  const silent = await looks();
  for (const who of ['wang', 'zhou', 'zhao'] as const) await to.cast(who, motion.id, 'yes');
  expect(await looks()).toEqual(silent);
  expect(silent[0]).toMatchObject({ phase: 'open', figures: null });
  const door = { clientId: freshId(), motionId: motion.id };
  await expect(to.as('secretary').call('motions.doorList', door)).rejects.toMatchObject({
    code: 'BALLOT_SECRET',
  });
});

describe('the box', () => {
  const ROOMS = ['2栋1单元101', '2栋1单元102', '2栋1单元201', '2栋1单元202', '2栋1单元301', '2栋1单元302'];
  const boxed = async (settleMinutes = 60) => {
    const motion = await to.poll({ paper: { precedence: 'first', settleMinutes } });
    for (const room of ROOMS) await to.mark(motion.id, room);
    await to.cast('wang', motion.id, 'no');
    return motion;
  };

  it('[SECRET-7] is counted after the closing by two officers who do not see each other’s figures', async () => {
    const motion = await boxed();
    await expect(to.enter(motion.id, contentOf({ yes: 6 }))).rejects.toMatchObject({
      code: 'BOX_NOT_CLOSED',
    });
    await to.close(motion);
    await expect(to.enter(motion.id, contentOf({ yes: 7 }))).rejects.toMatchObject({ code: 'BOX_TOO_MANY' });
    await to.enter(motion.id, contentOf({ yes: 4 }, 1));
    const second = await to.box(motion.id, 'gridWorker');
    expect(second).toMatchObject({
      state: 'entered',
      photos: [to.photo],
      can: { confirm: null, enter: 'BOX_STAGE' },
    });
    expect(JSON.stringify(second)).not.toContain('spoiled');
    await expect(to.confirm(motion.id, contentOf({ yes: 4 }, 1), 'secretary')).rejects.toMatchObject({
      code: 'BOX_SAME_OFFICER',
    });
    expect(await to.confirm(motion.id, contentOf({ yes: 3, no: 1 }, 1))).toMatchObject({ state: 'differed' });
    await to.enter(motion.id, contentOf({ yes: 3, no: 1 }, 1), 'gridWorker');
    const done = await to.confirm(motion.id, contentOf({ no: 1, yes: 3, abstain: 0 }, 1), 'secretary');
    expect(done).toMatchObject({ state: 'confirmed', warning: null });
    await to.on.count(motion);
    const tally = await to.as('wang').call('motions.tally', { id: motion.id });
    expect(tally.cast.map(({ heads }) => heads)).toEqual([3, 2, 0]);
    expect(tally).toMatchObject({ papers: null });
    expect(tally.paperLines.map(({ label }) => label)).toEqual(['废票', '票箱里少的']);
  });

  it('[SECRET-7] that nobody counted in time stays out, and the result says how many papers are not in it', async () => {
    const motion = await boxed();
    await to.close(motion);
    await cloud.cloud.fireTimer('timer');
    await to.enter(motion.id, contentOf({ yes: 6 }));
    await to.on.count(motion);
    const { cast, paperLines } = await to.as('wang').call('motions.tally', { id: motion.id });
    expect(cast.map(({ heads }) => heads)).toEqual([0, 1, 0]);
    expect(paperLines).toEqual([{ label: '没有计入的纸质票', value: '6户，票箱没有按时数完' }]);
  });

  it('[SECRET-7] with more papers than marks is invalid as a whole, said by both with a reason', async () => {
    const motion = await boxed();
    await to.close(motion);
    const invalid = (papers: number, reason: string) => ({ kind: 'invalid' as const, papers, reason });
    await expect(to.enter(motion.id, invalid(6, '数错了'))).rejects.toMatchObject({ code: 'BOX_NOT_OVER' });
    await to.enter(motion.id, invalid(8, '有两张没有登记'));
    expect(await to.confirm(motion.id, invalid(8, '数了三遍都是八张'))).toMatchObject({ state: 'confirmed' });
    await to.on.count(motion);
    const { cast, paperLines } = await to.as('wang').call('motions.tally', { id: motion.id });
    expect(cast.map(({ heads }) => heads)).toEqual([0, 1, 0]);
    expect(paperLines[0]?.value).toBe('收回8张，比登记的6张多，整箱不计。有两张没有登记；数了三遍都是八张');
  });
});

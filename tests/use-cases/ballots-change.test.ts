import type { CallOutput, CallRequest } from '@contract/calls';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BallotDocument } from '../../cloudfunctions/modules/motions/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, type Detail, motionCallsOf, ownersPoll, type PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { until } from '../support/until';

type Ballot = CallRequest<'motions.castBallot'>;
type Answer = CallOutput<'motions.castBallot'>;

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;
let motion: Detail;

const code = (expected: string) => ({ code: expected });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
});
beforeEach(async () => {
  cloud.cloud.faults.reset();
  const opensAt = cloud.cloud.clock.now();
  motion = await on.announced('secretary', ownersPoll({ window: { opensAt, closesAt: opensAt + DAY } }));
});
afterAll(() => cloud.close());

const cast = (who: PersonKey, ballot: Ballot) => on.as(who).call('motions.castBallot', ballot);
const ballot = async (who: PersonKey, choice: Ballot['choice'], replaces = 0): Promise<Ballot> => ({
  clientId: freshId(),
  motionId: motion.id,
  entryId: await on.voterOf(who, motion.id),
  choice,
  replaces,
});
const stored = async () =>
  (await documentsOf<BallotDocument>(cloud.cloud, 'ballots')).filter(
    ({ motionId }) => motionId === motion.id,
  );

describe('changing a ballot', () => {
  it('[BAL-4] puts the change in the place of the revision that it names, with a receipt of its own', async () => {
    const first = await cast('wang', await ballot('wang', 'yes'));
    const second = await cast('wang', await ballot('wang', 'no', 1));
    expect(second).toMatchObject({ applied: true, revision: 2, choice: 'no', choiceLabel: '反对' });
    expect(second.receipt).not.toBe(first.receipt);
    expect(await stored()).toMatchObject([
      { choice: 'no', revision: 2, history: [{ choice: 'yes', revision: 1 }] },
    ]);
    const input = { motionId: motion.id, entryId: await on.voterOf('wang', motion.id) };
    const receipt = await on.as('wang').call('motions.receipt', input);
    expect(receipt.earlier).toMatchObject([{ choiceLabel: '同意', revision: 1 }]);
  });

  it('[CLK-5] tells the current receipt, and changes nothing, where another revision stands', async () => {
    await cast('wang', await ballot('wang', 'yes'));
    const current = await cast('wang', await ballot('wang', 'no', 1));
    for (const replaces of [0, 1, 7]) {
      const answer = await cast('wang', await ballot('wang', 'abstain', replaces));
      expect(answer).toEqual({ ...current, applied: false });
    }
    expect(await stored()).toMatchObject([{ choice: 'no', revision: 2 }]);
  });

  it('[CLK-5] cannot change a ballot that is not there', async () => {
    await expect(cast('wang', await ballot('wang', 'yes', 1))).rejects.toMatchObject(code('BALLOT_CHANGED'));
    expect(await stored()).toEqual([]);
  });

  it('[BAL-10] does not apply a change that was held up while another one replaced its revision', async () => {
    await cast('wang', await ballot('wang', 'yes'));
    const [one, other] = [await ballot('wang', 'no', 1), await ballot('wang', 'abstain', 1)];
    const modify = { action: 'database.modifyDocument', collection: 'ballots' };
    const heldUp = cloud.cloud.faults.on({ ...modify, then: { delay: 1500 } });
    const slow = cast('wang', one);
    await until(() => heldUp.hits === 1);
    const answers = await Promise.all([slow, cast('wang', other)]);
    // The second one is written while the first waits; were it slower than that, the first would stand.
    expect(answers.map(({ applied }) => applied).sort()).toEqual([false, true]);
    expect(new Set(answers.map(({ receipt }) => receipt)).size).toBe(1);
    expect(await stored()).toMatchObject([{ revision: 2, history: [{ revision: 1 }] }]);
  });

  it('[SEC-7] stops at thirty changes in ten minutes, and goes on afterwards', async () => {
    await cast('wang', await ballot('wang', 'yes'));
    for (let made = 1; made < 30; made += 1) {
      await cast('wang', await ballot('wang', made % 2 ? 'no' : 'yes', made));
    }
    const again = await ballot('wang', 'abstain', 30);
    await expect(cast('wang', again)).rejects.toMatchObject(code('TOO_OFTEN'));
    await cloud.advance(10 * 60 * 1000);
    expect(await cast('wang', again)).toMatchObject({ applied: true, revision: 31 });
  });
});

describe('a ballot that is sent again', () => {
  it('[IDM-1] is answered like the first time, also when both come at once', async () => {
    const input = await ballot('wang', 'yes');
    const [one, two] = await Promise.all([cast('wang', input), cast('wang', input)]);
    expect(two).toEqual(one);
    expect(await cast('wang', input)).toEqual(one);
    expect(await stored()).toHaveLength(1);
  });

  it('[IDM-2] is refused with another choice under the same client id', async () => {
    const input = await ballot('wang', 'yes');
    await cast('wang', input);
    await expect(cast('wang', { ...input, choice: 'no' })).rejects.toMatchObject(code('CLIENT_ID_REUSED'));
    await expect(cast('wang', { ...input, replaces: 1 })).rejects.toMatchObject(code('CLIENT_ID_REUSED'));
    await cast('wang', await ballot('wang', 'no', 1));
    await expect(cast('wang', { ...input, choice: 'no' })).rejects.toMatchObject(code('CLIENT_ID_REUSED'));
    expect(await stored()).toMatchObject([{ choice: 'no', revision: 2 }]);
  });

  it('[IDM-3] is another ballot under the same client id of another person', async () => {
    const input = await ballot('wang', 'yes');
    await cast('wang', input);
    const zhous = { ...(await ballot('zhou', 'no')), clientId: input.clientId };
    expect(await cast('zhou', zhous)).toMatchObject({ applied: true, choice: 'no', revision: 1 });
  });

  it.each([
    ['first', 0, 'database.insertDocument'],
    ['changed', 1, 'database.modifyDocument'],
  ] as const)('[IDM-4] completes a %s ballot whose answer was lost', async (_which, replaces, action) => {
    if (replaces) await cast('wang', await ballot('wang', 'abstain'));
    const input = await ballot('wang', 'yes', replaces);
    const lost = cloud.cloud.faults.on({ action, collection: 'ballots', then: 'fail-after' });
    await expect(cast('wang', input)).rejects.toMatchObject(code('INTERNAL'));
    expect(lost.hits).toBe(1);
    expect(await cast('wang', input)).toMatchObject({ applied: true, choice: 'yes', revision: replaces + 1 });
    expect(await stored()).toMatchObject([{ choice: 'yes', revision: replaces + 1 }]);
  });

  it('[CLK-6] is a no-op with the current receipt when it comes late, after a change', async () => {
    const older = await ballot('wang', 'yes');
    await cast('wang', older);
    const current = await cast('wang', await ballot('wang', 'no', 1));
    expect(await cast('wang', older)).toEqual({ ...current, applied: false });
    expect(await stored()).toMatchObject([{ choice: 'no', revision: 2 }]);
  });

  it('[IDM-4] is answered also after the closing, when nothing new is taken', async () => {
    const input = await ballot('wang', 'yes');
    const first = await cast('wang', input);
    const change = await ballot('wang', 'no', 1);
    const zhous = await ballot('zhou', 'yes');
    await cast('zhou', zhous);
    const zhouNow = await cast('zhou', await ballot('zhou', 'no', 1));
    await cloud.advance(DAY + 1);
    const closed = async () => {
      expect(await cast('wang', input)).toEqual(first);
      expect(await cast('zhou', zhous)).toEqual({ ...zhouNow, applied: false });
      await expect(cast('wang', change)).rejects.toMatchObject(code('BALLOT_CLOSED'));
    };
    await closed();
    await on.count(motion);
    await closed();
    expect(await stored()).toHaveLength(2);
  });
});

describe('co-owners', () => {
  it('[BAL-9] lets the first of two who named nobody stand, and tells the other who it was', async () => {
    await cast('liuDeming', await ballot('liuDeming', 'yes'));
    const seen = await on.detail('liuFang', motion.id);
    expect(seen.mine).toMatchObject([
      {
        may: null,
        ballot: null,
        otherCast: { name: '刘德明', settle: expect.stringContaining('只能由投票的那一位来改') as string },
      },
    ]);
    expect(seen.can.vote).toBe('CO_OWNER_VOTED');
    expect(JSON.stringify(seen.mine)).not.toContain('yes');
    for (const replaces of [0, 1]) {
      const refused = cast('liuFang', await ballot('liuFang', 'no', replaces));
      await expect(refused).rejects.toMatchObject(code('CO_OWNER_VOTED'));
    }
    expect(await stored()).toMatchObject([{ choice: 'yes', revision: 1 }]);
  });

  it('[BAL-3] counts one ballot when both vote at the same time, whoever is first', async () => {
    const inputs = { liuDeming: await ballot('liuDeming', 'yes'), liuFang: await ballot('liuFang', 'no') };
    const answers = await Promise.allSettled([
      cast('liuDeming', inputs.liuDeming),
      cast('liuFang', inputs.liuFang),
    ]);
    const won = answers.flatMap((one): Answer[] => (one.status === 'fulfilled' ? [one.value] : []));
    const lost = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(won).toHaveLength(1);
    expect(lost).toMatchObject([code('CO_OWNER_VOTED')]);
    expect(await stored()).toMatchObject([{ choice: won[0]?.choice, revision: 1, history: [] }]);
  });

  it('[ROLL-7] counts only the named one, however early the other comes', async () => {
    const early = cast('heYonggui', await ballot('heYonggui', 'no'));
    await expect(early).rejects.toMatchObject(code('CO_OWNER_NAMED'));
    expect(await cast('heJing', await ballot('heJing', 'yes'))).toMatchObject({ applied: true });
  });

  it('[BAL-9] [ROLL-12] has whom they name during the vote cast from the next one on, as the screen says', async () => {
    await cast('liuDeming', await ballot('liuDeming', 'yes'));
    const { mine } = await on.detail('liuFang', motion.id);
    expect(mine[0]?.otherCast?.settle).toContain('从下一次表决起');
    const homeId = yard.homes['1-1-301'];
    const named = { clientId: freshId(), homeId, ownerKey: 'liu-f', proof: '共有人声明' };
    await on.as('gridWorker').call('members.nameCoOwner', named);
    const refused = cast('liuFang', await ballot('liuFang', 'no'));
    await expect(refused).rejects.toMatchObject(code('CO_OWNER_VOTED'));
    const opensAt = cloud.cloud.clock.now();
    const next = await on.announced(
      'secretary',
      ownersPoll({ window: { opensAt, closesAt: opensAt + DAY } }),
    );
    await expect(on.cast('liuDeming', next.id, 'yes')).rejects.toMatchObject(code('CO_OWNER_NAMED'));
    expect((await on.cast('liuFang', next.id, 'no')).applied).toBe(true);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import type { BallotDocument } from '../../cloudfunctions/modules/motions/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, type Detail, HOUR, motionCallsOf, ownersPoll } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;
let motion: Detail;

const code = (expected: string) => ({ code: expected });
const ballots = () => documentsOf<BallotDocument>(cloud.cloud, 'ballots');
const now = () => cloud.cloud.clock.now();

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

async function open(changes = {}) {
  motion = await on.announced(
    'secretary',
    ownersPoll({ window: { opensAt: now(), closesAt: now() + 6 * DAY }, ...changes }),
  );
  return motion;
}

describe('casting a ballot', () => {
  beforeAll(() => open());

  it('[BAL-6] shows beforehand for what and with what weight one may vote', async () => {
    const { mine, can } = await on.detail('wang', motion.id);
    expect(can.vote).toBeNull();
    expect(mine).toEqual([
      {
        entryId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        label: '幸福里1栋1单元102 等2套',
        homes: ['幸福里1栋1单元102', '幸福里1栋2单元101'],
        homesTotal: 2,
        area: 19180,
        may: null,
        reason: null,
        ...{ ballot: null, otherCast: null, locked: null, paper: null, mark: null },
      },
    ]);
  });

  it('[BAL-12] costs four database requests for a first ballot', async () => {
    const entryId = await on.voterOf('zhou', motion.id);
    cloud.cloud.faults.reset();
    await on.as('zhou').call('motions.castBallot', {
      clientId: freshId(),
      motionId: motion.id,
      entryId,
      choice: 'yes',
      replaces: 0,
    });
    const requests = Object.values(cloud.cloud.faults.requests());
    expect(requests.reduce((sum, one) => sum + one, 0)).toBe(4);
  });

  it('[BAL-7] answers with a receipt, which its voter can read again and nobody else', async () => {
    const answer = await on.cast('wang', motion.id, 'yes');
    expect(answer).toEqual({
      receipt: expect.stringMatching(/^[0-9A-F]{12}$/) as string,
      choice: 'yes',
      choiceLabel: '同意',
      revision: 1,
      castAt: now(),
      channel: 'phone',
      channelWords: null,
      signed: expect.stringContaining(`"motion":"${motion.id}"`) as string,
      applied: true,
      closesAt: motion.closesAt,
      resultAt: motion.closesAt + 40_000,
    });
    const input = { motionId: motion.id, entryId: await on.voterOf('wang', motion.id) };
    const receipt = await on.as('wang').call('motions.receipt', input);
    expect(receipt).toMatchObject({ receipt: answer.receipt, motionTitle: motion.title, earlier: [] });
    for (const who of ['zhou', 'developer', 'stranger'] as const) {
      await expect(on.as(who).call('motions.receipt', input)).rejects.toMatchObject(code('NOT_FOUND'));
    }
  });

  it('[BAL-8] counts an owner of several homes once, for all of them together', async () => {
    await cloud.advance(4000);
    const { figures } = await on.detail('zhao', motion.id);
    expect(figures?.cast?.[0]).toEqual({ choice: 'yes', label: '同意', heads: 2, area: 8950 + 19180 });
  });

  it.each([
    ['tenant', 'BAL-11', 'NOT_VOTER_TENANT'],
    ['buyer', 'ROLL-4', 'NOT_VOTER_UNHANDED'],
    ['heYonggui', 'ROLL-7', 'CO_OWNER_NAMED'],
    ['maChunhua', 'BAL-5', 'AUTHORISED_CLOSED'],
  ] as const)('tells %s why they cannot vote ([%s] %s)', async (who, _rule, expected) => {
    const { mine, can } = await on.detail(who, motion.id);
    expect(mine).toMatchObject([
      { may: expected, ballot: null, reason: expect.stringMatching(/\S{6}/) as string },
    ]);
    expect(can.vote).toBe(expected);
    await expect(on.cast(who, motion.id, 'yes')).rejects.toMatchObject(code(expected));
  });

  it('[BAL-5] tells who is not on the roll that they are not', async () => {
    const wangs = await on.voterOf('wang', motion.id);
    const input = {
      clientId: freshId(),
      motionId: motion.id,
      entryId: wangs,
      choice: 'no' as const,
      replaces: 0,
    };
    await expect(on.as('zhao').call('motions.castBallot', input)).rejects.toMatchObject(code('NOT_ON_ROLL'));
    expect((await on.detail('secretary', motion.id)).can.vote).toBe('NOT_ON_ROLL');
  });

  it('[SEC-11] gives nothing away to another community or about another roll', async () => {
    const entryId = await on.voterOf('wang', motion.id);
    const cast = (who: 'stranger' | 'feng' | 'wang', changes: object) =>
      on.as(who).call('motions.castBallot', {
        clientId: freshId(),
        motionId: motion.id,
        entryId,
        choice: 'yes',
        replaces: 0,
        ...changes,
      });
    await expect(cast('stranger', {})).rejects.toMatchObject(code('NOT_FOUND'));
    await expect(cast('feng', {})).rejects.toMatchObject(code('NOT_FOUND'));
    await expect(cast('wang', { motionId: 'nothing' })).rejects.toMatchObject(code('NOT_FOUND'));
    await expect(cast('wang', { entryId: 'nothing' })).rejects.toMatchObject(code('NOT_FOUND'));
    const other = await on.announced(
      'secretary',
      ownersPoll({ window: { opensAt: now(), closesAt: now() + DAY } }),
    );
    const elsewhere = await on.voterOf('wang', other.id);
    await expect(cast('wang', { entryId: elsewhere })).rejects.toMatchObject(code('NOT_FOUND'));
    await expect(on.detail('stranger', motion.id)).rejects.toMatchObject(code('NOT_FOUND'));
    await expect(on.as('stranger').call('motions.list', { placeId: 'xingfuli' })).rejects.toMatchObject(
      code('NOT_FOUND'),
    );
  });

  it('[BAL-5] wants a home or a seat before anything else', async () => {
    const entryId = await on.voterOf('wang', motion.id);
    const input = { clientId: freshId(), motionId: motion.id, entryId, choice: 'yes' as const, replaces: 0 };
    const newcomer = on.as('newcomer').call('motions.castBallot', input);
    await expect(newcomer).rejects.toMatchObject(code('NOT_VERIFIED'));
    const visitor = cloud.as('o_nobody-here').call('motions.castBallot', input);
    await expect(visitor).rejects.toMatchObject(code('NOT_SIGNED_IN'));
  });

  it.each(['option:1', 'none-of-them', 'option:99', 'YES', '', 0, null, { $gt: '' }, ['yes']])(
    '[BAL-1] refuses %j, which is none of its choices, and writes nothing',
    async (choice) => {
      const before = await ballots();
      const entryId = await on.voterOf('zhao', motion.id);
      const input = { clientId: freshId(), motionId: motion.id, entryId, choice, replaces: 0 };
      const answer = await on.as('zhao').send('motions.castBallot', input);
      expect(answer).toMatchObject({
        ok: false,
        error: { code: expect.stringMatching(/^(CHOICE_UNKNOWN|INVALID_INPUT)$/) as string },
      });
      expect(await ballots()).toEqual(before);
    },
  );

  it('[BAL-13] [AUD-2] writes no audit entry for a ballot and shows nobody what another chose', async () => {
    const audit = await documentsOf<AuditEntry>(cloud.cloud, 'audit');
    expect(audit.filter(({ action }) => action === 'motions.castBallot')).toEqual([]);
    const hidden = await on.announced(
      'secretary',
      ownersPoll({ interim: 'hidden', window: { opensAt: now(), closesAt: now() + DAY } }),
    );
    await on.cast('wang', hidden.id, 'no');
    for (const who of ['secretary', 'zhou', 'administrator'] as const) {
      const seen = JSON.stringify(await on.detail(who, hidden.id).catch((error: unknown) => error));
      expect(seen).not.toContain('"choice":"no","choiceLabel"');
    }
  });
});

describe('interim figures', () => {
  it('[MOT-6] are shown by choice, or while hidden only as how many took part', async () => {
    await open({ interim: 'hidden' });
    await on.cast('wang', motion.id, 'yes');
    await cloud.advance(4000);
    const hidden = await on.detail('zhou', motion.id);
    expect(hidden.figures).toMatchObject({ part: { heads: 1, area: 19180 }, cast: null, final: false });
    expect(hidden.figures?.lines.map(({ kind }) => kind)).toEqual(['turnout', 'turnout']);
    await expect(on.as('zhou').call('motions.tally', { id: motion.id })).rejects.toMatchObject(
      code('RESULT_PENDING'),
    );
    await on.count(motion);
    const counted = await on.detail('zhou', motion.id);
    expect(counted.figures?.cast?.[0]).toMatchObject({ choice: 'yes', heads: 1 });
    expect(counted.figures?.lines).toHaveLength(4);
  });

  it('[BAL-10] are added up anew after three seconds, by one of many who look at once', async () => {
    await open();
    await on.detail('zhou', motion.id);
    await on.cast('wang', motion.id, 'yes');
    expect((await on.detail('zhou', motion.id)).figures?.part.heads).toBe(0);
    await cloud.advance(3000);
    cloud.cloud.faults.reset();
    const seen = await Promise.all(Array.from({ length: 6 }, () => on.detail('zhou', motion.id)));
    expect(seen.map(({ figures }) => figures?.part.heads)).toContain(1);
    // One adds up the ballots; the others show what they find.
    expect(cloud.cloud.faults.requests()['database.aggregateDocuments']).toBe(1);
  });
});

describe('the clock of a vote', () => {
  it('[CLK-7] refuses a ballot before the opening and says when that is', async () => {
    await open({ window: { opensAt: now() + HOUR, closesAt: now() + DAY } });
    const seen = await on.detail('wang', motion.id);
    expect(seen).toMatchObject({
      phase: 'announced',
      can: { vote: 'BALLOT_NOT_OPEN' },
      opensAt: now() + HOUR,
    });
    await expect(on.cast('wang', motion.id, 'yes')).rejects.toMatchObject(code('BALLOT_NOT_OPEN'));
    await cloud.advance(HOUR - 1);
    await expect(on.cast('wang', motion.id, 'yes')).rejects.toMatchObject(code('BALLOT_NOT_OPEN'));
    await cloud.advance(1);
    expect((await on.cast('wang', motion.id, 'yes')).applied).toBe(true);
  });

  it('[CLK-1] takes a ballot in the closing millisecond, and none in the next', async () => {
    await open({ window: { opensAt: now(), closesAt: now() + DAY } });
    await cloud.advance(DAY);
    expect((await on.cast('wang', motion.id, 'yes')).castAt).toBe(motion.closesAt);
    await cloud.advance(1);
    await expect(on.cast('zhou', motion.id, 'yes')).rejects.toMatchObject(code('BALLOT_CLOSED'));
    expect(await on.detail('zhou', motion.id)).toMatchObject({
      phase: 'counting',
      can: { vote: 'BALLOT_CLOSED' },
    });
  });
});

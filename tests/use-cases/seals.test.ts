import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallRequest } from '@contract/calls';
import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import type { BallotDocument } from '../../cloudfunctions/modules/motions/documents';
import type { CountSealDocument } from '../../cloudfunctions/modules/motions/seal/documents';
import { inclusionFindings } from '../../scripts/verify/check-inclusion';
import { downloaded, storedFile, unproven, verifiedBundle, wrongIn } from '../support/bundles';
import { documentsOf, removed } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type Detail, motionCallsOf, type PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { hiddenPoll, receiptIn } from '../support/receipts';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;
let motion: Detail;
const signed: Record<string, string> = {};

type Asked = Omit<CallRequest<'motions.export'>, 'clientId' | 'id'>;
const as = (who: PersonKey) => yard.people[who].openid;
const fetched = (who: PersonKey, asked: Asked, id = motion.id) =>
  downloaded(cloud, as(who), { id, ...asked });
const exported = (who: PersonKey, asked: Asked, id = motion.id) =>
  on.as(who).call('motions.export', { clientId: freshId(), id, ...asked });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
  motion = await hiddenPoll(on, cloud.cloud.clock.now());
  signed.wang = (await on.cast('wang', motion.id, 'no')).signed ?? '';
  signed.changed = (await on.cast('wang', motion.id, 'yes', 1)).signed ?? '';
  signed.zhou = (await on.cast('zhou', motion.id, 'no')).signed ?? '';
  await on.cast('zhao', motion.id, 'abstain');
  const entryId = await on.voterOf('zhao', motion.id);
  const all = await documentsOf<BallotDocument>(cloud.cloud, 'ballots');
  const old = all.find((ballot) => ballot.entryId === entryId);
  if (old) await unproven(cloud, old);
  // The audit chain has an end by then.
  await cloud.cloud.fireTimer('timer');
  await on.count(motion);
});
afterAll(() => cloud.close());

describe('a counted motion', () => {
  it('[SEAL-1] [SEAL-2] [SEAL-3] is sealed: the header binds what was decided and by whom it was signed', async () => {
    const { seal, can } = await on.as('tenant').call('motions.seal', { id: motion.id });
    expect(can).toEqual({ public: null, full: 'RECORDS_CLOSED' });
    expect(seal?.code).toBe(seal?.root.slice(0, 12).toUpperCase());
    const header = seal?.header.split('\n') ?? [];
    const { roll } = motion;
    const expected = [
      `motion ${motion.id}`,
      'body owners',
      'rule owners-ordinary',
      'worth straw',
      'ballots 3',
    ];
    const figures = [
      'cast yes 1 19180',
      'cast no 1 8950',
      'cast abstain 1 7645',
      'outcome no-quorum',
      'passed -',
    ];
    const times = [`opens ${motion.opensAt}`, `closes ${motion.closesAt}`, `counted ${motion.resultAt}`];
    const frozen = [`roll ${roll?.hash}`, 'heads 22', `area ${roll?.area}`, `root ${seal?.root}`];
    expect(header).toEqual(expect.arrayContaining([...expected, ...figures, ...times, ...frozen]));
    expect(seal).toMatchObject({ ballots: 3, publicKey: receiptIn(signed.wang ?? '').publicKey });
    expect(header.find((line) => line.startsWith('audit '))).toMatch(/^audit [1-9]\d* [0-9a-f]{64}$/);
  });

  it('[SEAL-8] [SEAL-4] is added up again from its full version; a ballot without a receipt says so', async () => {
    const checked = await verifiedBundle(cloud, as('wang'), motion.id, 'full');
    expect(wrongIn(checked)).toEqual([]);
    const { leaves = [], roll } = checked.bundle ?? {};
    expect(leaves.map(({ voter }) => voter)).toEqual(leaves.map(({ voter }) => voter).sort());
    expect(leaves.map(({ origin }) => origin).sort()).toEqual(['receipt', 'receipt', 'sealing']);
    expect(leaves.map(({ revision }) => revision).sort()).toEqual([1, 1, 2]);
    expect(leaves.find(({ origin }) => origin === 'sealing')?.opened).toMatchObject({
      choice: 'abstain',
      area: 7645,
    });
    expect(roll?.silent).toHaveLength(19);
    expect(checked.header).toMatchObject({ ballots: 3, outcome: 'no-quorum' });
    expect(wrongIn(await verifiedBundle(cloud, as('tenant'), motion.id, 'public'))).toEqual([]);
  });

  it('[SEAL-10] [SEAL-2] has each voter in it with the last revision, and says which receipt was replaced', async () => {
    const checked = await verifiedBundle(cloud, as('tenant'), motion.id, 'public');
    const said = (line = '') => inclusionFindings(receiptIn(line), checked);
    for (const line of [signed.changed, signed.zhou]) {
      expect(said(line).every(({ holds, mind }) => holds && !mind)).toBe(true);
    }
    expect(said(signed.wang).at(-1)).toMatchObject({ holds: true, mind: true });
    expect(said(signed.wang).at(-1)?.words).toContain('算进去的是第 2 次');
  });

  it('[SEAL-1] has no seal where it was counted before there were any, and says so', async () => {
    const older = await hiddenPoll(on, cloud.cloud.clock.now());
    await expect(on.as('wang').call('motions.seal', { id: older.id })).rejects.toMatchObject({
      code: 'RESULT_PENDING',
    });
    await expect(exported('wang', { version: 'public', as: 'json' }, older.id)).rejects.toMatchObject({
      code: 'RESULT_PENDING',
    });
    await on.cast('wang', older.id, 'yes');
    await on.count(older);
    await removed(cloud, 'count_seals', older.id);
    const answer = await on.as('wang').call('motions.seal', { id: older.id });
    expect(answer).toEqual({
      motionId: older.id,
      seal: null,
      can: { public: 'NOT_SEALED', full: 'NOT_SEALED' },
    });
    for (const version of ['public', 'full'] as const) {
      await expect(exported('wang', { version, as: 'csv' }, older.id)).rejects.toMatchObject({
        code: 'NOT_SEALED',
      });
    }
    const entryId = await on.voterOf('wang', older.id);
    const inclusion = on.as('wang').call('motions.inclusion', { motionId: older.id, entryId });
    await expect(inclusion).rejects.toMatchObject({ code: 'NOT_SEALED' });
  });
});

describe('the two versions', () => {
  it('[SEAL-6] the full one goes to voters, owners and the offices of the place, the public one to all who see the motion', async () => {
    const outcome = async (who: PersonKey, version: Asked['version']) => {
      const answer = await on
        .as(who)
        .send('motions.export', { clientId: freshId(), id: motion.id, version, as: 'json' });
      return answer.ok ? null : answer.error.code;
    };
    const closed = ['tenant', 'gridWorker', 'propertyManager'] as const;
    const may = [
      'secretary',
      'administrator',
      'streetOfficer',
      'zhao',
      'wang',
      'heYonggui',
      'liuFang',
    ] as const;
    for (const who of may) expect([who, await outcome(who, 'full')]).toEqual([who, null]);
    for (const who of closed) expect([who, await outcome(who, 'full')]).toEqual([who, 'RECORDS_CLOSED']);
    for (const who of [...may, ...closed]) {
      expect([who, await outcome(who, 'public')]).toEqual([who, null]);
      const { can } = await on.as(who).call('motions.seal', { id: motion.id });
      expect([who, can.full]).toEqual([who, await outcome(who, 'full')]);
    }
    for (const version of ['public', 'full'] as const)
      expect(await outcome('feng', version)).toBe('NOT_FOUND');
  });

  it('[SEAL-6] each fetching of the full one is in the audit log, once, also where no file came of it', async () => {
    const clientId = freshId();
    const ask = () =>
      on.as('zhou').send('motions.export', { clientId, id: motion.id, version: 'full', as: 'json' });
    const looks = async () => {
      const all = await documentsOf<AuditEntry>(cloud.cloud, 'audit');
      return all.filter(
        ({ action, actorId }) => action === 'motions.export' && actorId === yard.people.zhou.personId,
      );
    };
    cloud.cloud.faults.on({ action: 'storage.putObject', then: 'fail' });
    expect(await ask()).toMatchObject({ ok: false });
    cloud.cloud.faults.reset();
    expect(await looks()).toHaveLength(1);
    const [first, second] = [await ask(), await ask()];
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ data: first.ok ? first.data : null });
    expect(await looks()).toMatchObject([
      { subject: { kind: 'motion', id: motion.id }, facts: { version: 'full' } },
    ]);
    await exported('zhou', { version: 'public', as: 'json' });
    expect(await looks()).toHaveLength(1);
  });

  it('[SEAL-7] are the same bytes each time, for everybody; the full one under a name for each person', async () => {
    const asked = { version: 'full', as: 'json' } as const;
    const [mine, theirs] = [await exported('wang', asked), await exported('secretary', asked)];
    expect(mine.fileId).not.toBe(theirs.fileId);
    const [one, two] = [await storedFile(cloud, mine.fileId), await storedFile(cloud, theirs.fileId)];
    expect(one.equals(two)).toBe(true);
    expect(mine).toMatchObject({ size: one.length, name: `计票封存-完整版-${motion.id.slice(0, 8)}.json` });
    const open = { version: 'public', as: 'csv' } as const;
    expect((await exported('wang', open)).fileId).toBe((await exported('tenant', open)).fileId);
    expect(mine.fileId).toMatch(/\/bundles\/[0-9a-f]{64}\.json$/);
  });

  it('[SEAL-5] the public one holds no choice, area, channel or salt of a ballot; both say what they cannot show', async () => {
    const { weightsSalt } =
      (await documentsOf<CountSealDocument>(cloud.cloud, 'count_seals')).find(
        ({ _id }) => _id === motion.id,
      ) ?? {};
    const full = (await verifiedBundle(cloud, as('wang'), motion.id, 'full')).bundle;
    const opened =
      full?.leaves.flatMap((leaf) => (leaf.opened ? [leaf.opened.salt, leaf.opened.weightSalt] : [])) ?? [];
    expect(opened).toHaveLength(6);
    const secrets = [
      ...opened,
      weightsSalt ?? 'no salt',
      ...(full?.roll?.silent.map(({ voter }) => voter) ?? []),
    ];
    for (const format of ['json', 'csv'] as const) {
      const text = (await fetched('tenant', { version: 'public', as: format })).toString();
      for (const secret of secrets) expect(text).not.toContain(secret);
      expect(text).not.toMatch(/phone|paper|door/);
      expect(text.match(/yes|abstain/g)).toHaveLength(2);
      expect(text).toContain('不能核对：每一票投的什么、面积多少');
      expect((await fetched('wang', { version: 'full', as: format })).toString()).toContain('请不要转发');
    }
  });
});

describe('the own ballot among the sealed ones', () => {
  it('[SEAL-11] [BAL-13] is shown to who cast it and to nobody else, by one part and no more', async () => {
    const entryId = await on.voterOf('wang', motion.id);
    const { leaf, seal } = await on.as('wang').call('motions.inclusion', { motionId: motion.id, entryId });
    const receipt = receiptIn(signed.changed ?? '');
    expect(leaf).toMatchObject({
      voter: receipt.voter,
      commitment: receipt.commitment,
      revision: 2,
      origin: 'receipt',
    });
    expect(seal.ballots).toBe(3);
    expect(Object.keys(leaf ?? {}).sort()).toEqual([
      'commitment',
      'index',
      'origin',
      'path',
      'revision',
      'voter',
      'weight',
    ]);
    for (const who of ['secretary', 'administrator', 'zhou', 'tenant', 'feng'] as const) {
      const answer = on.as(who).call('motions.inclusion', { motionId: motion.id, entryId });
      await expect(answer).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

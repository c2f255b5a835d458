import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import { idOf } from '../../cloudfunctions/kernel/ids';
import type { RollEntryDocument } from '../../cloudfunctions/modules/motions/documents';
import { canonicalRoll } from '../../cloudfunctions/modules/motions/rules/roll-text';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud, TEST_NOW } from '../support/local-cloud';
import { DAY, type Detail, type Draft, HOUR, motionCallsOf, ownersPoll } from '../support/motions';
import { freshId, letterboxCodes, smallCommunity, type SmallCommunity } from '../support/persons';
import { until } from '../support/until';
import { inboxOf } from '../support/inbox';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

const code = (expected: string) => ({ code: expected });

describe('changing a draft', () => {
  const edit = (
    { id, revision }: Pick<Detail, 'id' | 'revision'>,
    changes: Partial<Draft>,
    by: 'secretary' | 'gridWorker' | 'otherSecretary' = 'secretary',
  ) => on.as(by).call('motions.edit', { clientId: freshId(), id, revision, ...ownersPoll(changes) });

  it('[MOT-8] writes it anew, with the rule that now applies', async () => {
    const draft = await on.draft('secretary', ownersPoll());
    const edited = await edit(draft, { title: '筹集维修资金', subject: 'repair-fund-raise' });
    expect(edited).toMatchObject({
      id: draft.id,
      title: '筹集维修资金',
      rule: { id: 'owners-special' },
      revision: 2,
    });
    await expect(edit(draft, { title: '再改' })).rejects.toMatchObject(code('STALE'));
    await expect(edit(edited, {}, 'gridWorker')).rejects.toMatchObject(code('NOT_ALLOWED'));
    await expect(edit(edited, {}, 'otherSecretary')).rejects.toMatchObject(code('NOT_FOUND'));
  });

  it('[MOT-5] changes nothing once it is announced', async () => {
    const motion = await on.announced('secretary', ownersPoll());
    expect(motion.can.edit).toBe('MOTION_STAGE');
    await expect(edit(motion, { title: '换个问题' })).rejects.toMatchObject(code('MOTION_STAGE'));
    expect((await on.detail('wang', motion.id)).title).toBe(ownersPoll().title);
  });
});

describe('cancelling', () => {
  const cancel = (
    { id, revision }: Pick<Detail, 'id' | 'revision'>,
    reason = '材料不全',
    by: 'secretary' | 'wang' = 'secretary',
  ) => on.as(by).call('motions.cancel', { clientId: freshId(), id, revision, reason });

  it('[MOT-5] ends a draft, and an announced motion before its first ballot, with the reason', async () => {
    const draft = await on.draft('secretary', ownersPoll());
    expect((await cancel(draft)).phase).toBe('cancelled');
    const later = ownersPoll({
      window: { opensAt: cloud.cloud.clock.now() + DAY, closesAt: TEST_NOW + 10 * DAY },
    });
    const announced = await on.announced('secretary', later);
    await expect(cancel(announced, '材料不全', 'wang')).rejects.toMatchObject(code('NOT_ALLOWED'));
    const cancelled = await cancel(announced);
    expect(cancelled).toMatchObject({ phase: 'cancelled', cancelled: { reason: '材料不全' }, figures: null });
    expect(cancelled.can).toMatchObject({
      vote: 'NOT_ON_ROLL',
      cancel: 'MOTION_STAGE',
      announce: 'MOTION_STAGE',
    });
    await expect(on.cast('wang', announced.id, 'yes')).rejects.toMatchObject(code('MOTION_STAGE'));
  });

  it('[MOT-5] is refused once ballots can be cast', async () => {
    const motion = await on.announced('secretary', ownersPoll());
    await expect(cancel(motion)).rejects.toMatchObject(code('MOTION_STAGE'));
  });

  const opening = (opensAt: number) =>
    on.announced('secretary', ownersPoll({ window: { opensAt, closesAt: opensAt + DAY } }));

  it('[MOT-10] is possible until a minute before it opens', async () => {
    const opensAt = cloud.cloud.clock.now() + HOUR;
    const [early, late] = [await opening(opensAt), await opening(opensAt)];
    await cloud.advance(HOUR - 60_000);
    expect((await cancel(early)).phase).toBe('cancelled');
    await cloud.advance(1);
    expect((await on.detail('secretary', late.id)).can.cancel).toBe('VOTE_STARTING');
    await expect(cancel(late)).rejects.toMatchObject(code('VOTE_STARTING'));
  });

  it('[MOT-10] loses no ballot, also where the call takes longer than it was early', async () => {
    const motion = await opening(cloud.cloud.clock.now() + HOUR);
    const entryId = await on.voterOf('wang', motion.id);
    await cloud.advance(HOUR - 60_000);
    const held = cloud.cloud.faults.on({ action: 'openapi.security.msgSecCheck', then: { delay: 20_000 } });
    const cancelling = cancel(motion).catch((error: unknown) => error);
    await until(() => held.hits === 1);
    await cloud.advance(60_000);
    const ballot = { clientId: freshId(), motionId: motion.id, entryId, choice: 'yes' as const, replaces: 0 };
    expect((await on.as('wang').call('motions.castBallot', ballot)).applied).toBe(true);
    cloud.cloud.faults.reset();
    expect(await cancelling).toMatchObject(code('MOTION_STAGE'));
    expect((await on.detail('wang', motion.id)).phase).toBe('open');
  });

  it('[MEET-10] gives the matter back to be collected', async () => {
    const proposalId = await on.shared('wang', '1栋装充电桩');
    const window = { opensAt: cloud.cloud.clock.now() + DAY, closesAt: TEST_NOW + 10 * DAY };
    const motion = await on.announced('secretary', ownersPoll({ proposalId, window }));
    const stage = async () => (await on.as('wang').call('proposals.detail', { id: proposalId })).stage;
    expect(await stage()).toBe('voting');
    await cancel(motion);
    expect(await stage()).toBe('collecting');
  });
});

describe('announcing', () => {
  const entriesOf = async (motion: Detail) => {
    const rollId = idOf('roll', motion.id, motion.roll?.hash ?? '');
    const all = await documentsOf<RollEntryDocument>(cloud.cloud, 'roll_entries');
    return all.filter((entry) => entry.rollId === rollId);
  };
  const hashOf = (entries: RollEntryDocument[]) =>
    createHash('sha256').update(canonicalRoll(entries)).digest('hex');

  it('[ROLL-12] freezes one version of the roll, whose hash can be computed again from what is stored', async () => {
    const motion = await on.announced('secretary', ownersPoll());
    expect(motion).toMatchObject({ phase: 'open', roll: { heads: 22, frozenAt: cloud.cloud.clock.now() } });
    const entries = await entriesOf(motion);
    expect(entries).toHaveLength(22);
    expect(hashOf(entries)).toBe(motion.roll?.hash);
    expect(entries.reduce((sum, { area }) => sum + area, 0)).toBe(motion.roll?.area);
  });

  it('[ROLL-1] [ROLL-4] [ROLL-6] counts two homes of one owner once, the developer once, and no parking space', async () => {
    const motion = await on.announced('secretary', ownersPoll());
    const { mine } = await on.detail('wang', motion.id);
    expect(mine).toMatchObject([{ label: '幸福里1栋1单元102 等2套', homesTotal: 2, area: 10230 + 8950 }]);
    const developer = await on.detail('developer', motion.id);
    expect(developer.mine).toMatchObject([{ label: '开发商 3套', area: 7645 + 8950 + 9901, may: null }]);
    const parking = (await entriesOf(motion)).filter(({ homeIds }) => homeIds.includes(yard.homes.parking));
    expect(parking).toEqual([]);
  });

  it('[ROLL-12] keeps its roll when a home is sold afterwards: the seller votes, the buyer does not', async () => {
    const before = await on.announced('secretary', ownersPoll());
    const home = { placeId: 'xingfuli-2-1', label: '幸福里2栋1单元101', use: 'home' as const, area: 8950 };
    const owners = [{ key: 'xu', name: '许诺' }];
    const row = {
      ...home,
      areaBasis: 'land-register' as const,
      holding: 'owner' as const,
      owners,
      residents: [],
    };
    await on.as('administrator').call('members.recordHomes', { clientId: freshId(), homes: [row] });
    const homeId = yard.homes['2-1-101'];
    const codes = await letterboxCodes(cloud, yard.people.secretary.openid, [homeId]);
    const claim = { clientId: freshId(), code: codes.get(homeId) ?? '', name: '许诺' };
    await on.as('newcomer').call('members.claimByCode', claim);
    expect((await on.detail('newcomer', before.id)).mine).toMatchObject([
      { may: 'NOT_ON_ROLL', ballot: null },
    ]);
    await expect(on.cast('newcomer', before.id, 'yes')).rejects.toMatchObject(code('NOT_ON_ROLL'));
    expect(hashOf(await entriesOf(before))).toBe(before.roll?.hash);
    const after = await on.announced('secretary', ownersPoll());
    expect(after.roll?.hash).not.toBe(before.roll?.hash);
    expect((await on.cast('newcomer', after.id, 'yes')).applied).toBe(true);
  });

  it('[IDM-4] is taken up again where it was broken off, with every voter once', async () => {
    const draft = await on.draft('secretary', ownersPoll());
    const input = { clientId: freshId(), id: draft.id, revision: draft.revision };
    const announce = () => on.as('secretary').call('motions.announce', input);
    cloud.cloud.faults.on({
      action: 'database.insertDocument',
      collection: 'roll_entries',
      then: 'fail-after',
    });
    await expect(announce()).rejects.toMatchObject(code('INTERNAL'));
    expect((await on.detail('secretary', draft.id)).phase).toBe('draft');
    cloud.cloud.faults.on({ action: 'database.commitTransaction', then: 'fail-after' });
    await announce().catch(() => undefined);
    cloud.cloud.faults.reset();
    const motion = await announce();
    expect(motion).toMatchObject({ phase: 'open', revision: 2 });
    expect(await entriesOf(motion)).toHaveLength(22);
  });

  it('[IDM-5] announces once when two offices announce at the same time', async () => {
    const draft = await on.draft('secretary', ownersPoll());
    const answers = await Promise.allSettled([on.announce('secretary', draft), on.announce('zhao', draft)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer as unknown] : []));
    expect(refusals).toMatchObject([{ reason: code('MOTION_STAGE') }]);
    const motion = await on.detail('wang', draft.id);
    expect(await entriesOf(motion)).toHaveLength(motion.roll?.heads ?? 0);
  });

  it('[AUD-1] [MSG-1] leaves one audit entry and one message for the place; the matter is being voted on', async () => {
    const proposalId = await on.shared('wang', '屋顶漏水要修');
    const motion = await on.announced('secretary', ownersPoll({ proposalId, title: '修屋顶' }));
    const audit = await documentsOf<AuditEntry>(cloud.cloud, 'audit');
    const entries = audit.filter((entry) => entry.subject.id === motion.id);
    expect(entries.map(({ action }) => action).sort()).toEqual(['motions.announce', 'motions.draft']);
    const inbox = await inboxOf(cloud, yard.people.wang.openid);
    expect(inbox.filter(({ title }) => title === '表决通知：修屋顶')).toHaveLength(1);
    const proposal = await on.as('wang').call('proposals.detail', { id: proposalId });
    expect(proposal.stage).toBe('voting');
    expect(proposal.timeline.map(({ kind }) => kind)).toContain('vote-announced');
  });

  it('[SEC-12] is refused by who may not, for an old revision, or for a time that is over, and changes nothing', async () => {
    const draft = await on.draft('secretary', ownersPoll());
    await expect(on.announce('gridWorker', draft)).rejects.toMatchObject(code('NOT_ALLOWED'));
    await expect(on.announce('residentsCommittee', draft)).rejects.toMatchObject(code('CONVENER_WRONG'));
    await expect(on.announce('otherSecretary', draft)).rejects.toMatchObject(code('NOT_FOUND'));
    await expect(on.announce('secretary', { ...draft, revision: 9 })).rejects.toMatchObject(code('STALE'));
    const now = cloud.cloud.clock.now();
    const short = await on.draft('secretary', ownersPoll({ window: { opensAt: now, closesAt: now + HOUR } }));
    await cloud.advance(HOUR);
    await expect(on.announce('secretary', short)).rejects.toMatchObject(code('TIME_IN_PAST'));
    expect((await on.detail('secretary', draft.id)).phase).toBe('draft');
    expect((await on.detail('secretary', short.id)).phase).toBe('draft');
  });
});

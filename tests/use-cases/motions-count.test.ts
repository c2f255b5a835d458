import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, type Detail, HOUR, motionCallsOf, ownersPoll } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;

const code = (expected: string) => ({ code: expected });
const now = () => cloud.cloud.clock.now();

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

const open = (changes = {}) =>
  on.announced('secretary', ownersPoll({ window: { opensAt: now(), closesAt: now() + DAY }, ...changes }));

describe('another closing time', () => {
  const change = (
    { id, revision }: Detail,
    closesAt: number,
    by: 'secretary' | 'zhao' | 'wang' = 'secretary',
  ) =>
    on
      .as(by)
      .call('motions.changeClosing', { clientId: freshId(), id, revision, closesAt, reason: '还有人没回来' });

  it('[CLK-4] [EXT-4] is announced at least a minute ahead of the old and of the new one, and later only before it opens', async () => {
    const window = { opensAt: now() + HOUR, closesAt: now() + DAY };
    const motion = await on.announced('secretary', ownersPoll({ window }));
    const later = await change(motion, motion.closesAt + DAY);
    expect(later).toMatchObject({ closesAt: motion.closesAt + DAY, revision: motion.revision + 1 });
    expect(later.closingChanges).toEqual([
      { at: now(), from: motion.closesAt, to: motion.closesAt + DAY, reason: '还有人没回来' },
    ]);
    await cloud.advance(HOUR);
    await expect(change(later, later.closesAt + 1)).rejects.toMatchObject(code('EXTENSION_NOT_ANNOUNCED'));
    const earlier = await change(later, now() + 60_000, 'zhao');
    expect(earlier.closesAt).toBe(now() + 60_000);
    await expect(change(earlier, now() + 59_999)).rejects.toMatchObject(code('CLOSING_TOO_SOON'));
    await cloud.advance(1);
    await expect(change(earlier, now() + DAY)).rejects.toMatchObject(code('CLOSING_TOO_SOON'));
  });

  it('[CLK-4] leaves a ballot that it did not meet: checked against the old time, counted by the new', async () => {
    const motion = await open();
    const earlier = await change(motion, now() + HOUR);
    await on.cast('wang', motion.id, 'yes');
    await cloud.advance(HOUR + 1);
    await expect(on.cast('zhou', motion.id, 'yes')).rejects.toMatchObject(code('BALLOT_CLOSED'));
    await on.count(earlier);
    expect((await on.detail('wang', motion.id)).verdict?.part.heads).toBe(1);
  });

  it('[CLK-4] is refused by who may not, for an old revision, too long, too early, or after the closing', async () => {
    const window = { opensAt: now() + HOUR, closesAt: now() + DAY };
    const motion = await on.announced('secretary', ownersPoll({ window }));
    await expect(change(motion, now() + 2 * DAY, 'wang')).rejects.toMatchObject(code('NOT_ALLOWED'));
    await expect(change({ ...motion, revision: 1 }, now() + 2 * DAY)).rejects.toMatchObject(code('STALE'));
    await expect(change(motion, now() + 61 * DAY)).rejects.toMatchObject(code('WINDOW_WRONG'));
    await expect(change(motion, motion.opensAt)).rejects.toMatchObject(code('WINDOW_WRONG'));
    await cloud.advance(DAY + 1);
    await expect(change(motion, now() + 2 * DAY)).rejects.toMatchObject(code('MOTION_STAGE'));
    const draft = await on.draft(
      'secretary',
      ownersPoll({ window: { opensAt: now(), closesAt: now() + DAY } }),
    );
    await expect(change(draft, now() + 2 * DAY)).rejects.toMatchObject(code('MOTION_STAGE'));
  });
});

describe('the count', () => {
  const timer = () => cloud.cloud.fireTimer('timer');

  it('[CLK-3] begins forty seconds after the closing, never before', async () => {
    const motion = await open();
    await cloud.advance(DAY + 39_999);
    await timer();
    expect((await on.detail('wang', motion.id)).phase).toBe('counting');
    await cloud.advance(1);
    await timer();
    expect(await on.detail('wang', motion.id)).toMatchObject({ phase: 'counted', countedAt: now() });
  });

  it('[RES-1] fixes every figure, every line and the article; 0 of 0 never passes [DEC-1]', async () => {
    const motion = await open();
    await on.cast('wang', motion.id, 'yes');
    await on.cast('zhou', motion.id, 'no');
    await on.cast('zhao', motion.id, 'abstain');
    await on.count(motion);
    const tally = await on
      .as('feng')
      .call('motions.tally', { id: motion.id })
      .catch((error: unknown) => error);
    expect(tally).toMatchObject(code('NOT_FOUND'));
    const seen = await on.as('tenant').call('motions.tally', { id: motion.id });
    expect(seen).toMatchObject({
      outcomeWords: '预表决参加的人不够',
      all: { heads: 22, area: motion.roll?.area },
      cast: [
        { label: '同意', heads: 1, area: 19180 },
        { label: '反对', heads: 1, area: 8950 },
        { label: '弃权', heads: 1, area: 7645 },
      ],
      notVoted: { heads: 19 },
      presentByPhone: null,
      rollHash: motion.roll?.hash,
      verdict: { rule: 'owners-ordinary', outcome: 'no-quorum', part: { heads: 3, area: 35775 } },
    });
    expect(
      seen.verdict.lines.map(({ kind, numerator, denominator, article }) => [
        kind,
        numerator,
        denominator,
        article,
      ]),
    ).toEqual([
      ['turnout', 3, 22, '《民法典》第二百七十八条'],
      ['turnout', 35775, motion.roll?.area, '《民法典》第二百七十八条'],
      ['approval', 1, 3, '《民法典》第二百七十八条'],
      ['approval', 19180, 35775, '《民法典》第二百七十八条'],
    ]);
    const empty = await open();
    await on.count(empty);
    expect((await on.detail('wang', empty.id)).verdict?.lines.every(({ met }) => !met)).toBe(true);
  });

  it('[RES-2] is made once, however often the timer comes or an answer is lost', async () => {
    const motion = await open();
    await on.cast('wang', motion.id, 'yes');
    cloud.cloud.faults.on({ action: 'database.commitTransaction', then: 'fail-after' });
    await on.count(motion);
    cloud.cloud.faults.reset();
    await timer();
    const fixed = await on.detail('wang', motion.id);
    await cloud.advance(HOUR);
    await timer();
    expect(await on.detail('wang', motion.id)).toMatchObject({
      countedAt: fixed.countedAt,
      verdict: fixed.verdict,
      revision: fixed.revision,
    });
    const audit = await documentsOf<AuditEntry>(cloud.cloud, 'audit');
    const counted = audit.filter(
      ({ action, subject }) => action === 'timer.motions.count' && subject.id === motion.id,
    );
    expect(counted).toHaveLength(1);
  });

  it('[RES-9] sends a matter that did not pass where it says so, and tells the secretary', async () => {
    const proposalId = await on.shared('wang', '给单元门换锁');
    const motion = await open({ proposalId, title: '换单元门锁' });
    await on.cast('wang', motion.id, 'yes');
    await on.count(motion);
    await timer();
    const proposal = await on.as('wang').call('proposals.detail', { id: proposalId });
    expect(proposal.stage).toBe('rejected');
    const line = proposal.timeline.find(({ kind }) => kind === 'counted');
    expect(line).toMatchObject({
      title: '预表决参加的人不够：换单元门锁',
      detail: '同意1户、反对0户、弃权0户',
    });
    const { items } = await on.as('secretary').call('messages.list', {});
    expect(items.map(({ title }) => title)).toContain('预表决参加的人不够：换单元门锁');
  });
});

describe('the list of motions', () => {
  it('[BAL-6] shows the caller how many voters are theirs and have a ballot, newest closing first, page by page', async () => {
    const made: Detail[] = [];
    for (let n = 0; n < 22; n += 1) made.push(await open({ title: `第${n}件` }));
    await on.cast('wang', made[0]?.id ?? '', 'yes');
    const page = await on.as('wang').call('motions.list', { placeId: 'xingfuli', phase: 'running' });
    expect(page.items).toHaveLength(20);
    const rest = await on
      .as('wang')
      .call('motions.list', { placeId: 'xingfuli', phase: 'running', cursor: page.next });
    const all = [...page.items, ...rest.items];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(made.every(({ id }) => all.some((item) => item.id === id))).toBe(true);
    expect(all.find(({ id }) => id === made[0]?.id)).toMatchObject({
      mine: { voters: 1, cast: 1 },
      phase: 'open',
    });
    expect(all.find(({ id }) => id === made[1]?.id)?.mine).toEqual({ voters: 1, cast: 0 });
    const tenant = await on.as('tenant').call('motions.list', { placeId: 'xingfuli', phase: 'running' });
    expect(tenant.items[0]?.mine).toEqual({ voters: 0, cast: 0 });
    const drafts = on.as('wang').call('motions.list', { placeId: 'xingfuli', phase: 'draft' });
    await expect(drafts).rejects.toMatchObject(code('NOT_ALLOWED'));
  });
});

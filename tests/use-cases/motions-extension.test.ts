import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import { documentsOf } from '../support/documents';
import { inboxOf } from '../support/inbox';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import {
  DAY,
  type Detail,
  type Draft,
  HOUR,
  motionCallsOf,
  noticedMeeting,
  ownersPoll,
} from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

const MINUTE = 60_000;

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof motionCallsOf>;
let homes: number;

const now = () => cloud.cloud.clock.now();
const timer = () => cloud.cloud.fireTimer('timer');
const till = (instant: number) => cloud.advance(instant - now());
const fields = (expected: Record<string, unknown>) => ({
  failure: { code: 'INVALID_INPUT', fields: expected },
});

/** A vote of the homes, open now for a day, that asks for two of them to take part. */
const asked = (changes: Partial<Draft> = {}): Draft =>
  ownersPoll({
    window: { opensAt: now(), closesAt: now() + DAY },
    ...{ body: 'yard', subject: 'yard-matter', base: 'cast', interim: 'hidden' },
    turnout: { num: 2, den: homes, strict: false },
    extension: { days: 3 },
    ...changes,
  });
const open = (changes: Partial<Draft> = {}) => on.announced('secretary', asked(changes));

async function audited({ id }: Detail): Promise<Record<string, unknown>[]> {
  const entries = await documentsOf<AuditEntry>(cloud.cloud, 'audit');
  return entries.flatMap(({ action, subject, facts }) =>
    action === 'timer.motions.extend' && subject.id === id ? [facts] : [],
  );
}

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  on = motionCallsOf(cloud, yard);
  const blank = ownersPoll({ body: 'yard', subject: 'yard-matter', base: 'cast' });
  homes = (await on.announced('secretary', blank)).roll?.heads ?? 0;
});
afterAll(() => cloud.close());

describe('the closing of a vote that announced its extension', () => {
  it('[EXT-2] [EXT-3] is put off once where one too few took part, and everybody hears that, without figures', async () => {
    const motion = await open({ title: '差一户的表决' });
    expect(motion.extensionWords).toBe('截止前几分钟，参加的人还不够规定人数的话，自动延长3天，只延长一次');
    await on.cast('wang', motion.id, 'yes');
    await till(motion.closesAt - 11 * MINUTE);
    await timer();
    expect((await on.detail('wang', motion.id)).closesAt).toBe(motion.closesAt);
    // The timer was away for some minutes.
    await till(motion.closesAt - MINUTE);
    await timer();
    const longer = await on.detail('zhou', motion.id);
    expect(longer).toMatchObject({
      closesAt: motion.closesAt + 3 * DAY,
      extensionWords: '已经按公布时的约定延长3天，不会再延长',
      closingChanges: [{ at: now(), from: motion.closesAt, to: motion.closesAt + 3 * DAY }],
    });
    const told = (await inboxOf(cloud, yard.people.zhou.openid)).find(({ title }) =>
      title.startsWith('投票时间延长'),
    );
    expect(told).toMatchObject({ title: '投票时间延长：差一户的表决' });
    expect(told?.body).toMatch(/^公布时约定的延长条件成立，改到.*截止。还没有投票的，请抓紧参加。$/);
    await till(longer.closesAt - 5 * MINUTE);
    await timer();
    await timer();
    expect((await on.detail('zhou', motion.id)).closesAt).toBe(longer.closesAt);
    expect(await audited(motion)).toEqual([{ longer: true, from: motion.closesAt, to: longer.closesAt }]);
    await on.count(longer);
    expect((await on.detail('zhou', motion.id)).verdict?.outcome).toBe('no-quorum');
  });

  it('[EXT-2] stands where exactly enough took part, decided for good; the closing second counts', async () => {
    const motion = await open();
    await on.cast('wang', motion.id, 'yes');
    await on.cast('zhou', motion.id, 'no');
    await till(motion.closesAt - 10 * MINUTE);
    await timer();
    await timer();
    expect(await audited(motion)).toEqual([{ longer: false }]);
    await till(motion.closesAt);
    expect((await on.cast('zhao', motion.id, 'yes')).applied).toBe(true);
    const kept = await on.detail('wang', motion.id);
    expect(kept).toMatchObject({ closesAt: motion.closesAt, closingChanges: [] });
    expect(kept.extensionWords).toBe('公布时约定的延长条件没有成立，按原定时间截止');
    await on.count(motion);
    expect((await on.detail('wang', motion.id)).verdict?.part.heads).toBe(3);
  });

  it('[EXT-2] stands where the timer missed the time for it, and the page says so', async () => {
    const motion = await open();
    await till(motion.closesAt - MINUTE + 1);
    await timer();
    expect(await on.detail('wang', motion.id)).toMatchObject({
      closesAt: motion.closesAt,
      extensionWords: '公布时约定的延长条件没有成立，按原定时间截止',
    });
    expect(await audited(motion)).toEqual([]);
  });

  it('[EXT-2] is put off by the next run where the first one broke off', async () => {
    const motion = await open();
    await till(motion.closesAt - 9 * MINUTE);
    const fault = cloud.cloud.faults.on({ action: 'database.commitTransaction', nth: 1, then: 'fail' });
    await timer();
    expect(fault.hits).toBe(1);
    cloud.cloud.faults.reset();
    expect((await on.detail('wang', motion.id)).closesAt).toBe(motion.closesAt);
    await cloud.advance(MINUTE);
    await timer();
    expect((await on.detail('wang', motion.id)).closesAt).toBe(motion.closesAt + 3 * DAY);
    expect(await audited(motion)).toHaveLength(1);
  });

  it('[EXT-3] [PAP-2] takes the settling of papers along', async () => {
    const motion = await open({ paper: { precedence: 'first', settleMinutes: 60 } });
    await till(motion.closesAt - 2 * MINUTE);
    await timer();
    const longer = await on.detail('wang', motion.id);
    expect(longer.paper?.settlesAt).toBe(motion.closesAt + 3 * DAY + HOUR);
    expect(longer.resultAt).toBe(motion.closesAt + 3 * DAY + HOUR + 40_000);
  });
});

describe('an extension', () => {
  it('[EXT-4] is nobody’s to give: by hand an open vote ends earlier only', async () => {
    const { id, revision, closesAt } = await open();
    const change = (to: number) =>
      on.as('secretary').call('motions.changeClosing', {
        clientId: freshId(),
        id,
        revision,
        closesAt: to,
        reason: '人没到齐',
      });
    await expect(change(closesAt + 1)).rejects.toMatchObject({ code: 'EXTENSION_NOT_ANNOUNCED' });
    expect((await change(closesAt - HOUR)).closesAt).toBe(closesAt - HOUR);
  });

  it('[EXT-1] is refused where nothing asks for a taking part, or where those in the yard are counted', async () => {
    const nobody = { extension: '这次表决不要求多少人参加，不用约定延长' };
    await expect(on.draft('secretary', asked({ turnout: null }))).rejects.toMatchObject(fields(nobody));
    await expect(on.draft('secretary', asked({ worth: 'opinion' }))).rejects.toMatchObject(fields(nobody));
    const planned = {
      body: 'residents-assembly',
      placeId: 'lantian',
      convener: 'residents-committee',
    } as const;
    const meeting = await noticedMeeting(cloud, yard.people.secretary.openid, {
      ...planned,
      membership: 'households',
      inDays: 12,
    });
    const draft = asked({
      ...{
        body: 'residents-assembly',
        placeId: meeting.placeId,
        meetingId: meeting.id,
        agendaItemId: 'item',
      },
      ...{ membership: 'households', subject: 'community-matter', base: null, turnout: null, window: null },
    });
    await expect(on.draft('secretary', draft)).rejects.toMatchObject(
      fields({ extension: '会上表决看的是到会的人，散会以后不能延长' }),
    );
  });

  it('[EXT-5] keeps with its days within the longest window', async () => {
    const days = (n: number) => asked({ window: { opensAt: now(), closesAt: now() + n * DAY } });
    await expect(on.draft('secretary', days(58))).rejects.toMatchObject({ code: 'WINDOW_WRONG' });
    expect((await on.draft('secretary', days(57))).terms.extension).toEqual({ days: 3 });
  });
});

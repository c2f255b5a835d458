import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../support/documents';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { DAY, type Detail, HOUR, motionCallsOf, noticedMeeting } from '../support/motions';
import { type PaperCalls, paperCallsOf } from '../support/papers';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let to: PaperCalls;
let on: ReturnType<typeof motionCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  to = await paperCallsOf(cloud, yard);
  on = to.on;
});
afterAll(() => cloud.close());

describe('the door list', () => {
  let motion: Detail;
  const look = (search?: string, clientId = freshId()) =>
    on.as('gridWorker').call('motions.doorList', { clientId, motionId: motion.id, search });
  const looks = async () =>
    (await documentsOf<{ action: string }>(cloud.cloud, 'audit')).filter(
      ({ action }) => action === 'motions.doorList',
    ).length;

  beforeAll(async () => {
    motion = await to.poll('latest');
    await on.cast('zhou', motion.id, 'yes');
    await to.taken(motion.id, await on.voterOf('zhao', motion.id), 'no', { channel: 'door' });
    await to.enter(motion.id, await on.voterOf('wang', motion.id), 'yes');
  });

  it('[PAP-12] has those without a ballot as people walk by, and says where a paper waits', async () => {
    const { items, next } = await look('1栋1单元');
    expect(items.map(({ label, paperWaits }) => [label.slice(3), paperWaits])).toEqual([
      ['1栋1单元102 等2套', true],
      ['1栋1单元202', false],
      ['1栋1单元301', false],
      ['1栋1单元302', false],
    ]);
    expect(items.find(({ label }) => label.endsWith('301'))?.people).toBe(2);
    expect(next).toBeNull();
  });

  it('[PAP-12] [BAL-13] tells nothing of how or when others voted', async () => {
    const { items } = await look();
    const keys = new Set(items.flatMap((row) => Object.keys(row)));
    expect([...keys].sort()).toEqual(['entryId', 'label', 'may', 'paperWaits', 'people']);
  });

  it('[PAP-12] [AUD-1] is looked at on record, once for each look however often it is sent', async () => {
    const before = await looks();
    const clientId = freshId();
    await look('2栋', clientId);
    await look('2栋', clientId);
    expect(await looks()).toBe(before + 1);
  });

  it('[PAP-12] is for officers of the place alone, while the vote is open', async () => {
    for (const [who, code] of [
      ['wang', 'NOT_ALLOWED'],
      ['propertyManager', 'NOT_ALLOWED'],
      ['otherSecretary', 'NOT_FOUND'],
    ] as const) {
      const input = { clientId: freshId(), motionId: motion.id };
      await expect(on.as(who).call('motions.doorList', input)).rejects.toMatchObject({ code });
    }
    const before = await looks();
    const later = await on.announced('secretary', {
      ...{
        title: '下月再投',
        text: '先公布',
        placeId: 'xingfuli',
        body: 'owners',
        subject: 'repair-fund-use',
      },
      ...{ worth: 'straw', window: { opensAt: to.now() + DAY, closesAt: to.now() + 9 * DAY } },
      paper: { precedence: 'first' },
    });
    const early = on.as('gridWorker').call('motions.doorList', { clientId: freshId(), motionId: later.id });
    await expect(early).rejects.toMatchObject({ code: 'BALLOT_NOT_OPEN' });
    expect(await looks()).toBe(before);
  });

  it('[PAP-12] [LIST-1] goes on where it was, also past somebody who has voted since', async () => {
    const { items } = await look();
    const third = items[2]?.entryId ?? '';
    await to.taken(motion.id, third, 'yes');
    const rest = await on.as('gridWorker').call('motions.doorList', {
      ...{ clientId: freshId(), motionId: motion.id, cursor: third },
    });
    expect(rest.items.map(({ entryId }) => entryId)).toEqual(items.slice(3).map(({ entryId }) => entryId));
  });

  it('[PAP-4] [BAL-13] a voter is found by the room, whether or not they voted', async () => {
    const found = await on
      .as('secretary')
      .call('motions.paperVoters', { motionId: motion.id, search: '1栋 1单元 101' });
    expect(found).toMatchObject({ items: [{ label: '幸福里1栋1单元101', may: null }], more: false });
    expect(Object.keys(found.items[0] ?? {}).sort()).toEqual(['entryId', 'label', 'may']);
  });
});

describe('a paper at an assembly', () => {
  const DELEGATES = ['wang', 'zhou', 'zhao', 'liuDeming'] as const;
  let motion: Detail;

  beforeAll(async () => {
    for (const who of DELEGATES) {
      await on.as('secretary').call('members.appoint', {
        ...{ clientId: freshId(), personId: yard.people[who].personId, office: 'residents-delegate' },
        ...{ placeId: 'lantian', fromAt: TEST_NOW - DAY, untilAt: TEST_NOW + 300 * DAY },
      });
    }
    const meeting = await noticedMeeting(cloud, yard.people.secretary.openid, {
      ...{ body: 'residents-delegates', placeId: 'lantian', convener: 'residents-committee', inDays: 11 },
    });
    motion = await on.announced('secretary', {
      ...{ title: '广场舞几点结束？', text: '大家商量一个时间。', placeId: 'lantian' },
      ...{ body: 'residents-delegates', subject: 'community-matter', worth: 'straw' },
      ...{ meetingId: meeting.id, agendaItemId: 'item' },
      window: { opensAt: meeting.startsAt, closesAt: meeting.endsAt + HOUR },
      paper: { precedence: 'first' },
    });
    await cloud.advance(meeting.startsAt - to.now());
    for (const who of ['wang', 'zhou', 'zhao'] as const) {
      await on.checkIn(who, meeting.id);
      await on.cast(who, motion.id, 'yes');
    }
  });

  it('[PAP-13] is not one from a visit', async () => {
    const entryId = await on.voterOf('liuDeming', motion.id);
    const entered = to.enter(motion.id, entryId, 'no', { channel: 'door' });
    await expect(entered).rejects.toMatchObject({ code: 'PAPER_NOT_AT_DOOR' });
  });

  it('[PAP-13] [ASM-8] makes its voter present, who checked in nowhere', async () => {
    await to.taken(motion.id, await on.voterOf('liuDeming', motion.id), 'no');
    // Shown figures may be three seconds old.
    await cloud.advance(4_000);
    const { figures } = await on.detail('wang', motion.id);
    expect(figures).toMatchObject({ present: 4, part: { heads: 4 } });
  });

  it('[PAP-13] [PAP-15] does not become one from a visit where it is entered anew', async () => {
    const entryId = await to.entryOf(motion.id, '胡建平');
    const photos = [to.photo, to.photo];
    const row = await to.enter(motion.id, entryId, 'no', { photos });
    const reject = { ...to.named(row), reason: '看不清' };
    await on.as('gridWorker').call('motions.rejectPaper', reject);
    const again = to.enter(motion.id, entryId, 'no', { photos, channel: 'door' });
    await expect(again).rejects.toMatchObject({ code: 'PAPER_NOT_AT_DOOR' });
  });

  it('[PAP-13] [ASM-14] is not taken once the door is closed', async () => {
    const committee = await to.entryOf(motion.id, '胡建平');
    await cloud.advance(2 * HOUR + 1);
    const entered = to.enter(motion.id, committee, 'yes');
    await expect(entered).rejects.toMatchObject({ code: 'CHECK_IN_CLOSED' });
  });

  it('[PAP-13] [ASM-2] counts for the quorum, unless it is set aside', async () => {
    await cloud.advance(motion.closesAt + 1 - to.now());
    await to.object('liuDeming', motion.id, await on.voterOf('liuDeming', motion.id));
    await on.count(motion);
    expect((await on.detail('wang', motion.id)).verdict).toMatchObject({
      outcome: 'no-quorum',
      part: { heads: 3 },
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { meetingCallsOf, ownersMeeting, yardMeeting } from '../support/meetings';
import { DAY, HOUR, motionCallsOf } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;
let calls: ReturnType<typeof meetingCallsOf>;

const refused = (code: string): unknown => expect.objectContaining({ code });

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  calls = meetingCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

describe('planning a meeting', () => {
  it('[MEET-1] is scheduled in the name of the body that the law names, and in no other', async () => {
    const meeting = await calls.schedule('secretary', ownersMeeting());
    expect(meeting).toMatchObject({ stage: 'draft', convener: 'owners-committee', bodyLabel: '业主大会' });
    await expect(calls.schedule('secretary', ownersMeeting({ convener: 'secretary' }))).rejects.toEqual(
      refused('CONVENER_WRONG'),
    );
  });

  it("[PATH-6] names the residents' committee for owners who have no committee of their own", async () => {
    const there = { placeId: 'liulin', convener: 'residents-committee' as const };
    expect((await calls.schedule('secretary', ownersMeeting(there))).convener).toBe('residents-committee');
    await expect(
      calls.schedule('secretary', ownersMeeting({ ...there, convener: 'owners-committee' })),
    ).rejects.toEqual(refused('CONVENER_WRONG'));
  });

  it('[MEET-2] shows the notice period, its article and the earliest day before anything is written', async () => {
    const ask = (meetingOn: string) =>
      calls.as('secretary').call('meetings.preview', { body: 'owners', placeId: 'xingfuli', meetingOn });
    expect(await ask('2026-03-17')).toMatchObject({
      days: 15,
      earliestOn: '2026-03-18',
      article: '《物业管理条例》第十四条',
      refusal: 'NOTICE_TOO_SHORT',
      specialCircumstances: false,
    });
    expect((await ask('2026-03-18')).refusal).toBeNull();
  });

  it('[MEET-2] refuses the notice of a meeting one day too early, and takes it on the first possible day', async () => {
    const startsAt = TEST_NOW + 15 * DAY;
    const early = await calls.schedule('secretary', ownersMeeting({ startsAt, endsAt: startsAt + HOUR }));
    await expect(calls.giveNotice('secretary', early)).rejects.toEqual(refused('NOTICE_TOO_SHORT'));
    expect((await calls.noticed(ownersMeeting())).stage).toBe('noticed');
  });

  it('[PATH-2] knows special circumstances for assemblies, with their reason, and not for owners', async () => {
    const soon = { startsAt: TEST_NOW + 2 * DAY, endsAt: TEST_NOW + 2 * DAY + HOUR };
    const owners = await calls.schedule('secretary', ownersMeeting(soon));
    await expect(calls.giveNotice('secretary', owners, '急事')).rejects.toEqual(
      refused('NO_SPECIAL_CIRCUMSTANCES'),
    );
    const assembly = ownersMeeting({
      ...soon,
      body: 'residents-assembly',
      membership: 'adults',
      convener: 'residents-committee',
      placeId: 'lantian',
    });
    const draft = await calls.schedule('secretary', assembly);
    await expect(calls.giveNotice('secretary', draft)).rejects.toEqual(refused('NOTICE_TOO_SHORT'));
    const meeting = await calls.giveNotice('secretary', draft, '汛期转移安置，须当天商定');
    expect(meeting.specialCircumstances).toBe('汛期转移安置，须当天商定');
  });

  it('[SEC-3] refuses times in the past, an end before the beginning and an empty agenda', async () => {
    const past = yardMeeting({ startsAt: TEST_NOW - HOUR });
    await expect(calls.schedule('secretary', past)).rejects.toEqual(refused('TIME_IN_PAST'));
    const turned = yardMeeting({ endsAt: TEST_NOW + HOUR });
    await expect(calls.schedule('secretary', turned)).rejects.toEqual(refused('MEETING_TIMES_WRONG'));
    const glance = yardMeeting({ endsAt: yardMeeting().startsAt + 59_999 });
    await expect(calls.schedule('secretary', glance)).rejects.toEqual(refused('MEETING_TIMES_WRONG'));
    const empty = await calls.schedule('secretary', yardMeeting({ agenda: [] }));
    await expect(calls.giveNotice('secretary', empty)).rejects.toEqual(refused('AGENDA_EMPTY'));
  });

  it('[MEM-6] lets nobody plan where their office does not reach', async () => {
    await expect(calls.schedule('wang', yardMeeting())).rejects.toEqual(refused('NOT_ALLOWED'));
    await expect(calls.schedule('otherSecretary', yardMeeting())).rejects.toEqual(refused('NOT_ALLOWED'));
    const building = yardMeeting({ placeId: 'xingfuli-1', convener: 'building-head' });
    expect((await calls.schedule('zhou', building)).placeName).toBe('1栋');
  });

  it('[IDM-1] makes one meeting of the same call sent twice at once', async () => {
    const input = { clientId: freshId(), ...yardMeeting() };
    const both = await Promise.all([
      calls.as('secretary').call('meetings.schedule', input),
      calls.as('secretary').call('meetings.schedule', input),
    ]);
    expect(both[0].id).toBe(both[1].id);
  });
});

describe('the agenda', () => {
  it('[MEET-3] keeps its order and locks when the notice goes out', async () => {
    const draft = await calls.schedule('secretary', yardMeeting());
    const edit = { ...yardMeeting(), clientId: freshId(), id: draft.id, revision: draft.revision };
    const turned = await calls.as('secretary').call('meetings.edit', {
      ...edit,
      agenda: [...edit.agenda].reverse(),
    });
    expect(turned.agenda.map((item) => item.id)).toEqual(['b', 'a']);
    const sent = await calls.giveNotice('secretary', turned);
    await expect(
      calls.as('secretary').call('meetings.edit', { ...edit, clientId: freshId(), revision: sent.revision }),
    ).rejects.toEqual(refused('AGENDA_LOCKED'));
  });

  it('[MEET-10] takes a proposal for one coming meeting at a time and frees it when that is cancelled', async () => {
    const proposalId = await motionCallsOf(cloud, yard).shared('wang', '东门空地改停车位');
    const plan = yardMeeting({ agenda: [{ id: 'a', title: '停车位', proposalId }] });
    const first = await calls.schedule('secretary', plan);
    await expect(calls.schedule('secretary', plan)).rejects.toEqual(refused('ON_AGENDA'));
    const cancel = { clientId: freshId(), id: first.id, revision: first.revision, reason: '改到下周' };
    await calls.as('secretary').call('meetings.cancel', cancel);
    expect((await calls.schedule('secretary', plan)).agenda[0]?.proposalId).toBe(proposalId);
    expect((await calls.as('wang').call('proposals.detail', { id: proposalId })).stage).toBe('to-meet');
  });

  it('[MEET-10] lets one of two meetings have a proposal when both ask at once', async () => {
    const proposalId = await motionCallsOf(cloud, yard).shared('zhou', '装充电桩');
    const plan = yardMeeting({ agenda: [{ id: 'a', title: '充电桩', proposalId }] });
    const outcomes = await Promise.allSettled([
      calls.schedule('secretary', plan),
      calls.schedule('zhao', plan),
    ]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('[PRO-2] takes only what was sorted as 共事', async () => {
    const { id } = await calls
      .as('wang')
      .call('proposals.submit', { clientId: freshId(), text: '还没分类的事' });
    const plan = yardMeeting({ agenda: [{ id: 'a', title: '没分类', proposalId: id }] });
    await expect(calls.schedule('secretary', plan)).rejects.toEqual(refused('PROPOSAL_NOT_SHARED'));
  });
});

describe('the notice', () => {
  it('[MEET-9] goes to the people of the place and to nobody else', async () => {
    await calls.noticed(yardMeeting({ title: '只有1栋的会', placeId: 'xingfuli-1' }));
    const title = '开会通知：只有1栋的会';
    expect(await calls.inbox('wang')).toContain(title);
    expect(await calls.inbox('developer')).not.toContain(title);
    expect(await calls.inbox('feng')).not.toContain(title);
  });

  it("[MEET-8] of an owners' meeting reaches the residents' committee at the same time", async () => {
    await calls.noticed(ownersMeeting({ title: '业主大会甲' }));
    expect(await calls.inbox('residentsCommittee')).toContain('开会通知：业主大会甲');
  });

  it('[MEET-6] is followed by one for each move, and a new day keeps the period anew', async () => {
    const meeting = await calls.noticed(ownersMeeting({ title: '要改期的会' }));
    const { id, revision } = meeting;
    const move = (startsAt: number) =>
      calls.as('secretary').call('meetings.move', {
        clientId: freshId(),
        id,
        revision,
        startsAt,
        endsAt: startsAt + HOUR,
        venue: '3栋前坝子',
        reason: '下大雨',
      });
    await calls.at(TEST_NOW + DAY, async () => {
      await expect(move(TEST_NOW + 15 * DAY)).rejects.toEqual(refused('NOTICE_TOO_SHORT'));
      const moved = await move(TEST_NOW + 17 * DAY);
      expect(moved.notices.map((notice) => notice.kind)).toEqual(['noticed', 'moved']);
      expect(moved.venue).toBe('3栋前坝子');
      expect(await calls.inbox('wang')).toContain('会议改期：要改期的会');
    });
  });

  it('[MEET-6] of a cancelled meeting tells everybody who was told, with the reason', async () => {
    const { id, revision } = await calls.noticed(yardMeeting({ title: '开不成的会' }));
    const cancel = { clientId: freshId(), id, revision, reason: '场地停电' };
    expect((await calls.as('secretary').call('meetings.cancel', cancel)).stage).toBe('cancelled');
    expect(await calls.inbox('zhou')).toContain('会议取消：开不成的会');
  });

  it('[SEC-11] hides drafts from neighbours, and everything from another community', async () => {
    const draft = await calls.schedule('secretary', yardMeeting());
    await expect(calls.as('wang').call('meetings.detail', { id: draft.id })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    const sent = await calls.giveNotice('secretary', draft);
    expect((await calls.as('wang').call('meetings.detail', { id: sent.id })).stage).toBe('noticed');
    await expect(calls.as('stranger').call('meetings.detail', { id: sent.id })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    const list = { placeId: 'xingfuli', when: 'coming' as const };
    await expect(calls.as('stranger').call('meetings.list', list)).rejects.toEqual(refused('NOT_FOUND'));
  });
});

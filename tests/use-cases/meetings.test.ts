import type { CallRequest } from '@contract/calls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, TEST_NOW, type TestCloud } from '../support/local-cloud';
import { DAY, HOUR, motionCallsOf } from '../support/motions';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let yard: SmallCommunity;

type PersonKey = keyof SmallCommunity['people'];
type Schedule = Omit<CallRequest<'meetings.schedule'>, 'clientId'>;

const as = (person: PersonKey) => cloud.as(yard.people[person].openid);
const refused = (code: string) => expect.objectContaining({ code });

/** An owners' meeting of 幸福里小区, sixteen days on: the first day that fifteen days of notice allow. */
function ownersMeeting(changes: Partial<Schedule> = {}): Schedule {
  return {
    title: '东门停车位业主大会',
    body: 'owners',
    placeId: 'xingfuli',
    convener: 'owners-committee',
    venue: '2栋前坝子',
    startsAt: TEST_NOW + 16 * DAY,
    endsAt: TEST_NOW + 16 * DAY + 2 * HOUR,
    agenda: [
      { id: 'a', title: '停车位' },
      { id: 'b', title: '充电桩' },
    ],
    ...changes,
  };
}

/** A yard meeting has no statute: it can be tomorrow. */
const yardMeeting = (changes: Partial<Schedule> = {}) =>
  ownersMeeting({
    body: 'yard',
    convener: 'secretary',
    startsAt: TEST_NOW + DAY,
    endsAt: TEST_NOW + DAY + 2 * HOUR,
    ...changes,
  });

const schedule = (by: PersonKey, plan: Schedule) =>
  as(by).call('meetings.schedule', { clientId: freshId(), ...plan });
const giveNotice = (
  by: PersonKey,
  meeting: { id: string; revision: number },
  specialCircumstances?: string,
) =>
  as(by).call('meetings.giveNotice', {
    clientId: freshId(),
    id: meeting.id,
    revision: meeting.revision,
    specialCircumstances,
  });
const noticed = async (plan: Schedule) => giveNotice('secretary', await schedule('secretary', plan));
const codeOf = async (id: string) => (await as('secretary').call('meetings.showCheckIn', { id })).code;
const checkIn = (by: PersonKey, id: string, code: string) =>
  as(by).call('meetings.checkIn', { clientId: freshId(), id, code });
const inbox = async (person: PersonKey) => {
  await cloud.cloud.fireTimer('timer');
  return (await as(person).call('messages.list', {})).items.map((message) => message.title);
};

/** Sets the clock for one test, and back. */
async function at<T>(now: number, body: () => Promise<T>): Promise<T> {
  cloud.cloud.clock.set(now);
  try {
    return await body();
  } finally {
    cloud.cloud.clock.set(TEST_NOW);
  }
}

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
});
afterAll(() => cloud.close());

describe('planning a meeting', () => {
  it('[MEET-1] is scheduled in the name of the body that the law names, and in no other', async () => {
    const meeting = await schedule('secretary', ownersMeeting());
    expect(meeting).toMatchObject({ stage: 'draft', convener: 'owners-committee', bodyLabel: '业主大会' });
    await expect(schedule('secretary', ownersMeeting({ convener: 'secretary' }))).rejects.toEqual(
      refused('CONVENER_WRONG'),
    );
  });

  it("[PATH-6] names the residents' committee for owners who have no committee of their own", async () => {
    const there = { placeId: 'liulin', convener: 'residents-committee' as const };
    expect((await schedule('secretary', ownersMeeting(there))).convener).toBe('residents-committee');
    await expect(
      schedule('secretary', ownersMeeting({ ...there, convener: 'owners-committee' })),
    ).rejects.toEqual(refused('CONVENER_WRONG'));
  });

  it('[MEET-2] shows the notice period, its article and the earliest day before anything is written', async () => {
    const ask = (meetingOn: string) =>
      as('secretary').call('meetings.preview', { body: 'owners', placeId: 'xingfuli', meetingOn });
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
    const early = await schedule('secretary', ownersMeeting({ startsAt, endsAt: startsAt + HOUR }));
    await expect(giveNotice('secretary', early)).rejects.toEqual(refused('NOTICE_TOO_SHORT'));
    expect((await noticed(ownersMeeting())).stage).toBe('noticed');
  });

  it('[PATH-2] knows special circumstances for assemblies, with their reason, and not for owners', async () => {
    const soon = { startsAt: TEST_NOW + 2 * DAY, endsAt: TEST_NOW + 2 * DAY + HOUR };
    const owners = await schedule('secretary', ownersMeeting(soon));
    await expect(giveNotice('secretary', owners, '急事')).rejects.toEqual(
      refused('NO_SPECIAL_CIRCUMSTANCES'),
    );
    const assembly = ownersMeeting({
      ...soon,
      body: 'residents-assembly',
      membership: 'adults',
      convener: 'residents-committee',
      placeId: 'lantian',
    });
    const draft = await schedule('secretary', assembly);
    await expect(giveNotice('secretary', draft)).rejects.toEqual(refused('NOTICE_TOO_SHORT'));
    const meeting = await giveNotice('secretary', draft, '汛期转移安置，须当天商定');
    expect(meeting.specialCircumstances).toBe('汛期转移安置，须当天商定');
  });

  it('[SEC-3] refuses times in the past, an end before the beginning and an empty agenda', async () => {
    const past = yardMeeting({ startsAt: TEST_NOW - HOUR });
    await expect(schedule('secretary', past)).rejects.toEqual(refused('TIME_IN_PAST'));
    const turned = yardMeeting({ endsAt: TEST_NOW + HOUR });
    await expect(schedule('secretary', turned)).rejects.toEqual(refused('MEETING_TIMES_WRONG'));
    const empty = await schedule('secretary', yardMeeting({ agenda: [] }));
    await expect(giveNotice('secretary', empty)).rejects.toEqual(refused('AGENDA_EMPTY'));
  });

  it('[MEM-6] lets nobody plan where their office does not reach', async () => {
    await expect(schedule('wang', yardMeeting())).rejects.toEqual(refused('NOT_ALLOWED'));
    await expect(schedule('otherSecretary', yardMeeting())).rejects.toEqual(refused('NOT_ALLOWED'));
    const building = yardMeeting({ placeId: 'xingfuli-1', convener: 'building-head' });
    expect((await schedule('zhou', building)).placeName).toBe('1栋');
  });

  it('[IDM-1] makes one meeting of the same call sent twice at once', async () => {
    const input = { clientId: freshId(), ...yardMeeting() };
    const both = await Promise.all([
      as('secretary').call('meetings.schedule', input),
      as('secretary').call('meetings.schedule', input),
    ]);
    expect(both[0].id).toBe(both[1].id);
  });
});

describe('the agenda', () => {
  it('[MEET-3] keeps its order and locks when the notice goes out', async () => {
    const draft = await schedule('secretary', yardMeeting());
    const edit = { ...yardMeeting(), clientId: freshId(), id: draft.id, revision: draft.revision };
    const turned = await as('secretary').call('meetings.edit', {
      ...edit,
      agenda: [...edit.agenda].reverse(),
    });
    expect(turned.agenda.map((item) => item.id)).toEqual(['b', 'a']);
    const sent = await giveNotice('secretary', turned);
    await expect(
      as('secretary').call('meetings.edit', { ...edit, clientId: freshId(), revision: sent.revision }),
    ).rejects.toEqual(refused('AGENDA_LOCKED'));
  });

  it('[MEET-10] takes a proposal for one coming meeting at a time and frees it when that is cancelled', async () => {
    const proposalId = await motionCallsOf(cloud, yard).shared('wang', '东门空地改停车位');
    const plan = yardMeeting({ agenda: [{ id: 'a', title: '停车位', proposalId }] });
    const first = await schedule('secretary', plan);
    await expect(schedule('secretary', plan)).rejects.toEqual(refused('ON_AGENDA'));
    const cancel = { clientId: freshId(), id: first.id, revision: first.revision, reason: '改到下周' };
    await as('secretary').call('meetings.cancel', cancel);
    expect((await schedule('secretary', plan)).agenda[0]?.proposalId).toBe(proposalId);
    expect((await as('wang').call('proposals.detail', { id: proposalId })).stage).toBe('to-meet');
  });

  it('[MEET-10] lets one of two meetings have a proposal when both ask at once', async () => {
    const proposalId = await motionCallsOf(cloud, yard).shared('zhou', '装充电桩');
    const plan = yardMeeting({ agenda: [{ id: 'a', title: '充电桩', proposalId }] });
    const outcomes = await Promise.allSettled([schedule('secretary', plan), schedule('zhao', plan)]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('[PRO-2] takes only what was sorted as 共事', async () => {
    const { id } = await as('wang').call('proposals.submit', { clientId: freshId(), text: '还没分类的事' });
    const plan = yardMeeting({ agenda: [{ id: 'a', title: '没分类', proposalId: id }] });
    await expect(schedule('secretary', plan)).rejects.toEqual(refused('PROPOSAL_NOT_SHARED'));
  });
});

describe('the notice', () => {
  it('[MEET-9] goes to the people of the place and to nobody else', async () => {
    await noticed(yardMeeting({ title: '只有1栋的会', placeId: 'xingfuli-1' }));
    const title = '开会通知：只有1栋的会';
    expect(await inbox('wang')).toContain(title);
    expect(await inbox('developer')).not.toContain(title);
    expect(await inbox('feng')).not.toContain(title);
  });

  it("[MEET-8] of an owners' meeting reaches the residents' committee at the same time", async () => {
    await noticed(ownersMeeting({ title: '业主大会甲' }));
    expect(await inbox('residentsCommittee')).toContain('开会通知：业主大会甲');
  });

  it('[MEET-6] is followed by one for each move, and a new day keeps the period anew', async () => {
    const meeting = await noticed(ownersMeeting({ title: '要改期的会' }));
    const { id, revision } = meeting;
    const move = (startsAt: number) =>
      as('secretary').call('meetings.move', {
        clientId: freshId(),
        id,
        revision,
        startsAt,
        endsAt: startsAt + HOUR,
        venue: '3栋前坝子',
        reason: '下大雨',
      });
    await at(TEST_NOW + DAY, async () => {
      await expect(move(TEST_NOW + 15 * DAY)).rejects.toEqual(refused('NOTICE_TOO_SHORT'));
      const moved = await move(TEST_NOW + 17 * DAY);
      expect(moved.notices.map((notice) => notice.kind)).toEqual(['noticed', 'moved']);
      expect(moved.venue).toBe('3栋前坝子');
      expect(await inbox('wang')).toContain('会议改期：要改期的会');
    });
  });

  it('[MEET-6] of a cancelled meeting tells everybody who was told, with the reason', async () => {
    const { id, revision } = await noticed(yardMeeting({ title: '开不成的会' }));
    const cancel = { clientId: freshId(), id, revision, reason: '场地停电' };
    expect((await as('secretary').call('meetings.cancel', cancel)).stage).toBe('cancelled');
    expect(await inbox('zhou')).toContain('会议取消：开不成的会');
  });

  it('[SEC-11] hides drafts from neighbours, and everything from another community', async () => {
    const draft = await schedule('secretary', yardMeeting());
    await expect(as('wang').call('meetings.detail', { id: draft.id })).rejects.toEqual(refused('NOT_FOUND'));
    const sent = await giveNotice('secretary', draft);
    expect((await as('wang').call('meetings.detail', { id: sent.id })).stage).toBe('noticed');
    await expect(as('stranger').call('meetings.detail', { id: sent.id })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    const list = { placeId: 'xingfuli', when: 'coming' as const };
    await expect(as('stranger').call('meetings.list', list)).rejects.toEqual(refused('NOT_FOUND'));
  });
});

describe('checking in', () => {
  it('[MEET-4] counts a person once, however often and however parallel the code is sent', async () => {
    const { id, startsAt } = await noticed(yardMeeting());
    const code = await codeOf(id);
    await at(startsAt, async () => {
      await Promise.all([checkIn('wang', id, code), checkIn('wang', id, code), checkIn('zhou', id, code)]);
      const meeting = await checkIn('wang', id, code);
      expect(meeting).toMatchObject({ attendance: 2, attendanceHomes: 3, checkedInAt: startsAt });
    });
  });

  it('[MEET-5] is refused with a wrong code, before the door opens, after the end and from elsewhere', async () => {
    const { id, startsAt, endsAt, checkInOpensAt } = await noticed(yardMeeting());
    const code = await codeOf(id);
    const wrong = code === '123456' ? '654321' : '123456';
    const from = (now: number, who: PersonKey, given: string) => at(now, () => checkIn(who, id, given));
    await expect(from(startsAt, 'wang', wrong)).rejects.toEqual(refused('CHECK_IN_CODE_WRONG'));
    await expect(from(checkInOpensAt - 1, 'wang', code)).rejects.toEqual(refused('CHECK_IN_CLOSED'));
    await expect(from(endsAt + 1, 'wang', code)).rejects.toEqual(refused('CHECK_IN_CLOSED'));
    await expect(from(startsAt, 'feng', code)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(from(startsAt, 'stranger', code)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(from(startsAt, 'secretary', code)).rejects.toEqual(refused('NOT_VERIFIED'));
    expect((await from(checkInOpensAt, 'wang', code)).attendance).toBe(1);
  });

  it('[SEC-9] shows the code to whoever prepares the meeting, as digits and as a picture, and to no neighbour', async () => {
    const { id } = await noticed(yardMeeting());
    const shown = await as('secretary').call('meetings.showCheckIn', { id });
    expect(shown.code).toMatch(/^\d{6}$/);
    expect(shown.qrFileId).toMatch(/^cloud:\/\/.+\.png$/);
    expect((await as('secretary').call('meetings.showCheckIn', { id })).qrFileId).toBe(shown.qrFileId);
    await expect(as('wang').call('meetings.showCheckIn', { id })).rejects.toEqual(refused('NOT_ALLOWED'));
    expect(JSON.stringify(await as('wang').call('meetings.detail', { id }))).not.toContain(shown.code);
  });
});

describe('the minutes', () => {
  it('[MEET-7] are written once the meeting has begun and read by everybody in its place', async () => {
    const meeting = await noticed(yardMeeting());
    const record = () =>
      as('secretary').call('meetings.recordMinutes', {
        clientId: freshId(),
        id: meeting.id,
        revision: meeting.revision,
        text: '到会十二人，议了两件事。',
        items: [{ itemId: 'a', text: '同意先划线' }],
      });
    await expect(record()).rejects.toEqual(refused('MEETING_STAGE'));
    await at(meeting.startsAt, record);
    const read = await as('wang').call('meetings.detail', { id: meeting.id });
    expect(read).toMatchObject({
      stage: 'held',
      minutes: { text: '到会十二人，议了两件事。', by: '陈秀兰' },
    });
  });

  it('[SEC-8] wait for a clear answer of the content check', async () => {
    const meeting = await noticed(yardMeeting());
    const record = (text: string) => {
      const { id, revision } = meeting;
      return as('secretary').call('meetings.recordMinutes', { clientId: freshId(), id, revision, text });
    };
    await at(meeting.startsAt, async () => {
      await expect(record('这句测试违规')).rejects.toEqual(refused('CONTENT_REFUSED'));
      const hung = cloud.cloud.faults.on({ action: 'openapi.security.msgSecCheck', then: 'fail' });
      await expect(record('说得好好的')).rejects.toEqual(refused('CONTENT_UNCHECKED'));
      hung.remove();
      expect((await record('说得好好的')).stage).toBe('held');
    });
  });

  it('[SEC-12] leave the meeting as it was when the revision is stale', async () => {
    const draft = await schedule('secretary', yardMeeting());
    await giveNotice('secretary', draft);
    await expect(giveNotice('secretary', draft)).rejects.toEqual(refused('MEETING_STAGE'));
    const cancel = { clientId: freshId(), id: draft.id, revision: draft.revision, reason: '不开了' };
    await expect(as('secretary').call('meetings.cancel', cancel)).rejects.toEqual(refused('STALE'));
    expect((await as('secretary').call('meetings.detail', { id: draft.id })).stage).toBe('noticed');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { meetingCallsOf, yardMeeting } from '../support/meetings';
import { motionCallsOf, type PersonKey } from '../support/motions';
import { freshId, smallCommunity } from '../support/persons';

let cloud: TestCloud;
let calls: ReturnType<typeof meetingCallsOf>;
let motions: ReturnType<typeof motionCallsOf>;

const refused = (code: string): unknown => expect.objectContaining({ code });

beforeAll(async () => {
  cloud = await startTestCloud();
  const yard = await smallCommunity(cloud);
  calls = meetingCallsOf(cloud, yard);
  motions = motionCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

describe('checking in', () => {
  it('[MEET-4] counts a person once, however often and however parallel the code is sent', async () => {
    const { id, startsAt } = await calls.noticed(yardMeeting());
    const code = await calls.codeOf(id);
    await calls.at(startsAt, async () => {
      await Promise.all([
        calls.checkIn('wang', id, code),
        calls.checkIn('wang', id, code),
        calls.checkIn('zhou', id, code),
      ]);
      const meeting = await calls.checkIn('wang', id, code);
      expect(meeting).toMatchObject({ attendance: 2, attendanceHomes: 3, checkedInAt: startsAt });
    });
  });

  it('[MEET-5] is refused with a wrong code, before the door opens, after the end and from elsewhere', async () => {
    const { id, startsAt, endsAt, checkInOpensAt } = await calls.noticed(yardMeeting());
    const code = await calls.codeOf(id);
    const wrong = code === '123456' ? '654321' : '123456';
    const from = (now: number, who: PersonKey, given: string) =>
      calls.at(now, () => calls.checkIn(who, id, given));
    await expect(from(startsAt, 'wang', wrong)).rejects.toEqual(refused('CHECK_IN_CODE_WRONG'));
    await expect(from(checkInOpensAt - 1, 'wang', code)).rejects.toEqual(refused('CHECK_IN_CLOSED'));
    await expect(from(endsAt + 1, 'wang', code)).rejects.toEqual(refused('CHECK_IN_CLOSED'));
    await expect(from(startsAt, 'feng', code)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(from(startsAt, 'stranger', code)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(from(startsAt, 'secretary', code)).rejects.toEqual(refused('NOT_VERIFIED'));
    expect((await from(checkInOpensAt, 'wang', code)).attendance).toBe(1);
  });

  it('[SEC-9] shows the code to whoever prepares the meeting, as digits and as a picture, and to no neighbour', async () => {
    const { id } = await calls.noticed(yardMeeting());
    const shown = await calls.as('secretary').call('meetings.showCheckIn', { id });
    expect(shown.code).toMatch(/^\d{6}$/);
    expect(shown.qrFileId).toMatch(/^cloud:\/\/.+\.png$/);
    expect((await calls.as('secretary').call('meetings.showCheckIn', { id })).qrFileId).toBe(shown.qrFileId);
    await expect(calls.as('wang').call('meetings.showCheckIn', { id })).rejects.toEqual(
      refused('NOT_ALLOWED'),
    );
    expect(JSON.stringify(await calls.as('wang').call('meetings.detail', { id }))).not.toContain(shown.code);
  });
});

describe('the minutes', () => {
  it('[MEET-7] are written after the announced end and read by everybody in its place', async () => {
    const meeting = await calls.noticed(yardMeeting());
    const record = () =>
      calls.as('secretary').call('meetings.recordMinutes', {
        clientId: freshId(),
        id: meeting.id,
        revision: meeting.revision,
        text: '到会十二人，议了两件事。',
        items: [{ itemId: 'a', text: '同意先划线' }],
      });
    await expect(record()).rejects.toEqual(refused('MEETING_STAGE'));
    await calls.at(meeting.endsAt + 1, record);
    const read = await calls.as('wang').call('meetings.detail', { id: meeting.id });
    expect(read).toMatchObject({
      stage: 'held',
      minutes: { text: '到会十二人，议了两件事。', by: '陈秀兰' },
    });
  });

  it('[MEET-12] set the matters of the agenda free for the next meeting, and the desk says so', async () => {
    const proposalId = await motions.shared('wang', '东门空地怎么用');
    const agenda = [{ id: 'a', title: '东门空地怎么用', proposalId }];
    const meeting = await calls.noticed(yardMeeting({ agenda }));
    const { id, revision } = meeting;
    const minutes = { clientId: freshId(), id, revision, text: '说了一晚上，下回再议。' };
    await calls.at(meeting.endsAt + 1, () => calls.as('secretary').call('meetings.recordMinutes', minutes));
    const matter = await calls.as('wang').call('proposals.detail', { id: proposalId });
    expect(matter).toMatchObject({ stage: 'collecting', meetingId: null });
    expect(matter.timeline.map(({ title }) => title)).toContain(`会议纪要：${meeting.title}`);
    const { groups } = await calls.as('secretary').call('overview.desk', {});
    const waiting = groups.find(({ task }) => task === 'schedule')?.items ?? [];
    expect(waiting.map((item) => item.id)).toContain(proposalId);
    const next = await calls.noticed(yardMeeting({ agenda }));
    expect((await calls.as('wang').call('proposals.detail', { id: proposalId })).meetingId).toBe(next.id);
  });

  it('[SEC-8] wait for a clear answer of the content check', async () => {
    const meeting = await calls.noticed(yardMeeting());
    const record = (text: string) => {
      const { id, revision } = meeting;
      return calls
        .as('secretary')
        .call('meetings.recordMinutes', { clientId: freshId(), id, revision, text });
    };
    await calls.at(meeting.endsAt + 1, async () => {
      await expect(record('这句测试违规')).rejects.toEqual(refused('CONTENT_REFUSED'));
      const hung = cloud.cloud.faults.on({ action: 'openapi.security.msgSecCheck', then: 'fail' });
      await expect(record('说得好好的')).rejects.toEqual(refused('CONTENT_UNCHECKED'));
      hung.remove();
      expect((await record('说得好好的')).stage).toBe('held');
    });
  });

  it('[SEC-12] leave the meeting as it was when the revision is stale', async () => {
    const draft = await calls.schedule('secretary', yardMeeting());
    await calls.giveNotice('secretary', draft);
    await expect(calls.giveNotice('secretary', draft)).rejects.toEqual(refused('MEETING_STAGE'));
    const cancel = { clientId: freshId(), id: draft.id, revision: draft.revision, reason: '不开了' };
    await expect(calls.as('secretary').call('meetings.cancel', cancel)).rejects.toEqual(refused('STALE'));
    expect((await calls.as('secretary').call('meetings.detail', { id: draft.id })).stage).toBe('noticed');
  });
});

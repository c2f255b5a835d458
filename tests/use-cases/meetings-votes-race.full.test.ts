import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { meetingVoteCallsOf, voteOn } from '../support/meeting-votes';
import { yardMeeting } from '../support/meetings';
import { DAY } from '../support/motions';
import { overlapping } from '../support/overlapping';
import { smallCommunity } from '../support/persons';

let cloud: TestCloud;
let calls: ReturnType<typeof meetingVoteCallsOf>;
let on: typeof calls.motions;

beforeAll(async () => {
  cloud = await startTestCloud();
  calls = meetingVoteCallsOf(cloud, await smallCommunity(cloud));
  on = calls.motions;
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

async function meetingWithDraft() {
  const meeting = await calls.meetings.noticed(yardMeeting());
  return { meeting, draft: await on.draft('secretary', voteOn(meeting)) };
}

describe('a vote that is announced while its meeting changes', () => {
  it('[MEET-11] [IDM-5] is found by the cancellation that comes second', async () => {
    const { meeting, draft } = await meetingWithDraft();
    const both = await overlapping(
      cloud,
      () => on.announce('secretary', draft),
      () => calls.cancel(meeting),
    );
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await calls.read(meeting.id)).toMatchObject({ stage: 'cancelled' });
    expect(await on.detail('secretary', draft.id)).toMatchObject({ phase: 'cancelled' });
  });

  it('[MEET-11] [IDM-5] finds the meeting cancelled when it comes second', async () => {
    const { meeting, draft } = await meetingWithDraft();
    const both = await overlapping(
      cloud,
      () => calls.cancel(meeting),
      () => on.announce('secretary', draft),
    );
    expect(both).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'MEETING_STAGE' } },
    ]);
    expect(await calls.read(meeting.id)).toMatchObject({ stage: 'cancelled' });
    expect(await on.detail('secretary', draft.id)).toMatchObject({ phase: 'draft' });
  });

  it.each(['announced', 'moved'])(
    '[MEET-11] [IDM-5] has the new times, also where it is %s first',
    async (first) => {
      const { meeting, draft } = await meetingWithDraft();
      const startsAt = meeting.startsAt + DAY;
      const announce = () => on.announce('secretary', draft);
      const move = () => calls.move(meeting, startsAt);
      const both =
        first === 'moved'
          ? await overlapping(cloud, move, announce)
          : await overlapping(cloud, announce, move);
      expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      expect(await calls.read(meeting.id)).toMatchObject({ startsAt });
      expect(await on.detail('secretary', draft.id)).toMatchObject({ phase: 'announced', opensAt: startsAt });
    },
  );
});

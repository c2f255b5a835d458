import type { CallOutput } from '@contract/calls';
import type { TestCloud } from './local-cloud';
import { meetingCallsOf, yardMeeting } from './meetings';
import { type Draft, HOUR, motionCallsOf, ownersPoll } from './motions';
import { freshId, type SmallCommunity } from './persons';

export type Meeting = CallOutput<'meetings.detail'>;

export const REASON = '下大雨';

/** A vote by homes on a meeting's first item, at the meeting's own times. */
export const voteOn = ({ id: meetingId }: Meeting, changes: Partial<Draft> = {}): Draft =>
  ownersPoll({
    title: '东门划停车位，您同意吗？',
    ...{ meetingId, agendaItemId: 'a', window: null },
    ...{ body: 'yard', subject: 'yard-matter', base: 'cast' },
    ...changes,
  });

/** The calls on yard meetings that vote, as their secretary makes them. */
export function meetingVoteCallsOf(cloud: TestCloud, yard: SmallCommunity) {
  const meetings = meetingCallsOf(cloud, yard);
  const motions = motionCallsOf(cloud, yard);
  const secretary = meetings.as('secretary');
  return {
    meetings,
    motions,
    cancel: ({ id, revision }: Meeting, clientId = freshId()) =>
      secretary.call('meetings.cancel', { clientId, id, revision, reason: REASON }),
    move({ id, revision, venue }: Meeting, startsAt: number, endsAt = startsAt + 2 * HOUR) {
      const move = { clientId: freshId(), id, revision, startsAt, endsAt, venue, reason: REASON };
      return secretary.call('meetings.move', move);
    },
    read: (id: string) => secretary.call('meetings.detail', { id }),
    async meetingWithVote(title: string, changes: Partial<Draft> = {}, plan = yardMeeting()) {
      const meeting = await meetings.noticed({ ...plan, title });
      return { meeting, vote: await motions.announced('secretary', voteOn(meeting, changes)) };
    },
  };
}

import type { TestCloud } from './local-cloud';
import type { meetingVoteCallsOf } from './meeting-votes';
import { yardMeeting } from './meetings';
import { DAY, HOUR, type PersonKey } from './motions';

/** A yard meeting with a vote on it that these came to; the first of them agreed. Its clock stands just after its end. */
export async function checkedInMeeting(
  { cloud }: TestCloud,
  on: ReturnType<typeof meetingVoteCallsOf>,
  present: readonly [PersonKey, ...PersonKey[]],
) {
  const startsAt = cloud.clock.now() + DAY;
  const plan = yardMeeting({ startsAt, endsAt: startsAt + 2 * HOUR });
  const { meeting, vote } = await on.meetingWithVote('车位议事会', {}, plan);
  const code = await on.meetings.codeOf(meeting.id);
  cloud.clock.set(startsAt);
  for (const person of present) await on.meetings.checkIn(person, meeting.id, code);
  await on.motions.cast(present[0], vote.id, 'yes');
  cloud.clock.set(meeting.endsAt + 1);
  return { meeting, vote };
}

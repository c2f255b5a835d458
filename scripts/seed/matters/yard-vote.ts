import type { Choice } from '../../../contract/decision';
import { characters } from '../community/characters';
import type { Person } from '../community/people';
import { Meeting } from '../steps/meeting';
import type { Proposal } from '../steps/proposal';
import { ballots, Vote } from '../steps/vote';
import type { Yard } from '../yard';

const MINUTE_MS = 60_000;

/** A matter that a yard meeting talks over and the homes vote on until the second evening after it. */
export interface YardVote {
  placeId: string;
  proposal: Proposal;
  /** Days from today. */
  meetingOn: number;
  title: string;
  venue: string;
  /** The item of the agenda. */
  topic: string;
  question: string;
  text: string;
  votes: Partial<Record<Choice, number>>;
  minutes: string;
}

/** How many of those who vote also came to the meeting: the rest vote from home. */
const CAME = 5;

function prepare(yard: Yard, plan: YardVote, meeting: Meeting, vote: Vote): () => Promise<void> {
  const { calendar } = yard;
  const { placeId, proposal, meetingOn, title, venue, topic, question, text } = plan;
  const { chen } = characters;
  const startsAt = calendar.at(meetingOn, '19:30');
  const closesAt = calendar.at(meetingOn + 2, '21:00');
  return async () => {
    const agenda = [{ id: 'topic', title: topic, proposalId: proposal.id }];
    const times = { startsAt, endsAt: calendar.at(meetingOn, '21:00') };
    await meeting.schedule(chen, {
      title,
      body: 'yard',
      placeId,
      convener: 'secretary',
      venue,
      ...times,
      agenda,
    });
    await meeting.giveNotice(chen);
    await vote.draft(chen, {
      ...{
        title: question,
        text,
        placeId,
        body: 'yard',
        subject: 'yard-matter',
        base: 'cast',
        worth: 'straw',
      },
      ...{ meetingId: meeting.detail.id, agendaItemId: 'topic', window: { opensAt: startsAt, closesAt } },
    });
    await vote.announce(chen);
  };
}

/** Tells of the notice three days before, the evening itself, the minutes, the ballots and the count. */
export function yardVote(yard: Yard, plan: YardVote): Vote {
  const { story, calendar, people } = yard;
  const { placeId, meetingOn, votes } = plan;
  const meeting = new Meeting(yard);
  const vote = new Vote(yard);
  const voters: Person[] = people.votersIn(placeId, meetingOn);
  const given = ballots(voters, votes);
  const half = Math.ceil(given.length / 2);
  story.on(calendar.at(meetingOn - 3, '10:20'), prepare(yard, plan, meeting, vote));
  story.on(calendar.at(meetingOn, '19:20'), () => meeting.checkIn(characters.chen, voters.slice(0, CAME)));
  story.on(calendar.at(meetingOn, '20:10'), () => vote.cast(given.slice(0, half)));
  story.on(calendar.at(meetingOn + 1, '09:40'), () => meeting.recordMinutes(characters.chen, plan.minutes));
  story.on(calendar.at(meetingOn + 1, '12:30'), () => vote.cast(given.slice(half)));
  yard.timerAt(calendar.at(meetingOn + 2, '21:00') + MINUTE_MS);
  return vote;
}

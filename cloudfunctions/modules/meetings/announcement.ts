import type { MessageIntent } from '@contract/messages';
import type { TimelineNote } from '@contract/timeline';
import type { Change } from '../../kernel/change';
import { chinaTime } from '../../kernel/wording';
import type { MotionDocument } from '../motions/documents';
import type { MeetingDocument } from './documents';
import { proposalsOn } from './rules';

export function meetingLink(id: string): string {
  return `/packages/meetings/detail/index?id=${id}`;
}

export interface Announcement {
  meeting: MeetingDocument;
  kind: 'noticed' | 'moved' | 'cancelled';
  title: string;
  body: string;
  /** Persons told besides the people of the place: the 居民委员会 of an owners' meeting (MEET-8). */
  alsoTo: string[];
  /** The votes that go with it: their timelines show it too (MEET-11). */
  votes?: readonly Pick<MotionDocument, '_id' | 'proposalId'>[];
}

/** The change that everybody in the meeting's place hears of, and the timelines of all that is on its agenda. */
export function announced({ meeting, kind, title, body, alsoTo, votes = [] }: Announcement): Change {
  const link = meetingLink(meeting._id);
  const message: Omit<MessageIntent, 'audience'> = { kind: 'meeting', title, body, link };
  const ofVotes = votes.map(({ _id, proposalId }) => proposalId ?? _id);
  const [matterId = null, ...otherMatterIds] = new Set([...proposalsOn(meeting.agenda), ...ofVotes]);
  // With the notice its matters are on the agenda for everybody to see; before it nobody heard of the meeting (MEET-15).
  const first = kind === 'noticed' ? `列入议程。${title}` : title;
  const timeline: TimelineNote = { kind, title: first, detail: body, photos: [], link };
  const toPlace: MessageIntent = { audience: { placeId: meeting.placeId }, ...message };
  const toOffices: MessageIntent[] = alsoTo.length > 0 ? [{ audience: { persons: alsoTo }, ...message }] : [];
  return {
    subject: { kind: 'meeting', id: meeting._id },
    path: meeting.path,
    matterId,
    otherMatterIds,
    timeline,
    facts: { startsAt: meeting.startsAt, motions: votes.map(({ _id }) => _id) },
    messages: [toPlace, ...toOffices],
  };
}

/** '3月18日 19:30，2栋前坝子' */
export function whenAndWhere(meeting: Pick<MeetingDocument, 'startsAt' | 'venue'>): string {
  return `${chinaTime(meeting.startsAt)}，${meeting.venue}`;
}

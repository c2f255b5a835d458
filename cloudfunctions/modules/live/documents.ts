import type { LiveEnd, LiveLine, LiveVote } from '@contract/live';
import type { Office } from '@contract/roles';
import type { MeetingDocument } from '../meetings/documents';

/** What the faces and the policies need of the meeting, so that a poll does not read it. */
export type LiveMeetingFacts = Pick<
  MeetingDocument,
  '_id' | 'title' | 'body' | 'placeId' | 'placeName' | 'path' | 'venue' | 'startsAt' | 'endsAt' | 'stage'
> & { noticedAt: number };

/** Figures that many change at once: added up every few seconds by whoever finds them old, never by each of them (LIVE-6). */
export interface LiveFigures {
  present: number;
  presentHomes: number;
  quorum: LiveLine[];
  waiting: number[];
  asOfAt: number;
  /** Whoever holds it adds up; the others show what is here. */
  leaseUntil: number;
}

export interface LiveVoteDocument extends LiveVote {
  /** The picture that opens it, in storage. */
  qrFileId: string | null;
}

/** Collection `live_meetings`; `_id` is the meeting's: the one state of a live meeting, without a person in it (LIVE-2). */
export interface LiveMeetingDocument {
  _id: string;
  /** One more each time that it is begun anew: asks and projectors of an earlier time are over. */
  run: number;
  version: number;
  changedAt: number;
  stage: 'running' | 'ended';
  endedBy: LiveEnd | null;
  /** When it ends by itself. */
  closesAt: number;
  meeting: LiveMeetingFacts;
  items: { id: string; title: string }[];
  itemId: string;
  /** `key` is made of meeting and person: it tells whether somebody leads, not who. */
  lead: { term: number; office: Office; key: string };
  speaker: { number: number; askId: string } | null;
  timer: { from: number; until: number } | null;
  vote: LiveVoteDocument | null;
  figures: LiveFigures;
  /** The highest number dealt; reserved before it is given, so that none is given twice. */
  lastNumber: number;
  pairing: { code: string; until: number } | null;
  /** Hashes of the projectors' secrets. */
  screens: string[];
  /** Set once asks and projectors of an ended meeting were removed. */
  cleared: boolean;
}

/** Collection `live_queue`; `_id` is made of meeting and person: a person asks once at a time (LIVE-3). */
export interface AskDocument {
  _id: string;
  meetingId: string;
  run: number;
  personId: string;
  /** Shown to who leads, to call somebody who does not see the number. */
  name: string;
  state: 'waiting' | 'speaking' | 'done' | 'withdrawn';
  askedAt: number;
  /** 0 until it is dealt; dealt in the order of asking. */
  number: number;
}

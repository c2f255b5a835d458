import type { ErrorCode } from '@contract/errors';
import type { AgendaItem, MeetingDocument } from './documents';

/** People come early: the door opens an hour before. */
const DOOR_OPENS_MS = 60 * 60 * 1000;
const LONGEST_MS = 12 * 60 * 60 * 1000;
/** A vote during the meeting is open for its length: no shorter than one that is announced (CLK-4). */
const SHORTEST_MS = 60 * 1000;

/** When checking in begins (MEET-5); it ends with the meeting. */
export function checkInOpensAt(meeting: Pick<MeetingDocument, 'startsAt'>): number {
  return meeting.startsAt - DOOR_OPENS_MS;
}

/** Why nobody can check in now, or null (MEET-5). */
export function checkInClosed(meeting: MeetingDocument, now: number): ErrorCode | null {
  if (meeting.stage !== 'noticed') return 'MEETING_STAGE';
  return now < checkInOpensAt(meeting) || now > meeting.endsAt ? 'CHECK_IN_CLOSED' : null;
}

/** A meeting lies in the future, lasts a minute at least and is over within half a day. */
export function timesRefusal(startsAt: number, endsAt: number, now: number): ErrorCode | null {
  if (startsAt <= now) return 'TIME_IN_PAST';
  const length = endsAt - startsAt;
  return length < SHORTEST_MS || length > LONGEST_MS ? 'MEETING_TIMES_WRONG' : null;
}

/** The proposals that an agenda is about, each once. */
export function proposalsOn(agenda: readonly AgendaItem[]): string[] {
  return [...new Set(agenda.flatMap((item) => (item.proposalId ? [item.proposalId] : [])))];
}

/** What a changed agenda takes up and what it sets free (MEET-10). */
export function agendaDifference(before: readonly AgendaItem[], after: readonly AgendaItem[]) {
  const old = proposalsOn(before);
  const present = proposalsOn(after);
  return {
    added: present.filter((id) => !old.includes(id)),
    released: old.filter((id) => !present.includes(id)),
  };
}

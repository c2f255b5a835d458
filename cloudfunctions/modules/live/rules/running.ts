import type { ErrorCode } from '@contract/errors';
import type { LiveEnd } from '@contract/live';
import type { MeetingDocument } from '../../meetings/documents';
import { checkInOpensAt } from '../../meetings/rules';
import type { LiveMeetingDocument } from '../documents';

/** A yard does not stop talking at the announced minute. */
const OVERRUN_MS = 4 * 60 * 60 * 1000;
export const CODE_MS = 5 * 60 * 1000;
export const SCREENS = 5;

/** When a live meeting ends by itself, where nobody ends it (LIVE-9). */
export function closesAt(meeting: Pick<MeetingDocument, 'endsAt'>): number {
  return meeting.endsAt + OVERRUN_MS;
}

/** Why it cannot be begun now, or null: from the opening of the door on (LIVE-1). */
export function windowRefusal(
  meeting: Pick<MeetingDocument, 'stage' | 'startsAt' | 'endsAt'>,
  now: number,
): ErrorCode | null {
  if (meeting.stage !== 'noticed') return 'MEETING_STAGE';
  return now < checkInOpensAt(meeting) || now > closesAt(meeting) ? 'LIVE_TOO_EARLY' : null;
}

/** Whether it runs at an instant: it ends by itself, also where no timer came by. */
export function isRunning(live: Pick<LiveMeetingDocument, 'stage' | 'closesAt'>, now: number): boolean {
  return live.stage === 'running' && now <= live.closesAt;
}

/** What has happened to the meeting meanwhile that ends its live state, or null (LIVE-9). */
export function endedByMeeting(
  live: Pick<LiveMeetingDocument, 'meeting' | 'closesAt'>,
  meeting: Pick<MeetingDocument, 'stage' | 'startsAt' | 'endsAt' | 'venue'> | null,
  now: number,
): LiveEnd | null {
  if (!meeting || meeting.stage === 'cancelled') return 'cancelled';
  if (meeting.stage === 'held') return 'held';
  // The door is open an hour before: until then another place or end may be told, and the faces would show the old one.
  const { startsAt, endsAt, venue } = live.meeting;
  if (meeting.startsAt !== startsAt || meeting.endsAt !== endsAt || meeting.venue !== venue) return 'moved';
  return now > live.closesAt ? 'time' : null;
}

/** What a timer becomes; null: none runs. Extending one that has run out begins anew from now (LIVE-5). */
export function timerAfter(
  before: LiveMeetingDocument['timer'],
  { act, seconds, now }: { act: 'start' | 'extend' | 'stop'; seconds: number; now: number },
): LiveMeetingDocument['timer'] {
  const ms = seconds * 1000;
  if (act === 'stop') return null;
  if (act === 'start' || !before) return { from: now, until: now + ms };
  return { from: before.from, until: Math.max(before.until, now) + ms };
}

/**
 * The state after a change: one version more, and a moment to be quick after.
 * @param now epoch ms
 */
export function changed(live: LiveMeetingDocument, now: number): LiveMeetingDocument {
  return { ...live, version: live.version + 1, changedAt: now };
}

/** The state once it is over: nothing counts down and nobody pairs any more. */
export function ended(live: LiveMeetingDocument, by: LiveEnd): LiveMeetingDocument {
  const over = { stage: 'ended', endedBy: by, speaker: null, timer: null, pairing: null } as const;
  return { ...live, ...over, figures: { ...live.figures, waiting: [] } };
}

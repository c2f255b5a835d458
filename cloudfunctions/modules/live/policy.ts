import type { ErrorCode } from '@contract/errors';
import type { Actor } from '../../kernel/person';
import type { MeetingDocument } from '../meetings/documents';
import { mayPlan } from '../meetings/policy';
import type { AskDocument, LiveMeetingDocument, LiveMeetingFacts } from './documents';
import { isRunning, windowRefusal } from './rules/running';

type Facts = MeetingDocument | LiveMeetingFacts;
type Place = { path: readonly string[] };

/** Whoever prepares meetings of the place begins one, on its day (LIVE-1). */
export function mayStart(
  actor: Actor,
  now: number,
  meeting: Facts,
  live: LiveMeetingDocument | null,
): ErrorCode | null {
  const denial = mayPlan(actor, now, meeting.path) ?? windowRefusal(meeting, now);
  if (denial) return denial;
  return live && isRunning(live, now) ? 'LIVE_RUNNING' : null;
}

/** One of them leads; the others look on, and can take over (LIVE-4). */
export function mayLead(
  actor: Actor,
  now: number,
  { path }: Place,
  live: LiveMeetingDocument | null,
  youLead: boolean,
): ErrorCode | null {
  const denial = mayPlan(actor, now, path);
  if (denial) return denial;
  if (!live || !isRunning(live, now)) return 'LIVE_NOT_RUNNING';
  return youLead ? null : 'LIVE_NOT_LEADING';
}

export function mayTakeOver(
  actor: Actor,
  now: number,
  meeting: Place,
  live: LiveMeetingDocument | null,
  youLead: boolean,
): ErrorCode | null {
  const denial = mayLead(actor, now, meeting, live, true);
  return denial ?? (youLead ? 'LIVE_LEADING' : null);
}

/** Who is there, and whom the meeting expects, asks to speak, once at a time (LIVE-3, MEET-4). */
export function mayAsk(
  now: number,
  live: LiveMeetingDocument | null,
  { expected, checkedIn }: { expected: boolean; checkedIn: boolean },
): ErrorCode | null {
  if (!live || !isRunning(live, now)) return 'LIVE_NOT_RUNNING';
  if (!expected) return 'NOT_IN_SCOPE';
  return checkedIn ? null : 'LIVE_CHECK_IN_FIRST';
}

/** The ask that stands in this run of the meeting, or null. */
export function standing(live: LiveMeetingDocument, ask: AskDocument | null): AskDocument | null {
  if (!ask || ask.run !== live.run) return null;
  return ask.state === 'waiting' || ask.state === 'speaking' ? ask : null;
}

/** Until the number is called. */
export function mayWithdraw(
  now: number,
  live: LiveMeetingDocument | null,
  ask: AskDocument | null,
): ErrorCode | null {
  if (!live || !isRunning(live, now)) return 'LIVE_NOT_RUNNING';
  const own = standing(live, ask);
  if (!own) return 'LIVE_NOT_ASKED';
  return own.state === 'speaking' ? 'LIVE_CALLED' : null;
}

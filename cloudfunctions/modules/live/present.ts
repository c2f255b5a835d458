import type { LiveView } from '@contract/live';
import type { Context } from '../../kernel/context';
import { idOf } from '../../kernel/ids';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import type { MeetingDocument } from '../meetings/documents';
import { isExpectedAt, requireSeen } from '../meetings/expected';
import { mayPlan } from '../meetings/policy';
import { attendances, meetings } from '../meetings/repository';
import { phaseOf } from '../motions/policy/phase';
import { motions } from '../motions/repository';
import type { LiveMeetingDocument, LiveMeetingFacts } from './documents';
import * as policy from './policy';
import { refreshed } from './refresh';
import { asks, lives } from './repository';
import { askAgainMs, BEFORE_MS, type Face, FRESH_MS, spreadOf } from './rules/cadence';
import { isRunning } from './rules/running';
import { deskView, leaderView, mineView, stateView } from './views';

type Facts = MeetingDocument | LiveMeetingFacts;

/** Tells whether somebody leads without saying who: the shared state has no person in it (LIVE-2). */
export function leadKey(meetingId: string, personId: string): string {
  return idOf('live-lead', meetingId, personId);
}

export function leads({ actor }: Context, live: LiveMeetingDocument | null): boolean {
  return live !== null && live.lead.key === leadKey(live._id, actor.personId);
}

/** Officers of the place are told sooner: any of them may have to take over. */
export function faceOf({ actor, now }: Context, path: readonly string[]): Face {
  return mayPlan(actor, now, path) === null ? 'staff' : 'resident';
}

/** When this caller should ask again; null once it is over. */
export function again(context: Context, live: LiveMeetingDocument, face: Face): number | null {
  if (!isRunning(live, context.now)) return null;
  return askAgainMs(face, context.now - live.changedAt, spreadOf(context.actor.personId));
}

async function deskOf(context: Context, live: LiveMeetingDocument | null): Promise<LiveView['desk']> {
  if (!live || policy.mayLead(context.actor, context.now, live.meeting, live, true) !== null) return null;
  const [queue, linked] = await Promise.all([asks.waiting(live), motions.ofMeeting(store, live._id)]);
  const shown = linked.filter(({ state }) => state !== 'draft' && state !== 'cancelled');
  const votes = shown.map((motion) => {
    const { _id: id, title, agendaItemId: itemId } = motion;
    return { id, title, itemId, phase: phaseOf(motion, context.now) };
  });
  return deskView(live, context.now, queue, votes);
}

/** What is kept of a meeting that is over live may be of yesterday: whether it can begin anew, the meeting itself says. */
function factsOf(context: Context, live: LiveMeetingDocument): Promise<Facts> | Facts {
  return isRunning(live, context.now) ? live.meeting : seenMeeting(context, live._id);
}

/** A meeting as this person sees it live, `live` being null before it began. */
export async function viewOf(
  context: Context,
  id: string,
  live: LiveMeetingDocument | null,
): Promise<LiveView> {
  const { actor, now } = context;
  const meeting = live ? await factsOf(context, live) : await seenMeeting(context, id);
  const [attendance, ask, desk, expected] = await Promise.all([
    attendances.ofPerson(store, meeting._id, actor.personId),
    asks.byId(store, asks.idOf(meeting._id, actor.personId)),
    deskOf(context, live),
    isExpectedAt(context, meeting),
  ]);
  const youLead = leads(context, live);
  const face = faceOf(context, meeting.path);
  return {
    meetingId: meeting._id,
    title: meeting.title,
    state: live && stateView(live, now),
    leader: live && leaderView(live, youLead),
    mine: mineView(live, ask, attendance !== null),
    desk,
    can: {
      start: policy.mayStart(actor, now, meeting, live),
      lead: policy.mayLead(actor, now, meeting, live, youLead),
      takeOver: policy.mayTakeOver(actor, now, meeting, live, youLead),
      ask: policy.mayAsk(now, live, { expected, checkedIn: attendance !== null }),
      withdraw: policy.mayWithdraw(now, live, ask),
    },
    askAgainMs: live ? again(context, live, face) : BEFORE_MS[face],
  };
}

/** The same after a command, whatever it changed. */
export async function presentLive(context: Context, id: string): Promise<LiveView> {
  const live = await lives.byId(store, id);
  return viewOf(context, id, live && (await refreshed(live, context.now, FRESH_MS.staff)));
}

/** The meeting, if the caller may see it. */
export async function seenMeeting(context: Context, id: string): Promise<MeetingDocument> {
  const meeting = found(await meetings.byId(store, id));
  await requireSeen(context, meeting);
  return meeting;
}

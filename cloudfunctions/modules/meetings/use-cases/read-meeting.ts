import type { CallInput, CallOutput } from '@contract/calls';
import type { MeetingDetail } from '@contract/meetings';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { belongsTo } from '../../../kernel/person';
import { found, Refusal } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { requireSeen } from '../expected';
import { mayPlan } from '../policy';
import { presentMeeting } from '../present';
import { attendances, meetings } from '../repository';
import { summaryView } from '../views';

// A meeting that has begun is still tonight's meeting.
const SHOWN_AFTER_START_MS = 4 * 60 * 60 * 1000;

export async function readMeeting(
  context: Context,
  input: CallInput<'meetings.detail'>,
): Promise<MeetingDetail> {
  const meeting = found(await meetings.byId(store, input.id));
  await requireSeen(context, meeting);
  return presentMeeting(context, meeting);
}

/** Meetings of a place: what is coming by date, or what was, latest first; drafts only for those who plan there. */
export async function listMeetings(
  context: Context,
  input: CallInput<'meetings.list'>,
): Promise<CallOutput<'meetings.list'>> {
  const { actor, now } = context;
  const place = found(await places.byId(store, input.placeId));
  if (!belongsTo(actor, now, place.path)) throw new Refusal('NOT_FOUND');
  const planner = mayPlan(actor, now, place.path) === null;
  const from = now - (input.when === 'coming' ? SHOWN_AFTER_START_MS : 0);
  const stages = planner
    ? (['draft', 'noticed', 'held', 'cancelled'] as const)
    : (['noticed', 'held', 'cancelled'] as const);
  const { when, cursor } = input;
  const { items: rows, next } = await meetings.inPlace(place._id, { when, from, stages }, cursor);
  const counts = await Promise.all(rows.map((row) => attendances.count(row._id)));
  return { items: rows.map((row, n) => summaryView(row, counts[n] ?? 0)), next };
}

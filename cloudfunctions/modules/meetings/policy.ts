import type { ErrorCode } from '@contract/errors';
import type { PlaceKind } from '@contract/places';
import type { LocalProfile } from '@contract/profile';
import type { Office } from '@contract/roles';
import { type Actor, belongsTo, holds, livesIn, officesNow } from '../../kernel/person';
import type { MotionDocument } from '../motions/documents';
import { meetingRefusal } from '../motions/policy/draft';
import { mayConvene } from '../motions/policy/office';
import { bodyPlaceRefusal } from '../motions/policy/place';
import { postponeRefusal } from '../motions/rules/clock';
import { seatOffices } from '../motions/rules/composition';
import type { MeetingDocument } from './documents';
import { checkInClosed } from './rules';

const PLANNERS: Office[] = [
  'secretary',
  'residents-committee',
  'villagers-committee',
  'owners-committee',
  'building-head',
];

/** Who prepares meetings of a place: an office that reaches it. */
export function mayPlan(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  return holds(actor, now, PLANNERS, path) ? null : 'NOT_ALLOWED';
}

/**
 * Drafts are the planners' own, also once cancelled; whatever was announced is for everybody in the place, and for whoever is expected
 * there by the roll of one of its votes (SEC-11, MEET-15, ROLL-18).
 */
export function maySee(
  actor: Actor,
  now: number,
  meeting: Pick<MeetingDocument, 'path' | 'noticedAt'>,
  expected = false,
): ErrorCode | null {
  if (mayPlan(actor, now, meeting.path) === null) return null;
  return meeting.noticedAt !== null && (expected || belongsTo(actor, now, meeting.path)) ? null : 'NOT_FOUND';
}

function planning(
  actor: Actor,
  now: number,
  meeting: MeetingDocument,
  ...stages: MeetingDocument['stage'][]
): ErrorCode | null {
  return mayPlan(actor, now, meeting.path) ?? (stages.includes(meeting.stage) ? null : 'MEETING_STAGE');
}

/** The agenda locks with the notice (MEET-3). */
export function mayEdit(actor: Actor, now: number, meeting: MeetingDocument): ErrorCode | null {
  return mayPlan(actor, now, meeting.path) ?? (meeting.stage === 'draft' ? null : 'AGENDA_LOCKED');
}

export function mayGiveNotice(actor: Actor, now: number, meeting: MeetingDocument): ErrorCode | null {
  const denial = planning(actor, now, meeting, 'draft');
  if (denial) return denial;
  if (meeting.agenda.length === 0) return 'AGENDA_EMPTY';
  return now < meeting.startsAt ? null : 'TIME_IN_PAST';
}

/** What is asked of a vote before its meeting is touched. */
export type Vote = Pick<MotionDocument, 'state' | 'opensAt' | 'closesAt'>;

/** The announced votes go with their meeting, as long as nobody can be about to cast in one of them (MEET-11). */
function votesDenial(now: number, votes: readonly Vote[]): ErrorCode | null {
  const denials = votes.map((vote) => (vote.state === 'announced' ? postponeRefusal(vote, now) : null));
  return denials.find((denial) => denial !== null) ?? null;
}

/** Before it begins; afterwards it took place or it did not, and the minutes say so. */
function beforeItBegins(now: number, meeting: MeetingDocument, votes: readonly Vote[]): ErrorCode | null {
  return now < meeting.startsAt ? votesDenial(now, votes) : 'MEETING_STAGE';
}

export function mayMove(
  actor: Actor,
  now: number,
  meeting: MeetingDocument,
  votes: readonly Vote[],
): ErrorCode | null {
  return planning(actor, now, meeting, 'noticed') ?? beforeItBegins(now, meeting, votes);
}

/** A draft at any time: also after its day it holds its matters until it is cancelled (MEET-14). */
export function mayCancel(
  actor: Actor,
  now: number,
  meeting: MeetingDocument,
  votes: readonly Vote[],
): ErrorCode | null {
  const denial = planning(actor, now, meeting, 'draft', 'noticed');
  return denial ?? (meeting.stage === 'draft' ? null : beforeItBegins(now, meeting, votes));
}

/** Until the end that was announced whoever comes late checks in and votes, also where it ended early (MEET-5, MEET-7). */
export function mayRecordMinutes(actor: Actor, now: number, meeting: MeetingDocument): ErrorCode | null {
  return planning(actor, now, meeting, 'noticed', 'held') ?? (now > meeting.endsAt ? null : 'MEETING_STAGE');
}

export function mayShowCheckIn(actor: Actor, now: number, meeting: MeetingDocument): ErrorCode | null {
  return planning(actor, now, meeting, 'noticed');
}

/** At the door, while neighbours check in; not where nobody was invited (ORG-3). */
export function mayReceiveGuests(actor: Actor, now: number, meeting: MeetingDocument): ErrorCode | null {
  const denial = planning(actor, now, meeting, 'noticed') ?? checkInClosed(meeting, now);
  return denial ?? ((meeting.guests ?? []).length > 0 ? null : 'NOT_FOUND');
}

/** What the law of the meeting's place says about votes of its body. */
export interface VotingLaw {
  placeKind: PlaceKind;
  profile: LocalProfile;
  conveners: readonly Office[];
}

/** Only what is on the agenda is put to the vote there (MOT-4), by whom and where the law lets that body vote (MOT-7, OWN-9). */
export function mayDraftMotion(
  actor: Actor,
  now: number,
  meeting: MeetingDocument,
  { placeKind, profile, conveners }: VotingLaw,
): ErrorCode | null {
  const { body, placeId, path, agenda } = meeting;
  return (
    mayConvene(actor, now, path, conveners) ??
    bodyPlaceRefusal(body, placeKind, profile) ??
    meetingRefusal(meeting, { body, placeId, agendaItemId: agenda[0]?.id ?? null }, profile)
  );
}

type Summoned = Pick<MeetingDocument, 'body' | 'placeId'>;

function hasSeat(actor: Actor, now: number, { body, placeId }: Summoned): boolean {
  const seats = seatOffices(body);
  if (!seats) return false;
  const offices: readonly Office[] = [seats.delegate, seats.committee];
  return officesNow(actor, now).some(
    ({ office, path }) => offices.includes(office) && path.includes(placeId),
  );
}

/** Who comes to a meeting: neighbours of the place, and to a delegates' meeting whoever has a seat there by office (MEET-4). */
export function isOfMeeting(actor: Actor, now: number, meeting: Summoned): boolean {
  return livesIn(actor, meeting.placeId) || hasSeat(actor, now, meeting);
}

/** Those, and whoever a vote of the meeting counts on, while the door is open (MEET-4, MEET-5, ASM-14). */
export function mayCheckIn(
  actor: Actor,
  now: number,
  meeting: MeetingDocument,
  expected = false,
): ErrorCode | null {
  if (expected || isOfMeeting(actor, now, meeting)) return checkInClosed(meeting, now);
  return !actor.person || actor.person.ties.length === 0 ? 'NOT_VERIFIED' : 'NOT_IN_SCOPE';
}

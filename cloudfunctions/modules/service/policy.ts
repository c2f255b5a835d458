import type { ErrorCode } from '@contract/errors';
import type { Actor } from '../../kernel/person';
import type { ShiftDocument } from '../shifts/documents';
import type { TeamDocument } from '../teams/documents';
import { mayLead } from '../teams/policy';
import type { RecordDocument } from './documents';
import { closesAt, DISPUTES_MAX, EARLIER_MAX, opensAt, statedUntil } from './rules/times';

type Record = RecordDocument | null;

const hasPlace = (shift: ShiftDocument, personId: string) =>
  shift.claims.some((one) => one.personId === personId && one.state === 'taken');

function inTime(shift: ShiftDocument, now: number): ErrorCode | null {
  if (now < opensAt(shift)) return 'SERVICE_EARLY';
  return now <= closesAt(shift) ? null : 'SERVICE_CLOSED';
}

/** By the code at the place (HOURS-1); sent again it changes nothing. */
export function mayCheckIn(
  actor: Actor,
  now: number,
  shift: ShiftDocument,
  record: Record,
): ErrorCode | null {
  if (record?.state === 'present') return null;
  if (record) return 'SERVICE_DONE';
  if (!hasPlace(shift, actor.personId)) return 'SHIFT_NOT_CLAIMED';
  if (shift.state === 'cancelled') return 'SHIFT_CANCELLED';
  return inTime(shift, now);
}

/** Also of a shift that was cancelled meanwhile: what was done was done. */
export function mayCheckOut(
  _actor: Actor,
  now: number,
  shift: ShiftDocument,
  record: Record,
): ErrorCode | null {
  if (!record) return 'SERVICE_NOT_IN';
  if (record.state !== 'present') return 'SERVICE_DONE';
  return inTime(shift, now);
}

/** Times in one's own words, for a leader to confirm (HOURS-3). */
export function mayState(actor: Actor, now: number, shift: ShiftDocument, record: Record): ErrorCode | null {
  if (!record && !hasPlace(shift, actor.personId)) return 'SHIFT_NOT_CLAIMED';
  if (record && record.state !== 'present' && record.state !== 'stated') return 'SERVICE_DONE';
  if (shift.state === 'cancelled' && !record) return 'SHIFT_CANCELLED';
  if (now < shift.startsAt) return 'SERVICE_EARLY';
  return now <= statedUntil(shift) ? null : 'SERVICE_CLOSED';
}

/** A leader or an office, never of themselves (HOURS-10). */
function leading(
  actor: Actor,
  now: number,
  { path }: Pick<RecordDocument, 'path'>,
  team: TeamDocument | null,
  personId: string,
): ErrorCode | null {
  return mayLead(actor, now, path, team) ?? (personId === actor.personId ? 'SERVICE_OWN' : null);
}

/** Enters, confirms and puts right what a person did (HOURS-3, HOURS-4). */
export function mayRecord(
  actor: Actor,
  now: number,
  shift: ShiftDocument,
  team: TeamDocument | null,
  personId: string,
  record: Record,
): ErrorCode | null {
  const denial = leading(actor, now, shift, team, personId);
  if (denial) return denial;
  if (!record && !hasPlace(shift, personId)) return 'SHIFT_NOT_CLAIMED';
  if (now < opensAt(shift)) return 'SERVICE_EARLY';
  return (record?.earlier.length ?? 0) < EARLIER_MAX ? null : 'SERVICE_FULL';
}

/** Whoever had a place and of whom nothing else is known, after the end (HOURS-6). */
export function mayNoShow(
  actor: Actor,
  now: number,
  shift: ShiftDocument,
  team: TeamDocument | null,
  personId: string,
  record: Record,
): ErrorCode | null {
  const denial = leading(actor, now, shift, team, personId);
  if (denial) return denial;
  if (record) return record.state === 'no-show' ? null : 'SERVICE_CAME';
  if (!hasPlace(shift, personId)) return 'SHIFT_NOT_CLAIMED';
  if (shift.state === 'cancelled') return 'SHIFT_CANCELLED';
  return now >= shift.endsAt ? null : 'SERVICE_NOT_OVER';
}

const openDispute = ({ disputes }: RecordDocument) => disputes.some(({ answer }) => answer === null);

/** Its own person, twice at most, one at a time (HOURS-5). */
export function mayDispute(actor: Actor, now: number, record: RecordDocument): ErrorCode | null {
  if (record.personId !== actor.personId) return 'NOT_FOUND';
  if (now < record.endsAt) return 'SERVICE_NOT_OVER';
  return openDispute(record) || record.disputes.length >= DISPUTES_MAX ? 'SERVICE_DISPUTED' : null;
}

export function mayAnswerDispute(
  actor: Actor,
  now: number,
  record: RecordDocument,
  team: TeamDocument | null,
): ErrorCode | null {
  const denial = leading(actor, now, record, team, record.personId);
  return denial ?? (openDispute(record) ? null : 'SERVICE_NO_DISPUTE');
}

/** Leaders, and whoever has a place: waiting is not being there (HOURS-9). */
export function mayReadLog(
  actor: Actor,
  now: number,
  shift: ShiftDocument,
  team: TeamDocument | null,
): ErrorCode | null {
  if (hasPlace(shift, actor.personId)) return null;
  return mayLead(actor, now, shift.path, team);
}

/** Whoever is checked in, and leaders, while the shift runs (HOURS-9). */
export function mayLog(
  actor: Actor,
  now: number,
  shift: ShiftDocument,
  team: TeamDocument | null,
  record: Record,
): ErrorCode | null {
  const there = record?.state === 'present' || mayLead(actor, now, shift.path, team) === null;
  return there ? inTime(shift, now) : 'SERVICE_NOT_IN';
}

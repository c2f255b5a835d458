import type { ErrorCode } from '@contract/errors';
import type { MinutesRecord } from '@contract/minutes';
import type { Actor } from '../../kernel/person';
import type { MeetingDocument } from '../meetings/documents';
import { mayPlan, mayRecordMinutes } from '../meetings/policy';
import type { CorrectionDocument, MinutesDocument } from './documents';

/** The minutes of one meeting, and what this person is to it. */
export interface Case {
  meeting: MeetingDocument;
  record: MinutesDocument | null;
  /** Whether the person had checked in. */
  attended: boolean;
  /** Whether the person signed the newest version as somebody who was there. */
  signed: boolean;
}

const newest = ({ record }: Case) => record?.versions.at(-1) ?? null;

/** While it goes on already: whoever writes along must not wait for the end (MIN-2). */
export function mayDraft(actor: Actor, now: number, meeting: MeetingDocument): ErrorCode | null {
  const denial = mayPlan(actor, now, meeting.path);
  if (denial) return denial;
  const held = meeting.stage === 'noticed' || meeting.stage === 'held';
  return held && now >= meeting.startsAt ? null : 'MEETING_STAGE';
}

/** Those who checked in, until the time that was announced is over (MIN-3). */
export function mayAsk(
  now: number,
  { record, attended }: Pick<Case, 'record' | 'attended'>,
): ErrorCode | null {
  if (!record?.correctionsUntil) return 'MINUTES_NOT_RELEASED';
  if (!attended) return 'MINUTES_ATTENDEES_ONLY';
  return record.state === 'released' && now <= record.correctionsUntil ? null : 'CORRECTIONS_OVER';
}

export function mayAnswer(
  actor: Actor,
  now: number,
  meeting: MeetingDocument,
  correction: Pick<CorrectionDocument, 'state'> | null,
): ErrorCode | null {
  const denial = mayPlan(actor, now, meeting.path);
  return denial ?? (correction?.state === 'open' ? null : 'CORRECTION_ANSWERED');
}

/** An office that plans meetings there, one for each version (MIN-7). */
export function maySignChair(actor: Actor, now: number, one: Case): ErrorCode | null {
  const version = newest(one);
  if (!version) return 'MINUTES_NOT_RELEASED';
  return mayPlan(actor, now, one.meeting.path) ?? (version.chair ? 'MINUTES_SIGNED' : null);
}

/** Whoever wrote this very version. */
export function maySignRecorder(actor: Actor, one: Case): ErrorCode | null {
  const version = newest(one);
  if (!version) return 'MINUTES_NOT_RELEASED';
  if (version.byId !== actor.personId) return 'NOT_RECORDER';
  return version.recorder ? 'MINUTES_SIGNED' : null;
}

export function maySignAttendee(one: Case): ErrorCode | null {
  if (!newest(one)) return 'MINUTES_NOT_RELEASED';
  if (!one.attended) return 'MINUTES_ATTENDEES_ONLY';
  return one.signed ? 'MINUTES_SIGNED' : null;
}

export function abilities(
  actor: Actor,
  now: number,
  one: Case,
  anyOpen: Pick<CorrectionDocument, 'state'> | null,
): MinutesRecord['can'] {
  return {
    draft: mayDraft(actor, now, one.meeting),
    release: mayRecordMinutes(actor, now, one.meeting),
    ask: mayAsk(now, one),
    answer: mayAnswer(actor, now, one.meeting, anyOpen),
    signChair: maySignChair(actor, now, one),
    signRecorder: maySignRecorder(actor, one),
    signAttendee: maySignAttendee(one),
  };
}

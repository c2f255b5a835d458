import type { ErrorCode } from '@contract/errors';
import { CONVENING_OFFICES } from '@contract/roles';
import { type Actor, belongsTo, holds } from '../../kernel/person';
import type { MotionDocument } from '../motions/documents';
import type { CharterDocument, CharterDraftDocument } from './documents';
import { needsFiling, subjectOf } from './rules';

/** Rules bind whoever belongs to the place: they read all versions (CHART-5). */
export function maySee(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  return belongsTo(actor, now, path) ? null : 'NOT_FOUND';
}

export function mayRecord(actor: Actor, now: number, path: readonly string[]): ErrorCode | null {
  return holds(actor, now, CONVENING_OFFICES, path) ? null : 'NOT_ALLOWED';
}

/** A version that has to be filed and is not yet. */
export function mayFile(
  actor: Actor,
  now: number,
  charter: CharterDocument,
  number?: number,
): ErrorCode | null {
  const denial = mayRecord(actor, now, charter.path);
  if (denial) return denial;
  if (!needsFiling(charter.kind)) return 'CHARTER_NOT_FILED_HERE';
  const version = charter.versions.at(number === undefined ? -1 : number - 1);
  if (!version) return 'NOT_FOUND';
  return version.filing ? 'CHARTER_FILED' : null;
}

type Voted = Pick<MotionDocument, 'subject' | 'placeId' | 'options'>;

/** A vote that can be about these rules at all: of their subject and their place, with yes and no (CHART-2). */
export function fitRefusal(motion: Voted, charter: CharterDocument): ErrorCode | null {
  const fits = motion.subject === subjectOf(charter.kind) && motion.placeId === charter.placeId;
  return fits && motion.options.length === 0 ? null : 'CHARTER_WRONG_FOR_MOTION';
}

/** What a motion's draft is checked against: nulls where something is gone. */
export interface DraftCase {
  charter: CharterDocument | null;
  draft: CharterDraftDocument | null;
}

/** Why a motion with a drafted change cannot be announced, or null: its base is what is in force (CHART-4). */
export function draftRefusal(motion: Voted, { charter, draft }: DraftCase): ErrorCode | null {
  if (!charter || !draft) return 'NOT_FOUND';
  return fitRefusal(motion, charter) ?? (draft.base === charter.versions.length ? null : 'CHARTER_CHANGED');
}

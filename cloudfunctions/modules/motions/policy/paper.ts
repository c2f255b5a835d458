import type { ErrorCode } from '@contract/errors';
import { PAPER_OFFICES } from '@contract/roles';
import { type Actor, belongsTo, holds, type PersonDocument } from '../../../kernel/person';
import type { MeetingDocument } from '../../meetings/documents';
import { checkInClosed } from '../../meetings/rules';
import type { MotionDocument, Paper, PaperDocument, RollEntryDocument } from '../documents';
import { rejectedUntil, settledAt } from '../rules/clock';
import { isSecret } from '../rules/secret';
import { ballotTime } from './office';
import { countsPresent } from './terms';
import { voterIn, voterRefusal } from './voter';

/** Whether the actor handles papers of this motion at all (PAP-1, PAP-3). */
export function mayHandlePapers(actor: Actor, now: number, motion: MotionDocument): ErrorCode | null {
  if (holds(actor, now, PAPER_OFFICES, motion.path)) {
    if (isSecret(motion)) return 'BALLOT_SECRET';
    return motion.paper ? null : 'PAPER_NOT_TAKEN';
  }
  return belongsTo(actor, now, motion.path) ? 'NOT_ALLOWED' : 'NOT_FOUND';
}

/** Whether papers can still be checked and objected to at this instant (PAP-2). */
export function settlingTime(motion: MotionDocument, at: number): ErrorCode | null {
  if (motion.state === 'counted') return 'PAPER_SETTLED';
  if (motion.state !== 'announced') return 'MOTION_STAGE';
  if (at < motion.opensAt) return 'BALLOT_NOT_OPEN';
  return at > settledAt(motion) ? 'PAPER_SETTLED' : null;
}

/** Whether the actor has anything to do on the page of a motion's papers now. */
export function mayOpenPapers(actor: Actor, now: number, motion: MotionDocument): ErrorCode | null {
  return mayHandlePapers(actor, now, motion) ?? settlingTime(motion, now);
}

/** Whether a voter is the person's own, or one of a home that they are tied to, in whatever relation (PAP-3). */
function isNear(motion: MotionDocument, person: PersonDocument, entry: RollEntryDocument): boolean {
  const voter = voterIn(motion, person);
  const tied = voter.ties.some(({ homeId }) => entry.homeIds.includes(homeId));
  return tied || voterRefusal(voter, entry) === null;
}

/** Whether the person may handle a paper of this voter: nobody does their own (PAP-3). */
export function ownPaperDenial(
  { person }: Actor,
  motion: MotionDocument,
  entry: RollEntryDocument,
): ErrorCode | null {
  return person && !isNear(motion, person, entry) ? null : 'PAPER_OWN';
}

/** Whether a voter's papers so far leave room for another one (PAP-4, PAP-8, PAP-10). */
function roomFor(motion: MotionDocument, before: PaperDocument | null): ErrorCode | null {
  if (before?.state === 'entered') return 'PAPER_WAITING';
  if (before?.state === 'objected') return 'PAPER_OBJECTED';
  return before?.state === 'confirmed' && motion.paper?.precedence === 'first' ? 'PAPER_STAGE' : null;
}

export interface Entering {
  motion: MotionDocument;
  entry: RollEntryDocument;
  before: PaperDocument | null;
  /** The motion's meeting, where it has one. */
  meeting: MeetingDocument | null;
  channel: 'paper' | 'door';
  photos: readonly string[];
}

/** Whether an officer's mistake may have ended it: two read it differently, or one sent it back (PAP-6, PAP-15). */
const canBeRighted = ({ state }: Pick<Paper, 'state'>) => state === 'differed' || state === 'rejected';

/**
 * What of a voter's papers may still be put right, the newest first: also behind another one that came to nothing meanwhile, else
 * whoever sends a paper back could end it for good by entering and taking back another. Not behind one that was checked.
 */
function rightable(before: PaperDocument): Paper[] {
  const all = [...before.earlier, before].reverse();
  const settled = all.findIndex(({ state }) => state === 'confirmed' || state === 'objected');
  return (settled < 0 ? all : all.slice(0, settled)).filter(canBeRighted);
}

/** Which paper an officer enters anew where nothing else is said; null: none. */
export const toRight = (paper: PaperDocument): Paper | null => rightable(paper)[0] ?? null;

/** Sorted: one that was given twice must not leave room for another. */
const samePhotos = (these: readonly string[], those: readonly string[]) =>
  [...these].sort().join('\n') === [...those].sort().join('\n');

/** Whether two of a voter's papers are one sheet, entered anew: a new one has a time of its own (PAP-6, PAP-15). */
export const sameSheet = (one: Paper, other: Paper): boolean =>
  one.registeredAt === other.registeredAt && samePhotos(one.photos, other.photos);

/**
 * When the same paper was registered before, with the same photos: entered anew because officers read it differently or sent it back,
 * it keeps its time, also after the closing: as if nothing had happened to it (PAP-6, PAP-15). Null for any other paper.
 */
export function registeredBefore({ before, photos }: Pick<Entering, 'before' | 'photos'>): number | null {
  const same = before && rightable(before).find((paper) => samePhotos(paper.photos, photos));
  return same?.registeredAt ?? null;
}

/** At an assembly none comes from a visit (PAP-13). */
const visitDenial = ({ motion, channel }: Pick<Entering, 'motion' | 'channel'>): ErrorCode | null =>
  channel === 'door' && countsPresent(motion) ? 'PAPER_NOT_AT_DOOR' : null;

/** At an assembly a paper is handed in where its voter can be seen, while the door is open: as a check-in (PAP-13). */
export function presenceDenial(
  entering: Pick<Entering, 'motion' | 'meeting' | 'channel'>,
  at: number,
): ErrorCode | null {
  const { motion, meeting } = entering;
  const visit = visitDenial(entering);
  if (visit || !countsPresent(motion)) return visit;
  return meeting ? checkInClosed(meeting, at) : 'NOT_FOUND';
}

/** Whether a paper can be entered, checked at an instant of the server (CLK-1, PAP-2 … PAP-4, PAP-13). */
export function enterDenial(actor: Actor, at: number, entering: Entering): ErrorCode | null {
  const { motion, entry, before } = entering;
  const again = registeredBefore(entering) !== null;
  return (
    mayHandlePapers(actor, at, motion) ??
    ownPaperDenial(actor, motion, entry) ??
    (again ? settlingTime(motion, at) : ballotTime(motion, at)) ??
    roomFor(motion, before) ??
    (again ? visitDenial(entering) : presenceDenial(entering, at))
  );
}

/** Whether a paper waits for this second officer: another person than the one who entered it (PAP-5). */
export function confirmDenial(
  actor: Actor,
  at: number,
  motion: MotionDocument,
  entry: RollEntryDocument,
  paper: PaperDocument,
): ErrorCode | null {
  const denial = mayHandlePapers(actor, at, motion) ?? ownPaperDenial(actor, motion, entry);
  if (denial) return denial;
  if (paper.state !== 'entered') return 'PAPER_STAGE';
  return paper.enteredBy === actor.personId ? 'PAPER_SAME_OFFICER' : settlingTime(motion, at);
}

/** Whether a paper that waits can be sent back: not when there is no time left in which a mistake could be put right (PAP-15). */
export function rejectDenial(
  actor: Actor,
  at: number,
  motion: MotionDocument,
  entry: RollEntryDocument,
  paper: PaperDocument,
): ErrorCode | null {
  const denial = confirmDenial(actor, at, motion, entry, paper);
  return denial ?? (at > rejectedUntil(motion) ? 'PAPER_REJECT_LATE' : null);
}

/** Whether an officer may enter the same paper once more, with the photos that are there (PAP-6, PAP-15). */
export function againDenial(
  actor: Actor,
  at: number,
  motion: MotionDocument,
  entry: RollEntryDocument,
  paper: PaperDocument,
): ErrorCode | null {
  const denial = mayHandlePapers(actor, at, motion) ?? ownPaperDenial(actor, motion, entry);
  const open = paper.state !== 'entered' && toRight(paper) !== null;
  return denial ?? (open ? settlingTime(motion, at) : 'PAPER_STAGE');
}

/** Who entered a paper takes it back until it is checked; not after the closing, when it could not be entered again (PAP-15). */
export function withdrawDenial(
  actor: Actor,
  at: number,
  motion: MotionDocument,
  paper: PaperDocument,
): ErrorCode | null {
  const denial = mayHandlePapers(actor, at, motion);
  if (denial) return denial;
  if (paper.enteredBy !== actor.personId) return 'NOT_ALLOWED';
  return paper.state === 'entered' ? ballotTime(motion, at) : 'PAPER_STAGE';
}

/**
 * Whether a voter has a paper that counts or still could: one that was read differently or sent back may be entered again, and behind
 * one that was taken back an earlier one can stand.
 */
const openToObjection = (paper: PaperDocument) =>
  paper.state === 'entered' ||
  toRight(paper) !== null ||
  [...paper.earlier, paper].some(({ state }) => state === 'confirmed');

/** Whoever may stand for the voter sets their papers aside, until the settling is over (PAP-10). */
export function objectDenial(
  person: PersonDocument,
  at: number,
  motion: MotionDocument,
  entry: RollEntryDocument,
  paper: PaperDocument,
): ErrorCode | null {
  const stranger = voterRefusal(voterIn(motion, person), entry);
  if (stranger) return stranger;
  return openToObjection(paper) ? settlingTime(motion, at) : 'PAPER_STAGE';
}

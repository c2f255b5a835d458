import type { ErrorCode } from '@contract/errors';
import type { MyPart, MyVoter, ReplacedBallot } from '@contract/motions';
import { store } from '../../kernel/reader';
import type { PersonDocument } from '../../kernel/person';
import { persons } from '../members/repository';
import { signedReceipt } from './ballot-proof';
import type { BallotDocument, MotionDocument, RollEntryDocument } from './documents';
import { weighsArea } from './policy/terms';
import { myPaperView } from './paper-views';
import { replacedWords } from './paper-words';
import { otherVotedCode, voterIn, voterRefusal } from './policy/voter';
import { ballots, marks, papers, rollEntries } from './repository';
import { isSecret } from './rules/secret';
import { secretPartOf } from './secret/mine';
import { receiptView } from './views';
import { refusalWords } from './refusal-words';

const HOMES_SHOWN = 20;
/** The roll is frozen (ROLL-12): whom the co-owners name now votes for them from the next roll on. */
const SETTLE = '这一票只能由投票的那一位来改。以后由谁投，可以请大家到社区登记推选一位，从下一次表决起算';

/** Entries of these motions' rolls that touch the person: by a home of theirs, or by their own seat. */
export async function entriesNear(
  person: PersonDocument,
  motions: readonly MotionDocument[],
): Promise<RollEntryDocument[]> {
  const rollIds = motions.flatMap(({ roll }) => (roll ? [roll.id] : []));
  const seated = motions.flatMap(({ roll, bodyKind }) => (roll && bodyKind === 'delegates' ? [roll.id] : []));
  const ties = motions.flatMap((motion) => voterIn(motion, person).ties);
  const homeIds = [...new Set(ties.map(({ homeId }) => homeId))];
  const [byHome, bySeat] = await Promise.all([
    rollEntries.ofHomes(rollIds, homeIds),
    rollEntries.withKey(seated, person._id),
  ]);
  return [...byHome, ...bySeat];
}

/** Of each motion, how many voters the person may cast for, and how many of them have a ballot. */
export async function partsOf(
  person: PersonDocument,
  motions: readonly MotionDocument[],
): Promise<Map<string, MyPart>> {
  const near = await entriesNear(person, motions);
  const byRoll = new Map(motions.flatMap((motion) => (motion.roll ? [[motion.roll.id, motion]] : [])));
  const own = near.filter((entry) => {
    const motion = byRoll.get(entry.rollId);
    return motion !== undefined && voterRefusal(voterIn(motion, person), entry) === null;
  });
  const ids = own.flatMap((entry) => {
    const motion = byRoll.get(entry.rollId);
    if (!motion) return [];
    const kept = isSecret(motion) ? marks : ballots;
    return [{ motionId: motion._id, kept, ballotId: kept.idOf(motion._id, entry._id) }];
  });
  const idsIn = (kept: object) => ids.filter((one) => one.kept === kept).map(({ ballotId }) => ballotId);
  const cast = await Promise.all([ballots.byIds(idsIn(ballots)), marks.byIds(idsIn(marks))]);
  const there = new Set(cast.flat().map(({ _id }) => _id));
  return new Map(
    motions.map(({ _id }) => {
      const voters = ids.filter(({ motionId }) => motionId === _id);
      const done = voters.filter(({ ballotId }) => there.has(ballotId));
      return [_id, { voters: voters.length, cast: done.length }];
    }),
  );
}

/** Whether an entry that the person may not cast for is still one of theirs to be told about (BAL-5, BAL-6). */
function concerns(entry: RollEntryDocument, may: MyVoter['may']): boolean {
  return may === null || entry.kind === 'owner-groups' || entry.kind === 'homes';
}

/** Whether the person may read what else the voter owns: an owner of it does (SEC-11). */
export function mayKnowAll(person: PersonDocument, { homeIds }: RollEntryDocument): boolean {
  return person.ties.some(({ homeId, ownerKey }) => homeIds.includes(homeId) && ownerKey !== null);
}

/**
 * What the person is told of an entry: who rents there or lives there as family has no business with what else its owner owns, and
 * reads of their own home only (SEC-11).
 */
function shownOf(person: PersonDocument, entry: RollEntryDocument, may: MyVoter['may']) {
  const { label, homeIds, homeLabels, area } = entry;
  if (may === null || mayKnowAll(person, entry)) return { label, homeLabels, area };
  const own = person.ties.filter(({ homeId }) => homeIds.includes(homeId)).map((tie) => tie.label);
  return { label: own[0] ?? label, homeLabels: own, area: 0 };
}

/** What the person had cast themselves before the other one's came to stand, or null (BAL-26). */
function replacedOf(
  person: PersonDocument,
  motion: MotionDocument,
  ballot: BallotDocument,
  name: string,
): ReplacedBallot | null {
  const { history, castAt } = ballot;
  const at = history.map(({ castBy = ballot.castBy }) => castBy).lastIndexOf(person._id);
  const own = history[at];
  if (!own) return null;
  const { motionId } = ballot;
  const words = replacedWords(motion, own.castAt, history.slice(at + 1), { name, castAt });
  return { words, signed: signedReceipt({ motionId, ...own }) };
}

async function otherCastView(
  person: PersonDocument,
  motion: MotionDocument,
  ballot: BallotDocument,
): Promise<MyVoter['otherCast']> {
  const other = ballot.castBy === null ? null : await persons.byId(store, ballot.castBy);
  const name = other?.name ?? '共有人';
  const replaced = replacedOf(person, motion, ballot, name);
  return { name, castAt: ballot.castAt, settle: SETTLE, replaced };
}

/** Why this ballot cannot be cast or changed by somebody who may stand for the voter (BAL-9, PAP-8). */
function lockOf(motion: MotionDocument, ballot: BallotDocument, ofMine: boolean): ErrorCode | null {
  if (!ofMine) return otherVotedCode(motion.bodyKind);
  const paper = (ballot.channel ?? 'phone') !== 'phone';
  return paper && motion.paper?.precedence === 'first' ? 'PAPER_STANDS' : null;
}

/** Of a named ballot: who else cast it, and why it is locked. */
async function namedPartOf(
  person: PersonDocument,
  motion: MotionDocument,
  ballot: BallotDocument | null,
  ofMine: boolean,
  may: MyVoter['may'],
): Promise<Pick<MyVoter, 'otherCast' | 'locked' | 'mark'>> {
  if (!ballot || may !== null) return { otherCast: null, locked: null, mark: null };
  const otherCast = ofMine ? null : await otherCastView(person, motion, ballot);
  return { otherCast, locked: lockOf(motion, ballot, ofMine), mark: null };
}

/** What stands of these voters: ballots and papers of a named motion, marks of a secret one. */
async function whatStands(motion: MotionDocument, entryIds: readonly string[]) {
  const idsIn = (kept: { idOf: typeof marks.idOf }) => entryIds.map((id) => kept.idOf(motion._id, id));
  const secret = isSecret(motion);
  const [cast, marked, onPaper] = await Promise.all([
    secret ? [] : ballots.byIds(idsIn(ballots)),
    secret ? marks.byIds(idsIn(marks)) : [],
    motion.paper && !secret ? papers.byIds(idsIn(papers)) : [],
  ]);
  const byEntry = <T extends { entryId: string }>(all: readonly T[]) =>
    new Map(all.map((one) => [one.entryId, one]));
  return { ballotOf: byEntry(cast), markOf: byEntry(marked), paperOf: byEntry(onPaper) };
}

/** The voters of one motion that the person is or is near to, with their own ballots and never another's choice (BAL-13). */
export async function votersView(
  person: PersonDocument,
  motion: MotionDocument,
  now: number,
): Promise<MyVoter[]> {
  const near = await entriesNear(person, [motion]);
  const voter = voterIn(motion, person);
  const judged = near.map((entry) => ({ entry, may: voterRefusal(voter, entry) }));
  const own = judged.filter(({ entry, may }) => concerns(entry, may));
  const secret = isSecret(motion);
  const entryIds = own.map(({ entry }) => entry._id);
  const { ballotOf, markOf, paperOf } = await whatStands(motion, entryIds);
  return Promise.all(
    own.map(async ({ entry, may }) => {
      const ballot = ballotOf.get(entry._id) ?? null;
      // A paper is the voter's, and so is for all who may stand for them (PAP-7).
      const ofMine =
        ballot !== null && (ballot.castBy === person._id || (ballot.castBy === null && may === null));
      const paper = may === null ? paperOf.get(entry._id) : undefined;
      const { label, homeLabels, area } = shownOf(person, entry, may);
      return {
        entryId: entry._id,
        label,
        homes: homeLabels.slice(0, HOMES_SHOWN),
        homesTotal: homeLabels.length,
        area: weighsArea(motion) ? area : 0,
        may,
        reason: refusalWords(may),
        ballot: ballot && ofMine ? receiptView(motion, ballot) : null,
        paper: paper ? myPaperView(person, now, motion, entry, paper, ballot) : null,
        ...(secret
          ? await secretPartOf(person, markOf.get(entry._id), may)
          : await namedPartOf(person, motion, ballot, ofMine, may)),
      };
    }),
  );
}

import type { CallInput } from '@contract/calls';
import type { BallotAnswer } from '@contract/motions';
import { serverNow } from '../../../kernel/clock';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { type BallotPaper, changedBallot, firstBallot, nextBallot, tooManyChanges } from '../ballot-paper';
import type { BallotDocument, MotionDocument } from '../documents';
import { ballotTime, maySee } from '../policy/office';
import { needsPresence } from '../policy/terms';
import { otherVotedCode, voterIn, voterRefusal } from '../policy/voter';
import { ballots, motions, rollEntries } from '../repository';
import { choiceRefusal } from '../rules/ballot-choice';
import { ballotWriteRefusal } from '../rules/clock';
import { phoneCounts } from '../rules/precedence';
import { auditWords } from '../rules/receipt-text';
import { isSecret } from '../rules/secret';
import { ballotAction } from '../rules/revision';
import { answerView } from '../views';

type Input = CallInput<'motions.castBallot'>;

/** The ballot as it stands: the one that this call made, or a later one that was changed since (CLK-6). */
function repeated(motion: MotionDocument, ballot: BallotDocument, input: Input): BallotAnswer {
  return answerView(motion, ballot, ballot.clientId === input.clientId);
}

/** A ballot is whose phone cast it; a paper belongs to all who may stand for the voter (BAL-9, PAP-7). */
const isOwn = ({ castBy }: BallotDocument, personId: string) => castBy === null || castBy === personId;

/** What this call does to the ballot that stands, as its history tells (CLK-5, CLK-6, IDM-2). */
function actionOn(ballot: BallotDocument | null, request: Input) {
  return ballotAction(ballot ? [...ballot.history, ballot] : [], request);
}

/** The answer where nothing is written: it was done before, or another revision stands. */
function settled(paper: BallotPaper, ballot: BallotDocument | null, input: Input): BallotAnswer {
  if (!ballot || ballot.setAside) throw new Refusal('BALLOT_CHANGED');
  // Who it was may be told, what they chose may not (BAL-9, BAL-13).
  if (!isOwn(ballot, paper.castBy)) throw new Refusal(otherVotedCode(paper.entry.kind));
  const action = actionOn(ballot, input);
  if (action === 'reused') throw new Refusal('CLIENT_ID_REUSED');
  // A call that was neither done before nor may go over the paper that stands (PAP-8).
  if (action === 'write')
    throw new Refusal(paper.motion.paper?.precedence === 'first' ? 'PAPER_STANDS' : 'BALLOT_CHANGED');
  return repeated(paper.motion, ballot, input);
}

/** Reads side by side what the ballot depends on; throws what forbids it, whatever the clock says (BAL-1, BAL-5). */
async function readPaper(context: Context, input: Input): Promise<BallotPaper> {
  const person = personOf(context);
  const [read, entry] = await Promise.all([
    motions.forBallot(input.motionId, person._id),
    rollEntries.byId(store, input.entryId),
  ]);
  const { motion, checkedIn, auditHead } = found(read);
  enforce(maySee(context.actor, context.now, motion));
  if (isSecret(motion)) throw new Refusal('BALLOT_SECRET');
  const { roll } = motion;
  if (!roll || entry?.rollId !== roll.id) throw new Refusal('NOT_FOUND');
  enforce(voterRefusal(voterIn(motion, person), entry));
  enforce(choiceRefusal(input.choice, motion.options.length || undefined));
  const audit = auditWords(auditHead);
  return { motion, rollHash: roll.hash, entry, checkedIn, castBy: person._id, audit };
}

/** On the phone, by whoever asks. */
const onPhone = ({ castBy, audit }: BallotPaper, input: Input) => {
  return { ...input, castBy, audit, channel: 'phone' as const };
};

async function writeFirst(paper: BallotPaper, input: Input, checkedAt: number): Promise<BallotAnswer> {
  const ballot = firstBallot(paper, onPhone(paper, input), checkedAt);
  enforce(ballotWriteRefusal(checkedAt, serverNow()));
  if (await ballots.insertFirst(ballot)) return answerView(paper.motion, ballot, true);
  const standing = await ballots.lastById(store, ballot._id);
  // Another phone's stands, as everywhere without paper and proxies: nothing goes over it unnamed.
  return standing?.channel || standing?.proxy
    ? writeChange(paper, standing, input, checkedAt)
    : settled(paper, standing, input);
}

/** Whether this call writes over the ballot that stands: its own, or a paper that it may go over (BAL-4, PAP-8). */
function writesOver(
  { motion, castBy }: BallotPaper,
  standing: BallotDocument,
  input: Input,
  checkedAt: number,
) {
  if (!isOwn(standing, castBy) || actionOn(standing, input) !== 'write') return false;
  // What was set aside stands in nobody's way, whichever ballot of the two would count (PAP-10).
  if (!motion.paper || standing.setAside || (standing.channel ?? 'phone') === 'phone') return true;
  return phoneCounts(motion.paper.precedence, standing, checkedAt);
}

async function writeChange(
  paper: BallotPaper,
  standing: BallotDocument | null,
  input: Input,
  checkedAt: number,
): Promise<BallotAnswer> {
  if (!standing || !writesOver(paper, standing, input, checkedAt)) return settled(paper, standing, input);
  if (tooManyChanges(standing, checkedAt)) throw new Refusal('TOO_OFTEN');
  const next = nextBallot(standing, paper.rollHash, onPhone(paper, input), checkedAt);
  enforce(ballotWriteRefusal(checkedAt, serverNow()));
  if (await ballots.replace(standing, next))
    return answerView(paper.motion, changedBallot(standing, next), true);
  const now = await ballots.lastById(store, standing._id);
  // A paper or a ballot by proxy came in between: once more on top of it. Both are few for a voter, so this ends (PAP-9, PROXY-7).
  if (now && (now.channel || now.proxy) && now.revision > standing.revision)
    return writeChange(paper, now, input, checkedAt);
  return settled(paper, now, input);
}

/**
 * Casts a ballot or changes it, without a transaction: the ballot itself is the guard, inserted under motion and voter (BAL-2),
 * changed by compare-and-set on its revision (BAL-4). Four requests for a first ballot, the caller's among them (BAL-12).
 * @throws Refusal with the reason that applies to this person (BAL-5), to the clock (CLK-1, CLK-2, CLK-7) or to a co-owner (BAL-9)
 */
export async function castBallot(context: Context, input: Input): Promise<BallotAnswer> {
  const ballotId = ballots.idOf(input.motionId, input.entryId);
  const [paper, standing] = await Promise.all([
    readPaper(context, input),
    input.replaces > 0 ? ballots.lastById(store, ballotId) : null,
  ]);
  const checkedAt = serverNow();
  const late = ballotTime(paper.motion, checkedAt);
  if (late) return repeatedOr(late, paper, ballotId, input);
  if (needsPresence(paper.motion) && !paper.checkedIn) throw new Refusal('PRESENCE_NEEDED');
  return input.replaces > 0
    ? writeChange(paper, standing, input, checkedAt)
    : writeFirst(paper, input, checkedAt);
}

/** A call whose answer was lost is answered also after the closing; nothing new is taken (IDM-4). */
async function repeatedOr(
  late: NonNullable<ReturnType<typeof ballotTime>>,
  paper: BallotPaper,
  ballotId: string,
  input: Input,
): Promise<BallotAnswer> {
  const ballot = await ballots.byId(store, ballotId);
  if (!ballot || !isOwn(ballot, paper.castBy) || actionOn(ballot, input) !== 'repeat')
    throw new Refusal(late);
  return repeated(paper.motion, ballot, input);
}

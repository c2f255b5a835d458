import type { CallInput } from '@contract/calls';
import type { SecretReceipt } from '@contract/secret-ballots';
import { serverNow } from '../../../kernel/clock';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { transact } from '../../../kernel/transact';
import type { MotionDocument, RollEntryDocument } from '../documents';
import { ballotTime, maySee } from '../policy/office';
import { needsPresence } from '../policy/terms';
import { voterIn, voterRefusal } from '../policy/voter';
import { choices, marks, motions, rollEntries } from '../repository';
import { choiceRefusal } from '../rules/ballot-choice';
import { ballotWriteRefusal } from '../rules/clock';
import { auditWords } from '../rules/receipt-text';
import { isSecret } from '../rules/secret';
import type { BallotMarkDocument } from '../secret/documents';
import { markOf } from '../secret/mark';
import { secretReceiptView } from '../secret/views';

type Input = CallInput<'motions.castSecret'>;

interface SecretPaper {
  motion: MotionDocument;
  rollHash: string;
  entry: RollEntryDocument;
  checkedIn: boolean;
  personId: string;
  audit: string;
}

/** What the ballot depends on, as for a named one; only the voter's own people cast it (SECRET-5). */
async function readPaper(
  context: Context,
  { motionId, entryId }: Pick<Input, 'motionId' | 'entryId'>,
): Promise<SecretPaper> {
  const person = personOf(context);
  const [read, entry] = await Promise.all([
    motions.forBallot(motionId, person._id),
    rollEntries.byId(store, entryId),
  ]);
  const { motion, checkedIn, auditHead } = found(read);
  enforce(maySee(context.actor, context.now, motion));
  if (!isSecret(motion)) throw new Refusal('BALLOT_NAMED');
  const { roll } = motion;
  if (!roll || entry?.rollId !== roll.id) throw new Refusal('NOT_FOUND');
  enforce(voterRefusal(voterIn(motion, person), entry));
  const audit = auditWords(auditHead);
  return { motion, rollHash: roll.hash, entry, checkedIn, personId: person._id, audit };
}

/** The first one stands, also against another choice: it is answered as it was then, and says so (SECRET-5). */
function answered({ motion, entry, personId }: SecretPaper, mark: BallotMarkDocument): SecretReceipt {
  if (mark.channel === 'box') throw new Refusal('BOX_STANDS');
  if (mark.castBy !== personId) throw new Refusal('VOTER_VOTED');
  return secretReceiptView(motion, entry, mark, personId);
}

/** Mark and choice in one transaction: both or neither. No audit entry, no counter: either would lie beside the choice (SECRET-4). */
async function write(
  paper: SecretPaper,
  { choice, clientId }: Input,
  castAt: number,
): Promise<BallotMarkDocument> {
  const { motion, rollHash, entry, personId: castBy, audit } = paper;
  const made = markOf({
    ...{ motion, rollHash, entry, audit, channel: 'phone', castBy, castAt, clientId, helper: null },
  });
  return transact(async (transaction) => {
    const standing = await marks.byId(transaction, made._id);
    if (standing) return standing;
    await marks.insert(transaction, made);
    await choices.insert(transaction, motion._id, choice);
    enforce(ballotWriteRefusal(castAt, serverNow()));
    return made;
  });
}

/**
 * Casts a secret ballot, once (SECRET-3, SECRET-5). A repetition, whatever it chooses, is answered with the receipt of the first.
 * @throws Refusal with the reason that applies to the person (BAL-5), the clock (CLK-1, CLK-2), or whose mark stands
 */
export async function castSecret(context: Context, input: Input): Promise<SecretReceipt> {
  const paper = await readPaper(context, input);
  const { motion, entry, checkedIn } = paper;
  enforce(choiceRefusal(input.choice, motion.options.length || undefined));
  const checkedAt = serverNow();
  const late = ballotTime(motion, checkedAt);
  if (late) {
    const standing = await marks.byId(store, marks.idOf(motion._id, entry._id));
    if (!standing) throw new Refusal(late);
    return answered(paper, standing);
  }
  if (needsPresence(motion) && !checkedIn) throw new Refusal('PRESENCE_NEEDED');
  return answered(paper, await write(paper, input, checkedAt));
}

/** The receipt again, for whoever cast it; that of a paper for all who may stand for the voter (SECRET-9). */
export async function readSecretReceipt(
  context: Context,
  input: CallInput<'motions.secretReceipt'>,
): Promise<SecretReceipt> {
  const { motion, entry, personId } = await readPaper(context, input);
  const mark = await marks.byId(store, marks.idOf(motion._id, entry._id));
  if (!mark || (mark.channel === 'phone' && mark.castBy !== personId)) throw new Refusal('NOT_FOUND');
  return secretReceiptView(motion, entry, mark, personId);
}

import type { CallInput } from '@contract/calls';
import type { ReceiptView } from '@contract/motions';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { BallotDocument } from '../documents';
import { maySee } from '../policy/office';
import { isVoters } from '../policy/voter';
import { ballots, motions, rollEntries } from '../repository';
import { answerView } from '../views';
import { labelOf } from '../words';

/** Papers of the voter and what the reader cast; what somebody else of the home cast before a paper is theirs (BAL-13). */
function ownRevisions({ history }: BallotDocument, personId: string) {
  return history.filter(({ castBy = personId }) => castBy === null || castBy === personId);
}

/**
 * The receipt of the caller's own ballot, with what it was before (BAL-7); to everybody else there is none (BAL-13). Also of a paper that
 * was set aside: whoever has its receipt finds out what became of it (PAP-10).
 */
export async function readReceipt(
  context: Context,
  { motionId, entryId }: CallInput<'motions.receipt'>,
): Promise<ReceiptView> {
  const [known, entry, ballot] = await Promise.all([
    motions.byId(store, motionId),
    rollEntries.byId(store, entryId),
    ballots.lastById(store, ballots.idOf(motionId, entryId)),
  ]);
  const person = personOf(context);
  const motion = found(known);
  enforce(maySee(context.actor, context.now, motion));
  if (!entry || !ballot || !isVoters(motion, ballot, entry, person)) throw new Refusal('NOT_FOUND');
  return {
    ...answerView(motion, ballot, true),
    motionId,
    motionTitle: motion.title,
    placeName: motion.placeName,
    voterLabel: entry.label,
    setAside: ballot.setAside === true,
    earlier: ownRevisions(ballot, person._id).map(({ choice, revision, castAt, channel = 'phone' }) => ({
      channel,
      choiceLabel: labelOf(choice, motion),
      revision,
      castAt,
    })),
  };
}

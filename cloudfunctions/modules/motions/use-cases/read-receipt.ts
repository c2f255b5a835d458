import type { CallInput } from '@contract/calls';
import type { ReceiptView } from '@contract/motions';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { maySee } from '../policy/office';
import { ballots, motions, rollEntries } from '../repository';
import { answerView } from '../views';
import { labelOf } from '../words';

/** The receipt of the caller's own ballot, with what it was before (BAL-7); to everybody else there is none (BAL-13). */
export async function readReceipt(
  context: Context,
  { motionId, entryId }: CallInput<'motions.receipt'>,
): Promise<ReceiptView> {
  const [known, entry, ballot] = await Promise.all([
    motions.byId(store, motionId),
    rollEntries.byId(store, entryId),
    ballots.byId(store, ballots.idOf(motionId, entryId)),
  ]);
  const motion = found(known);
  enforce(maySee(context.actor, context.now, motion));
  if (!entry || ballot?.castBy !== personOf(context)._id) throw new Refusal('NOT_FOUND');
  return {
    ...answerView(motion, ballot, true),
    motionId,
    motionTitle: motion.title,
    placeName: motion.placeName,
    voterLabel: entry.label,
    earlier: ballot.history.map(({ choice, revision, castAt }) => ({
      choiceLabel: labelOf(choice, motion),
      revision,
      castAt,
    })),
  };
}

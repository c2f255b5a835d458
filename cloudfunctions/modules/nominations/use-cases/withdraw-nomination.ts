import type { CallInput } from '@contract/calls';
import type { RoundDetail } from '@contract/nominations';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { mayWithdraw } from '../policy';
import { caseById, presentRound } from '../present';
import { nominations } from '../repository';
import { stepBack } from '../step-back';

/** A nominee steps back, until the vote opens (NOM-5). */
export async function withdrawNomination(
  context: Context,
  input: CallInput<'nominations.withdraw'>,
): Promise<RoundDetail> {
  const { id } = input;
  const { roundId } = found(await nominations.byId(store, id));
  await change(context, async (transaction) => {
    const nomination = found(await nominations.byId(transaction, id));
    const one = await caseById(transaction, context, nomination.roundId);
    // Asked at the write, not at the call: the minute before the vote opens is counted from here (MOT-10).
    enforce(mayWithdraw(context.actor, serverNow(), one, nomination));
    return stepBack(transaction, context, one, nomination);
  });
  return presentRound(context, roundId);
}

import type { CallInput } from '@contract/calls';
import type { ShiftDetail } from '@contract/shifts';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce } from '../../../kernel/refusal';
import { cancelled } from '../cancelling';
import { ledCase } from '../claiming';
import { mayCancel, mayLeadShift } from '../policy';
import { presentShift } from '../present';

export async function cancelShift(
  context: Context,
  { id, reason }: CallInput<'shifts.cancel'>,
): Promise<ShiftDetail> {
  const { actor, now } = context;
  const first = await ledCase(store, context, id);
  enforce(mayLeadShift(actor, now, first.shift, first.team));
  await requirePassed(context, [reason]);
  await change(context, async (transaction) => {
    const { shift, team } = await ledCase(transaction, context, id);
    enforce(mayCancel(actor, now, shift, team));
    return cancelled(transaction, shift, now, reason);
  });
  return presentShift(context, id);
}

import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { found } from '../../../kernel/refusal';
import type { ShiftDocument } from '../documents';
import { notedShift, putClaims } from '../moving-up';
import { shifts } from '../repository';

/** Offers that nobody answered in time go to whoever waits next (SHIFT-6); done again it changes nothing. */
export async function passOnOffers(context: Context, { _id }: ShiftDocument): Promise<void> {
  const { now } = context;
  await change(context, async (transaction) => {
    const shift = found(await shifts.byId(transaction, _id));
    if (shift.state === 'cancelled' || shift.dueAt === null || shift.dueAt > now) {
      return { ...notedShift(shift, {}), unchanged: true as const };
    }
    const { after, messages } = await putClaims(transaction, shift, now, (claims) => claims);
    return notedShift(
      after,
      { passedOn: shift.taken + shift.waiting - after.taken - after.waiting },
      messages,
    );
  });
}

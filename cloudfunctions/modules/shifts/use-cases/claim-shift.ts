import type { CallInput } from '@contract/calls';
import type { ShiftDetail } from '@contract/shifts';
import { carriedOut, change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { Refusal } from '../../../kernel/refusal';
import { chinaTime } from '../../../kernel/wording';
import { volunteers } from '../../volunteers/repository';
import { claimingOf, shiftCase, withUpcoming } from '../claiming';
import type { Claim } from '../documents';
import { claimOf, type Claiming, mayClaim } from '../policy';
import { notedShift, putClaims } from '../moving-up';
import { presentShift } from '../present';
import { shifts } from '../repository';
import { claimed } from '../rules/queue';

/** Says why not; to whoever has claimed already, when their answer got lost, nothing is said (SHIFT-8). */
async function refuse(
  context: Context,
  claiming: Claiming & { overlap: { title: string; startsAt: number } | null },
): Promise<void> {
  const { actor, now } = context;
  const denial = mayClaim(actor, now, claiming);
  if (!denial || (await carriedOut(context))) return;
  const { overlap } = claiming;
  if (denial === 'SHIFT_OVERLAP' && overlap) {
    throw new Refusal(denial, { shift: `${chinaTime(overlap.startsAt)} ${overlap.title}` });
  }
  throw new Refusal(denial);
}

/**
 * Claims a place, or one in the waitlist, in the order of commit (SHIFT-1, SHIFT-2). Who cannot have one is told before any
 * transaction, so that hundreds who come for ten places do not wait for each other; the transaction asks everything again.
 */
export async function claimShift(context: Context, { id }: CallInput<'shifts.claim'>): Promise<ShiftDetail> {
  const { actor, now } = context;
  const first = await shiftCase(store, context, id);
  await refuse(context, await claimingOf(store, context, first.shift, first.volunteer));
  await change(context, async (transaction) => {
    const { shift, volunteer } = await shiftCase(transaction, context, id);
    const claiming = await claimingOf(transaction, context, shift, volunteer);
    // Noted all the same: sent once more after a withdrawal, this call claims nothing (IDM-1).
    if (claimOf(claiming.shift, actor.personId)) return notedShift(shift, { stood: true });
    await refuse(context, claiming);
    const who = { id: shifts.claimId(id, actor.personId), personId: actor.personId };
    const make = (claims: Claim[]) => claimed({ ...shift, claims }, who, now);
    const { after, messages } = await putClaims(transaction, shift, now, make);
    if (volunteer) await volunteers.put(transaction, withUpcoming(volunteer, claiming.kept, after));
    return notedShift(after, { n: shift.next, state: claimOf(after, actor.personId)?.state }, messages);
  });
  return presentShift(context, id);
}

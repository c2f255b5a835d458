import type { CallInput } from '@contract/calls';
import type { ShiftDetail } from '@contract/shifts';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { enforce, Refusal } from '../../../kernel/refusal';
import { chinaTime } from '../../../kernel/wording';
import { records } from '../../service/repository';
import { volunteerLinks } from '../../tasks/link';
import { teams } from '../../teams/repository';
import { volunteers } from '../../volunteers/repository';
import { shiftCase, withoutUpcoming } from '../claiming';
import type { ShiftDocument } from '../documents';
import { notedShift, putClaims } from '../moving-up';
import { claimOf, isLate, mayAnswer, mayWithdraw } from '../policy';
import { presentShift } from '../present';
import { shifts } from '../repository';

/** The leaders of its team hear of a place that got free at the last moment. */
async function lateMessage(transaction: Transaction, context: Context, shift: ShiftDocument, reason: string) {
  const team = await teams.of(transaction, shift.teamId);
  if (!team || team.leaders.length === 0) return [];
  const title = `临时退出：${shift.title}`;
  const body = `${chinaTime(shift.startsAt)}，${personOf(context).name}来不了：${reason}`;
  const link = volunteerLinks.board(shift._id);
  return [{ audience: { persons: team.leaders }, kind: 'volunteer' as const, title, body, link }];
}

/** Withdraws: free until the announced time, later with a reason and noted as late, never a silent no-show (SHIFT-7). */
export async function withdrawClaim(
  context: Context,
  { id, reason = '' }: CallInput<'shifts.withdraw'>,
): Promise<ShiftDetail> {
  const { actor, now } = context;
  await requirePassed(context, [reason]);
  await change(context, async (transaction) => {
    const { shift: read, volunteer } = await shiftCase(transaction, context, id);
    const record = await records.byId(transaction, shifts.claimId(id, actor.personId));
    enforce(mayWithdraw(actor, now, read, record));
    const claim = claimOf(read, actor.personId);
    const late = claim !== null && isLate(claim, now, read);
    if (late && reason === '') throw new Refusal('SHIFT_REASON', { reason: '请写明原因' });
    const noted = { id: claim?.id ?? '', personId: actor.personId, at: now, reason };
    const shift = late ? { ...read, late: [...read.late, noted] } : read;
    const { after, messages } = await putClaims(transaction, shift, now, (claims) =>
      claims.filter(({ personId }) => personId !== actor.personId),
    );
    if (volunteer) await volunteers.put(transaction, withoutUpcoming(volunteer, id));
    const told = late ? await lateMessage(transaction, context, shift, reason) : [];
    return notedShift(after, { withdrawn: true, late }, [...messages, ...told]);
  });
  return presentShift(context, id, true);
}

/** Takes the place that was offered (SHIFT-6). */
export async function acceptOffer(
  context: Context,
  { id }: CallInput<'shifts.accept'>,
): Promise<ShiftDetail> {
  const { actor, now } = context;
  await change(context, async (transaction) => {
    const { shift } = await shiftCase(transaction, context, id);
    if (claimOf(shift, actor.personId)?.state === 'taken') return notedShift(shift, { stood: true });
    enforce(mayAnswer(actor, now, shift));
    const { after, messages } = await putClaims(transaction, shift, now, (claims) =>
      claims.map((one) =>
        one.personId === actor.personId ? { ...one, state: 'taken', answerBy: null } : one,
      ),
    );
    return notedShift(after, { accepted: true }, messages);
  });
  return presentShift(context, id);
}

/** Lets the next one have it (SHIFT-6). */
export async function declineOffer(
  context: Context,
  { id }: CallInput<'shifts.decline'>,
): Promise<ShiftDetail> {
  const { actor, now } = context;
  await change(context, async (transaction) => {
    const { shift, volunteer } = await shiftCase(transaction, context, id);
    enforce(mayAnswer(actor, now, shift));
    const { after, messages } = await putClaims(transaction, shift, now, (claims) =>
      claims.filter(({ personId }) => personId !== actor.personId),
    );
    if (volunteer) await volunteers.put(transaction, withoutUpcoming(volunteer, id));
    return notedShift(after, { declined: true }, messages);
  });
  return presentShift(context, id, true);
}

import { type Change } from '../../kernel/change';
import type { Transaction } from '../../kernel/database';
import { chinaTime } from '../../kernel/wording';
import { volunteerLinks } from '../tasks/link';
import type { ShiftDocument } from './documents';
import { notedShift } from './moving-up';
import { shifts } from './repository';

/** Cancels a shift and tells everybody who had a place, was offered one, or waited (SHIFT-9). */
export async function cancelled(
  transaction: Transaction,
  shift: ShiftDocument,
  now: number,
  reason: string,
): Promise<Change> {
  const after = { ...shift, state: 'cancelled' as const, cancelled: { at: now, reason }, dueAt: null };
  await shifts.put(transaction, { ...after, revision: shift.revision + 1 });
  const persons = shift.claims.map(({ personId }) => personId);
  const title = `取消了：${shift.title}`;
  const body = `${chinaTime(shift.startsAt)}的这一班取消了。原因：${reason}`;
  const message = { kind: 'volunteer' as const, title, body, link: volunteerLinks.shift(shift._id) };
  const messages = persons.length > 0 ? [{ audience: { persons }, ...message }] : [];
  return notedShift(after, { cancelled: true }, messages);
}

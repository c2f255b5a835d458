import type { CallInput } from '@contract/calls';
import type { Board } from '@contract/service';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { ledCase } from '../../shifts/claiming';
import type { ShiftDocument } from '../../shifts/documents';
import { mayLeadShift } from '../../shifts/policy';
import { volunteerLinks } from '../../tasks/link';
import { volunteers } from '../../volunteers/repository';
import { freshRecord, notedRecord } from '../attending';
import type { RecordDocument } from '../documents';
import { mayNoShow, mayRecord } from '../policy';
import { presentBoard } from '../present';
import { records } from '../repository';
import { minutesOf, minutesWords, timesFit } from '../rules/times';

/** Whose row of the board it is: of a claim, or of a record that came from one. */
async function rowCase(transaction: Transaction, context: Context, shiftId: string, id: string) {
  const { shift, team } = await ledCase(transaction, context, shiftId);
  enforce(mayLeadShift(context.actor, context.now, shift, team));
  const record = await records.byId(transaction, id);
  const claim = shift.claims.find((one) => one.id === id);
  const personId = found(record?.shiftId === shiftId ? record.personId : (claim?.personId ?? null));
  return { shift, team, record, personId };
}

const told = (personId: string, title: string, body: string) => [
  { audience: { persons: [personId] }, kind: 'volunteer' as const, title, body, link: volunteerLinks.hours },
];

interface Given {
  inAt: number;
  outAt: number | null;
  reason: string;
}

/** The record with the leader's times; what it said is kept where it stood for something (HOURS-4). */
function withTimes(
  { actor, now }: Context,
  shift: ShiftDocument,
  before: RecordDocument,
  { inAt, outAt, reason }: Given,
): RecordDocument {
  const stood = before.state === 'done' || before.state === 'no-show';
  if (stood && reason === '') throw new Refusal('SERVICE_REASON', { reason: '请写明理由' });
  if (!timesFit(shift, inAt, outAt, now) || (stood && outAt === null)) throw new Refusal('SERVICE_TIMES');
  const { state, minutes } = before;
  const kept = {
    state,
    minutes,
    inAt: before.inAt,
    outAt: before.outAt,
    at: now,
    by: actor.personId,
    reason,
  };
  const said = before.inAt !== null || before.state === 'no-show';
  return {
    ...before,
    ...{ inAt, outAt, means: 'leader' },
    state: outAt === null ? 'present' : 'done',
    minutes: outAt === null ? 0 : minutesOf(shift, inAt, outAt),
    earlier: said ? [...before.earlier, kept] : before.earlier,
  };
}

/** A leader's list: enters who came, confirms what was stated, puts right what stood (HOURS-3, HOURS-4). */
export async function recordTimes(context: Context, input: CallInput<'service.record'>): Promise<Board> {
  const { actor, now } = context;
  const { shiftId, id, inAt, outAt, reason } = input;
  const first = await ledCase(store, context, shiftId);
  enforce(mayLeadShift(actor, now, first.shift, first.team));
  await requirePassed(context, [reason]);
  await change(context, async (transaction) => {
    const { shift, team, record, personId } = await rowCase(transaction, context, shiftId, id);
    enforce(mayRecord(actor, now, shift, team, personId, record));
    const before = record ?? freshRecord(shift, personId, now);
    const after = withTimes(context, shift, before, { inAt, outAt, reason });
    await records.put(transaction, { ...after, revision: before.revision + 1 });
    // A withdrawal of the same moment is met on the person's own document (SHIFT-7).
    const volunteer = await volunteers.byId(transaction, personId);
    if (volunteer) await volunteers.put(transaction, volunteer);
    const body = `${shift.title}：记了${minutesWords(after.minutes)}。不对的话，可以提出异议。`;
    const messages = after.state === 'done' ? told(personId, '您的服务时长记好了', body) : [];
    return notedRecord(after, { minutes: after.minutes, corrected: after.earlier.length }, messages);
  });
  return presentBoard(context, shiftId);
}

/** Records that somebody who had a place did not come; they hear of it and can dispute it (HOURS-6). */
export async function recordNoShow(context: Context, input: CallInput<'service.noShow'>): Promise<Board> {
  const { actor, now } = context;
  const { shiftId, id } = input;
  await change(context, async (transaction) => {
    const { shift, team, record, personId } = await rowCase(transaction, context, shiftId, id);
    enforce(mayNoShow(actor, now, shift, team, personId, record));
    if (record) return { ...notedRecord(record, {}), unchanged: true as const };
    const fresh = {
      ...freshRecord(shift, personId, now),
      state: 'no-show' as const,
      means: 'leader' as const,
    };
    await records.put(transaction, fresh);
    const body = `${shift.title}：记了没有来。您来了的话，请提出异议。`;
    return notedRecord(fresh, { noShow: true }, told(personId, '记了您没有来', body));
  });
  return presentBoard(context, shiftId);
}

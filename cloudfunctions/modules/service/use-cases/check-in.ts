import type { CallInput } from '@contract/calls';
import type { ServiceRecordView } from '@contract/service';
import type { Context } from '../../../kernel/context';
import { enforce, Refusal } from '../../../kernel/refusal';
import { shifts } from '../../shifts/repository';
import type { ShiftDocument } from '../../shifts/documents';
import { attend, freshRecord } from '../attending';
import { mayCheckIn, mayCheckOut, mayState } from '../policy';
import { presentRecord } from '../present';
import { minutesOf, timesFit } from '../rules/times';

const mine = ({ actor }: Context, shiftId: string) => shifts.claimId(shiftId, actor.personId);

function requireCode(shift: ShiftDocument, code: string): void {
  if (shift.code !== code) throw new Refusal('SERVICE_CODE_WRONG');
}

/** Checks in by the code at the place (HOURS-1). */
export async function checkIn(
  context: Context,
  { shiftId, code }: CallInput<'service.checkIn'>,
): Promise<ServiceRecordView> {
  const { actor, now } = context;
  await attend(context, shiftId, ({ shift, record }) => {
    enforce(mayCheckIn(actor, now, shift, record));
    requireCode(shift, code);
    if (record) return null;
    const fresh = freshRecord(shift, actor.personId, now);
    return { record: { ...fresh, inAt: now, means: 'code' }, facts: { in: true } };
  });
  return presentRecord(context, mine(context, shiftId));
}

/** Checks out; the minutes stand from then on (HOURS-2). */
export async function checkOut(
  context: Context,
  { shiftId, code }: CallInput<'service.checkOut'>,
): Promise<ServiceRecordView> {
  const { actor, now } = context;
  await attend(context, shiftId, ({ shift, record }) => {
    if (record?.state === 'done' && record.outAt !== null && record.means === 'code') return null;
    enforce(mayCheckOut(actor, now, shift, record));
    requireCode(shift, code);
    if (!record) return null;
    const minutes = minutesOf(shift, record.inAt ?? now, now);
    return { record: { ...record, state: 'done', outAt: now, minutes }, facts: { out: true, minutes } };
  });
  return presentRecord(context, mine(context, shiftId));
}

/** Says from when to when they were there, where no code was at hand; a leader confirms it (HOURS-3). */
export async function stateTimes(
  context: Context,
  { shiftId, inAt, outAt }: CallInput<'service.state'>,
): Promise<ServiceRecordView> {
  const { actor, now } = context;
  await attend(context, shiftId, ({ shift, record }) => {
    enforce(mayState(actor, now, shift, record));
    // Who checked in by code came when the code says.
    const came = record?.means === 'code' ? (record.inAt ?? inAt) : inAt;
    if (!timesFit(shift, came, outAt, now)) throw new Refusal('SERVICE_TIMES');
    const base = record ?? freshRecord(shift, actor.personId, now);
    const stated = { ...base, state: 'stated' as const, means: record?.means ?? ('stated' as const) };
    return { record: { ...stated, inAt: came, outAt, minutes: 0 }, facts: { stated: true } };
  });
  return presentRecord(context, mine(context, shiftId));
}

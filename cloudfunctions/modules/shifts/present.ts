import type { ShiftDetail } from '@contract/shifts';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { mayCheckIn, mayCheckOut, mayLog } from '../service/policy';
import { records } from '../service/repository';
import { tasks } from '../tasks/repository';
import { leaderNames } from '../teams/present';
import { claimingOf, ledCase } from './claiming';
import { mayAnswer, mayCancel, mayClaim, mayLeadShift, mayWithdraw } from './policy';
import { shifts } from './repository';
import { ownClaim, shiftSummary } from './views';

/** A shift as the caller sees it, with what they can do and why not. */
export async function presentShift(context: Context, id: string, gaveBack = false): Promise<ShiftDetail> {
  const { actor, now } = context;
  const { shift, volunteer, team } = await ledCase(store, context, id, gaveBack);
  const [claiming, task, record, leaders] = await Promise.all([
    claimingOf(store, context, shift, volunteer),
    tasks.byId(store, shift.taskId),
    records.byId(store, shifts.claimId(shift._id, actor.personId)),
    leaderNames(team),
  ]);
  const { overlap } = claiming;
  const answer = mayAnswer(actor, now, shift);
  return {
    ...shiftSummary(shift, now, ownClaim(shift, actor.personId)),
    ...{ risks: task?.risks ?? { none: true, text: '' }, minimumAge: task?.minimumAge ?? 0 },
    ...{ bring: task?.bring ?? '', withdrawUntil: shift.withdrawUntil, leaders, cancelled: shift.cancelled },
    overlap: overlap && { id: overlap.shiftId, title: overlap.title, startsAt: overlap.startsAt },
    record: record && { id: record._id, inAt: record.inAt, outAt: record.outAt },
    can: {
      claim: mayClaim(actor, now, claiming),
      withdraw: mayWithdraw(actor, now, shift, record),
      accept: answer,
      decline: answer,
      checkIn: mayCheckIn(actor, now, shift, record),
      checkOut: mayCheckOut(actor, now, shift, record),
      log: mayLog(actor, now, shift, team, record),
      lead: mayLeadShift(actor, now, shift, team),
      cancel: mayCancel(actor, now, shift, team),
    },
  };
}

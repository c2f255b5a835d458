import { change } from '../../kernel/change';
import type { Change } from '../../kernel/change';
import type { Context } from '../../kernel/context';
import type { MessageIntent } from '@contract/messages';
import type { Transaction } from '../../kernel/database';
import { ledCase } from '../shifts/claiming';
import type { ShiftDocument } from '../shifts/documents';
import { shifts } from '../shifts/repository';
import type { TeamDocument } from '../teams/documents';
import { volunteers } from '../volunteers/repository';
import type { RecordDocument } from './documents';
import { records } from './repository';

/** A record of which nothing is known yet. */
export function freshRecord(shift: ShiftDocument, personId: string, now: number): RecordDocument {
  const { _id: shiftId, taskId, title, where, placeId, placeName, path } = shift;
  const { teamId, teamName, startsAt, endsAt, month } = shift;
  return {
    ...{ _id: shifts.claimId(shiftId, personId), shiftId, taskId, title, where, placeId, placeName, path },
    ...{ teamId, teamName, personId, startsAt, endsAt, month, state: 'present', means: null },
    ...{ inAt: null, outAt: null, minutes: 0, earlier: [], disputes: [], revision: 1, createdAt: now },
  };
}

export function notedRecord(
  { _id, path }: RecordDocument,
  facts: Record<string, unknown>,
  messages: MessageIntent[] = [],
): Change {
  return { subject: { kind: 'service-record', id: _id }, path, facts, messages };
}

export interface Attending {
  transaction: Transaction;
  shift: ShiftDocument;
  team: TeamDocument | null;
  record: RecordDocument | null;
}

/**
 * What a person says of their own being there, in one transaction that writes on their own document as well: it meets a withdrawal of
 * the same moment there (SHIFT-7).
 */
export async function attend(
  context: Context,
  shiftId: string,
  make: (attending: Attending) => { record: RecordDocument; facts: Record<string, unknown> } | null,
): Promise<void> {
  const { actor } = context;
  await change(context, async (transaction) => {
    const { shift, volunteer, team } = await ledCase(transaction, context, shiftId);
    const record = await records.byId(transaction, shifts.claimId(shiftId, actor.personId));
    const made = make({ transaction, shift, team, record });
    // It stands already. Noted all the same: sent once more later, this call changes nothing (IDM-1).
    if (!made) return { subject: { kind: 'shift', id: shiftId }, path: shift.path, facts: { stood: true } };
    if (volunteer) await volunteers.put(transaction, volunteer);
    await records.put(transaction, { ...made.record, revision: (record?.revision ?? 0) + 1 });
    return notedRecord(made.record, made.facts);
  });
}

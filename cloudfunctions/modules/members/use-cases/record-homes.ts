import type { CallInput } from '@contract/calls';
import type { HomeLabel, RegisterRow } from '@contract/register';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../motions/rules/days';
import type { HomeDocument, PlaceDocument } from '../documents';
import { mayRecordHomes } from '../policy';
import { homes, places } from '../repository';
import { batchFaults } from '../rules/register';
import { touchRegisters } from '../../register/touching';
import { homeLabel } from '../views';

const idFor = (row: RegisterRow) => homes.idFor(row.placeId, row.label);

/** What was chosen before stays as long as the register still has the key. */
function kept(row: RegisterRow, before: HomeDocument | undefined) {
  const owns = row.owners.some((owner) => owner.key === before?.namedOwnerKey);
  const lives = row.residents.some((resident) => resident.key === before?.representativeKey);
  const named =
    row.namedOwner === undefined && owns
      ? { namedOwnerKey: before?.namedOwnerKey ?? null, namedOwnerProof: before?.namedOwnerProof ?? null }
      : { namedOwnerKey: row.namedOwner?.key ?? null, namedOwnerProof: row.namedOwner?.proof ?? null };
  const chosen =
    row.representativeKey === undefined && lives ? before?.representativeKey : row.representativeKey;
  return { ...named, representativeKey: chosen ?? null };
}

function documentOf(row: RegisterRow, place: PlaceDocument, before: HomeDocument | undefined): HomeDocument {
  const { placeId, label, use, area, areaBasis, parkingBasis, holding, residents } = row;
  const _id = idFor(row);
  return {
    ...{ _id, placeId, label, use, area, areaBasis, parkingBasis, holding, residents },
    path: [...place.path, _id],
    owners: row.owners.map(({ key, name, registered, proof }) => ({
      key,
      name,
      proof: registered ? null : proof,
    })),
    ...kept(row, before),
    revision: (before?.revision ?? 0) + 1,
  };
}

async function record(
  transaction: Transaction,
  context: Context,
  rows: readonly RegisterRow[],
): Promise<string[]> {
  const near = await places.byIds(
    transaction,
    rows.map((row) => row.placeId),
  );
  await touchRegisters(transaction, near);
  const before = await homes.byIds(transaction, rows.map(idFor));
  for (const row of rows) {
    const place = found(near.find(({ _id }) => _id === row.placeId) ?? null);
    enforce(mayRecordHomes(context.actor, context.now, place));
    await homes.put(
      transaction,
      documentOf(
        row,
        place,
        before.find(({ _id }) => _id === idFor(row)),
      ),
    );
  }
  return near[0]?.path ?? [];
}

/** Writes rows of the register, each new or over the row of the same place and label (ROLL-3, 6, 8, 13). */
export async function recordHomes(
  context: Context,
  input: CallInput<'members.recordHomes'>,
): Promise<{ homes: HomeLabel[] }> {
  const faults = batchFaults(input.homes, dayOf(context.now));
  if (Object.keys(faults).length > 0) throw new Refusal('REGISTER_ROW_WRONG', faults);
  const ids = input.homes.map(idFor);
  await change(context, async (transaction) => {
    const path = await record(transaction, context, input.homes);
    return { subject: { kind: 'register', id: ids[0] ?? '' }, path, facts: { homes: ids } };
  });
  const rows = new Map((await homes.byIds(store, ids)).map((home) => [home._id, home]));
  return { homes: ids.map((id) => homeLabel(found(rows.get(id) ?? null))) };
}

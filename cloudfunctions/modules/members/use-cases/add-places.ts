import type { CallInput } from '@contract/calls';
import type { PlaceView } from '@contract/places';
import { change } from '../../../kernel/change';
import { type Context, newId } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { PlaceDocument } from '../documents';
import { mayAddPlaces } from '../policy';
import { versionOf } from '../profile-version';
import { places, profileVersions } from '../repository';
import { fitsUnder } from '../rules/tree';
import { placeView } from '../views';

type NewPlace = CallInput<'members.addPlaces'>['places'][number];

/** What the batch can hang under: places that are there, and those that stand before in the batch. */
async function knownPlaces(
  transaction: Transaction,
  batch: readonly NewPlace[],
): Promise<Map<string, PlaceDocument>> {
  const ids = batch.flatMap((place) => [place.parentId, ...(place.id ? [place.id] : [])]);
  const rows = await places.byIds(transaction, ids);
  return new Map(rows.map((place) => [place._id, place]));
}

function placed(
  context: Context,
  n: number,
  given: NewPlace,
  known: Map<string, PlaceDocument>,
): PlaceDocument {
  const parent = found(known.get(given.parentId) ?? null);
  enforce(mayAddPlaces(context.actor, context.now, parent.path));
  if (!fitsUnder(given.kind, parent.kind)) {
    throw new Refusal('PLACE_KIND_WRONG', { [`places.${n}.kind`]: '这个类型不能放在所选的上级下面' });
  }
  const _id = given.id ?? newId(context, 'place', n);
  if (known.has(_id)) throw new Refusal('INVALID_INPUT', { [`places.${n}.id`]: '这个编号已经用过' });
  const { kind, name, parentId, sort } = given;
  const profile = given.profile && { id: _id, ...given.profile };
  const path = [...parent.path, _id];
  return { _id, kind, name, parentId, path, profile, sort, revision: 1 };
}

/** Writes a place, and what it lays down as its first version (PATH-22). */
async function placeWithProfile(
  transaction: Transaction,
  context: Context,
  place: PlaceDocument,
): Promise<void> {
  const { profile } = place;
  if (!profile) return places.put(transaction, place);
  const version = versionOf(context, place, { profile, basis: '', photos: [] });
  await profileVersions.insert(transaction, version);
  return places.put(transaction, { ...place, profileVersion: version.number });
}

/** Hangs places under others; one batch can hold parents and, after them, their children (MEM-12). */
export async function addPlaces(
  context: Context,
  input: CallInput<'members.addPlaces'>,
): Promise<{ places: PlaceView[] }> {
  const ids = input.places.map((given, n) => given.id ?? newId(context, 'place', n));
  await change(context, async (transaction) => {
    const known = await knownPlaces(transaction, input.places);
    let top: PlaceDocument | undefined;
    for (const [n, given] of input.places.entries()) {
      const place = placed(context, n, given, known);
      known.set(place._id, place);
      top ??= place;
      await placeWithProfile(transaction, context, place);
    }
    const { _id, path } = found(top ?? null);
    return { subject: { kind: 'place', id: _id }, path, facts: { places: ids } };
  });
  const added = new Map((await places.byIds(store, ids)).map((place) => [place._id, place]));
  return { places: ids.map((id) => placeView(found(added.get(id) ?? null))) };
}

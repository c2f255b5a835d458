import type { ImportView } from '@contract/register-import';
import type { Context } from '../../kernel/context';
import type { Reader } from '../../kernel/database';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import type { PlaceDocument } from '../members/documents';
import { places } from '../members/repository';
import type { VersionDocument } from './documents';
import { mayImport, maySeeRegister } from './policy';
import { registers, versions } from './repository';
import { registerRoot } from './rules/root';
import { importView } from './views';

/** The place of a register, for whoever may import there. @throws Refusal NOT_FOUND, NOT_ALLOWED, PLACE_KIND_WRONG */
export async function importPlace({ actor, now }: Context, placeId: string): Promise<PlaceDocument> {
  const place = found(await places.byId(store, placeId));
  const root = registerRoot(await places.onPath(store, place.path));
  enforce(mayImport(actor, now, place, root?._id === placeId));
  return place;
}

/** An import, for the offices of its place. @throws Refusal NOT_FOUND, NOT_ALLOWED */
export async function importOf(
  { actor, now }: Context,
  reader: Reader,
  id: string,
): Promise<VersionDocument> {
  const version = found(await versions.byId(reader, id));
  enforce(maySeeRegister(actor, now, version.path));
  return version;
}

export async function presentImport(context: Context, importId: string): Promise<ImportView> {
  const version = await importOf(context, store, importId);
  const place = found(await places.byId(store, version.placeId));
  return importView(version, await registers.of(store, place), place.name);
}

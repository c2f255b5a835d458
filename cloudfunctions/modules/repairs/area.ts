import { store } from '../../kernel/reader';
import type { PlaceDocument } from '../members/documents';
import { places } from '../members/repository';
import { isManagedArea } from '../motions/policy/place';

/** The property management area that a place lies in, or is: the fund is the whole area's, whichever building it is (OWN-9). */
export async function areaOf({ path }: Pick<PlaceDocument, 'path'>): Promise<PlaceDocument | null> {
  return (await places.onPath(store, path)).findLast(({ kind }) => isManagedArea(kind)) ?? null;
}

import { _ } from '../../../kernel/cloud';
import { store } from '../../../kernel/database';
import { insertMissing } from '../../../kernel/insert-missing';
import type { HomeDocument, PlaceDocument } from '../../members/documents';

const PARENTS_AT_ONCE = 200;

async function childrenOf(parentIds: readonly string[]): Promise<PlaceDocument[]> {
  const found: PlaceDocument[] = [];
  for (let from = 0; from < parentIds.length; from += PARENTS_AT_ONCE) {
    const some = parentIds.slice(from, from + PARENTS_AT_ONCE);
    found.push(...(await store.findAll<PlaceDocument>('places', { parentId: _.in(some) })));
  }
  return found;
}

export const placesBelow = {
  /** The buildings and units of a register's place, level by level. */
  async of(rootId: string): Promise<PlaceDocument[]> {
    const below: PlaceDocument[] = [];
    let level = await childrenOf([rootId]);
    while (level.length > 0) {
      below.push(...level);
      level = await childrenOf(level.map(({ _id }) => _id));
    }
    return below;
  },

  make: (places: readonly PlaceDocument[]) => insertMissing('places', places),
};

export const registeredHomes = {
  /** All that lie in the place, with those that are gone. */
  all: (placeId: string) => store.findAll<HomeDocument>('homes', { path: placeId }),

  /** Where each of them lies, and nothing of who owns it or lives there. */
  placed: (placeId: string) =>
    store.findAll<Pick<HomeDocument, '_id' | 'path'>>('homes', { path: placeId }, ['path']),

  make: (homes: readonly HomeDocument[]) => insertMissing('homes', homes),

  /** Puts a home in the place of the one that was read; false where somebody has changed it since. */
  replace(before: HomeDocument, after: HomeDocument): Promise<boolean> {
    const { _id, ...data } = after;
    return store.updateWhere('homes', { _id, revision: before.revision }, data);
  },
};

import { idOf } from '../../kernel/ids';
import type { Ids } from './rules/ids';

/** A home's id is made as `members/repository/homes` makes it: what was recorded by hand is the same home. */
export const registerIds: Ids = {
  place: (parentId, name) => idOf('register-place', parentId, name),
  home: (placeId, label) => idOf('home', placeId, label),
  owner: (homeId, name) => `own-${idOf('register-owner', homeId, name)}`,
  resident: (homeId, name, bornOn) => `res-${idOf('register-resident', homeId, name, bornOn)}`,
};

import type { HomeDocument, RegisteredOwner } from '../../members/documents';
import type { ImportedHome } from '../documents';
import { isMade } from './ids';

/** Another key for a person who stays: who is tied to the home by the old one keeps the tie. */
export interface Rekeyed {
  from: string;
  to: string;
}

/**
 * Owners of a home who have another key by a confirmation, or by the first key that a file gives them. A key of a file in place of
 * another one of a file is another person (REG-5).
 */
export function rekeyedOwners(before: HomeDocument, after: ImportedHome): Rekeyed[] {
  const once = (owners: readonly { name: string }[], name: string) =>
    owners.filter((owner) => owner.name === name).length === 1;
  return after.owners.flatMap(({ key, name, given }) => {
    if (!once(before.owners, name) || !once(after.owners, name)) return [];
    const old = before.owners.find((owner) => owner.name === name);
    if (!old || old.key === key || (given && !isMade(old.key))) return [];
    return [{ from: old.key, to: key }];
  });
}

function chosenOf(before: HomeDocument | null, after: ImportedHome, rekeyed: readonly Rekeyed[]) {
  const { namedOwner, representativeKey, owners, residents } = after;
  const namedBefore = rekeyed.find(({ from }) => from === before?.namedOwnerKey)?.to ?? before?.namedOwnerKey;
  const named = namedOwner
    ? { namedOwnerKey: namedOwner.key, namedOwnerProof: namedOwner.proof }
    : owners.some(({ key }) => key === namedBefore)
      ? { namedOwnerKey: namedBefore ?? null, namedOwnerProof: before?.namedOwnerProof ?? null }
      : { namedOwnerKey: null, namedOwnerProof: null };
  const stays = residents.some(({ key }) => key === before?.representativeKey);
  const chosen = representativeKey ?? (stays ? before?.representativeKey : null);
  return { ...named, representativeKey: chosen ?? null };
}

/** The home as the version has it; what its people chose stays as long as the register has the key (REG-9). */
export function appliedHome(before: HomeDocument | null, after: ImportedHome): HomeDocument {
  const { homeId, placeId, path, label, use, area, areaBasis, parkingBasis, holding, residents } = after;
  const owners: RegisteredOwner[] = after.owners.map(({ key, name, proof }) => ({ key, name, proof }));
  const rekeyed = before ? rekeyedOwners(before, after) : [];
  const facts = { placeId, path, label, use, area, areaBasis, parkingBasis, holding, owners, residents };
  const revision = (before?.revision ?? 0) + 1;
  return { _id: homeId, ...facts, ...chosenOf(before, after, rekeyed), goneAt: null, revision };
}

/** Whether the home is already so: then nothing is written, and its revision stays. */
export function isApplied(before: HomeDocument, after: HomeDocument): boolean {
  const facts = ({ goneAt, revision: _revision, ...rest }: HomeDocument) => {
    const entries = Object.entries({ ...rest, goneAt: goneAt ?? null });
    return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return facts(before) === facts(after);
}

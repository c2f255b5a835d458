import type { RegisterMatch } from '@contract/claims';
import type { ErrorCode } from '@contract/errors';
import type { HomeRelation } from '@contract/roles';
import type { HomeDocument } from '../documents';

type Register = Pick<HomeDocument, 'owners' | 'residents'>;

/** How a person comes to belong to a home: the relation and who they are in its register. */
export interface NewTie {
  relation: HomeRelation;
  ownerKey: string | null;
  residentKey: string | null;
}

export interface Wanted {
  name: string;
  asTenant: boolean;
  /** As whom: a member of the household is looked for among the residents only, an owner only among the owners. */
  as: 'owner' | 'resident' | 'either';
  /** Chosen by the officer where the name fits several. */
  ownerKey?: string | null;
  residentKey?: string | null;
}

const plain = (name: string) => name.replace(/[\s·•．.]/g, '');

/** Whoever in the register bears the name; blanks and the points of longer names do not matter. */
export function matchesOf(home: Register, name: string): RegisterMatch[] {
  const same = (other: { name: string }) => plain(other.name) === plain(name);
  const owners = home.owners.filter(same);
  const residents = home.residents.filter(same);
  return [
    ...owners.map((owner) => ({ key: owner.key, name: owner.name, as: 'owner' as const, bornIn: null })),
    ...residents.map((resident) => ({
      key: resident.key,
      name: resident.name,
      as: 'resident' as const,
      bornIn: Number(resident.bornOn.slice(0, 4)),
    })),
  ];
}

/** The one key of those that match; null for none, undefined where it cannot be told. */
function pick(keys: readonly string[], chosen: string | null | undefined): string | null | undefined {
  if (chosen) return keys.includes(chosen) ? chosen : undefined;
  return keys.length > 1 ? undefined : (keys[0] ?? null);
}

/**
 * Who somebody of this name is in the home: an owner, one of several, or a member of the household; a tenant needs no entry.
 * Returns NAME_NOT_IN_REGISTER where nobody fits, NAME_AMBIGUOUS where several do and none was chosen.
 */
export function tieOf(home: Register, wanted: Wanted): NewTie | ErrorCode {
  if (wanted.asTenant) return { relation: 'tenant', ownerKey: null, residentKey: null };
  const matches = matchesOf(home, wanted.name);
  const keysOf = (as: RegisterMatch['as']) =>
    matches.filter((match) => match.as === as).map((match) => match.key);
  const ownerKey = wanted.as === 'resident' ? null : pick(keysOf('owner'), wanted.ownerKey);
  if (ownerKey === undefined) return 'NAME_AMBIGUOUS';
  if (ownerKey === null && wanted.as === 'owner') return 'NAME_NOT_IN_REGISTER';
  const residentKey = pick(keysOf('resident'), wanted.residentKey);
  if (ownerKey !== null) {
    const relation = home.owners.length > 1 ? 'co-owner' : 'owner';
    // An owner need not live there: which of two residents they are can stay open.
    return { relation, ownerKey, residentKey: residentKey ?? null };
  }
  if (residentKey === undefined) return 'NAME_AMBIGUOUS';
  if (residentKey === null) return 'NAME_NOT_IN_REGISTER';
  return { relation: 'household-member', ownerKey: null, residentKey };
}

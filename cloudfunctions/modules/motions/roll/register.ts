import type { ErrorCode } from '@contract/errors';
import type { HomeDocument } from '../../members/documents';
import type { MotionDocument } from '../documents';
import { compositionRefusal } from '../rules/composition';

/** A seat in a delegates' meeting: a delegate's, or one of the committee that is a member by its office. */
export interface Seat {
  personId: string;
  name: string;
  delegate: boolean;
  woman: boolean;
}

/** What a roll is made from, read once. */
export interface Register {
  homes: readonly HomeDocument[];
  /** Empty where the body has no delegates. */
  seats: readonly Seat[];
  /** The building of the home that is to become a business (OWN-8); null elsewhere. */
  applicantBuildingId: string | null;
}

type Asked = Pick<MotionDocument, 'bodyKind' | 'rule'>;

function withoutOwner(homes: readonly HomeDocument[]): HomeDocument[] {
  const counted = homes.filter(({ parkingBasis }) => parkingBasis !== 'none');
  return counted.filter(
    ({ area, holding, owners }) => area === 0 || (holding === 'owner' && owners.length === 0),
  );
}

function bornTwice(homes: readonly HomeDocument[]): HomeDocument[] {
  const born = new Map<string, string>();
  return homes.filter(({ residents }) =>
    residents.some(({ key, bornOn }) => {
      const known = born.get(key) ?? bornOn;
      born.set(key, known);
      return known !== bornOn;
    }),
  );
}

/** Labels of homes that no roll can be made of, to be mended before announcing (ROLL-3, ROLL-9). */
export function unreadyHomes({ bodyKind }: Asked, homes: readonly HomeDocument[]): string[] {
  const unready = { 'owner-groups': withoutOwner, persons: bornTwice, homes: () => [], delegates: () => [] };
  return unready[bodyKind](homes).map(({ label }) => label);
}

/** Whether a delegates' meeting that decides is composed as its law asks (ASM-10, ASM-11). */
export function seatsRefusal({ rule }: Asked, seats: readonly Seat[]): ErrorCode | null {
  if (rule !== 'residents-delegates' && rule !== 'villagers-delegates') return null;
  const delegates = seats.filter(({ delegate }) => delegate);
  return compositionRefusal(rule === 'residents-delegates' ? 'residents' : 'villagers', {
    members: seats.length,
    delegates: delegates.length,
    womenDelegates: delegates.filter(({ woman }) => woman).length,
  });
}

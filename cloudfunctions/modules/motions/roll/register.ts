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

type Asked = Pick<MotionDocument, 'bodyKind' | 'rule' | 'applicantHomeId'>;

function withoutOwner(homes: readonly HomeDocument[]): HomeDocument[] {
  const counted = homes.filter(({ parkingBasis }) => parkingBasis !== 'none');
  return counted.filter(
    ({ area, holding, owners }) => area === 0 || (holding === 'owner' && owners.length === 0),
  );
}

interface Said {
  key: string;
  /** What the register tells of whoever has the key. */
  of: string;
}

/** Homes of a key of which they tell different things: two persons under one key would be one head. */
function contradicting(
  homes: readonly HomeDocument[],
  saidBy: (home: HomeDocument) => Said[],
): HomeDocument[] {
  const known = new Map<string, Set<string>>();
  for (const { key, of } of homes.flatMap(saidBy)) known.set(key, (known.get(key) ?? new Set()).add(of));
  return homes.filter((home) => saidBy(home).some(({ key }) => (known.get(key)?.size ?? 0) > 1));
}

function ownersUnready(homes: readonly HomeDocument[]): HomeDocument[] {
  // A name only matters where the key makes the group: what is the developer's is one group whatever its keys (ROLL-4).
  const grouped = homes.filter(({ holding, parkingBasis }) => holding === 'owner' && parkingBasis !== 'none');
  const twoNames = contradicting(grouped, ({ owners }) => owners.map(({ key, name }) => ({ key, of: name })));
  return [...new Set([...withoutOwner(homes), ...twoNames])];
}

function residentsUnready(homes: readonly HomeDocument[]): HomeDocument[] {
  return contradicting(homes, ({ residents }) =>
    residents.map(({ key, name, bornOn }) => ({ key, of: JSON.stringify([name, bornOn]) })),
  );
}

/** The applicant's, where the register no longer has it as a home (OWN-7). */
const noHome = ({ applicantHomeId }: Asked, homes: readonly HomeDocument[]) =>
  homes.filter(({ _id, use }) => _id === applicantHomeId && use !== 'home');

/** Labels of homes that no roll can be made of, to be mended before announcing (ROLL-3, ROLL-9, OWN-7). */
export function unreadyHomes(motion: Asked, homes: readonly HomeDocument[]): string[] {
  const nothing = () => [];
  const unready = {
    'owner-groups': ownersUnready,
    persons: residentsUnready,
    homes: nothing,
    delegates: nothing,
  };
  const rows = new Set([...unready[motion.bodyKind](homes), ...noHome(motion, homes)]);
  return [...rows].map(({ label }) => label).sort();
}

/** Whether a delegates' meeting that decides is composed as its law asks (ASM-10, ASM-11). */
export function seatsRefusal({ rule }: Pick<Asked, 'rule'>, seats: readonly Seat[]): ErrorCode | null {
  if (rule !== 'residents-delegates' && rule !== 'villagers-delegates') return null;
  const delegates = seats.filter(({ delegate }) => delegate);
  return compositionRefusal(rule === 'residents-delegates' ? 'residents' : 'villagers', {
    members: seats.length,
    delegates: delegates.length,
    womenDelegates: delegates.filter(({ woman }) => woman).length,
  });
}

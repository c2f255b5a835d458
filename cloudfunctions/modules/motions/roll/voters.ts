import type { HomeDocument } from '../../members/documents';
import type { MotionDocument } from '../documents';
import { affectedGroups } from '../rules/owners';
import { groupOwners, type RollEntry, type RollHome } from '../rules/roll';
import { adultVoters, delegateVoters, householdVoters, isAdult } from '../rules/roll-people';
import type { Register } from './register';

type Asked = Pick<MotionDocument, 'body' | 'bodyKind' | 'rule' | 'applicantHomeId' | 'provenHomeIds'>;

function rollHome(home: HomeDocument): RollHome {
  const { _id, area, areaBasis, parkingBasis, holding, owners, namedOwnerKey } = home;
  const ownerKeys = owners.map(({ key }) => key);
  return { homeId: _id, area, areaBasis, parkingBasis, holding, ownerKeys, namedKey: namedOwnerKey };
}

function ownerGroups(motion: Asked, { homes, applicantBuildingId }: Register): RollEntry[] {
  const groups = groupOwners(homes.map(rollHome));
  const { applicantHomeId, provenHomeIds } = motion;
  if (motion.rule !== 'affected-unanimous' || !applicantHomeId || !applicantBuildingId) return groups;
  const inBuilding = homes.filter(({ path }) => path.includes(applicantBuildingId));
  const buildingHomeIds = inBuilding.map(({ _id }) => _id);
  return affectedGroups({ groups, applicantHomeId, buildingHomeIds, provenHomeIds });
}

/**
 * Everybody of age who may cast for a home whose household chose no representative: at an assembly who lives there, for it is the
 * household's; in a yard also the owners who live elsewhere (ROLL-10).
 */
function adultKeys(body: Asked['body'], { owners, residents }: HomeDocument, frozenOn: string): string[] {
  const minors = new Set(residents.filter(({ bornOn }) => !isAdult(bornOn, frozenOn)).map(({ key }) => key));
  const household = body === 'yard' ? [...owners, ...residents] : residents;
  const keys = household.map(({ key }) => key);
  return [...new Set(keys)].filter((key) => !minors.has(key)).sort();
}

/** One voter for each household (ROLL-10). An assembly counts those where somebody lives, a yard also the absent. */
function households({ body }: Asked, { homes }: Register, frozenOn: string): RollEntry[] {
  const counted = homes.filter(
    ({ use, holding, residents }) =>
      use === 'home' && holding === 'owner' && (body === 'yard' || residents.length > 0),
  );
  const keys = new Map(counted.map((home) => [`home:${home._id}`, adultKeys(body, home, frozenOn)]));
  const voters = householdVoters(
    counted.map(({ _id, representativeKey }) => ({ homeId: _id, representative: representativeKey })),
  );
  return voters.map((voter) =>
    voter.namedKey === null ? { ...voter, keys: keys.get(voter.voterKey) ?? [] } : voter,
  );
}

function adults({ homes }: Register, frozenOn: string): RollEntry[] {
  const residents = homes.flatMap((home) => home.residents);
  return adultVoters(
    residents.map(({ key, bornOn }) => ({ person: key, bornOn })),
    frozenOn,
  );
}

/** The voters of a motion by the register, on the day the roll is frozen (BAL-2, ROLL-1 … ROLL-10). */
export function votersOf(motion: Asked, register: Register, frozenOn: string): RollEntry[] {
  switch (motion.bodyKind) {
    case 'owner-groups':
      return ownerGroups(motion, register);
    case 'homes':
      return households(motion, register, frozenOn);
    case 'persons':
      return adults(register, frozenOn);
    case 'delegates':
      return delegateVoters(register.seats.map(({ personId }) => personId));
  }
}

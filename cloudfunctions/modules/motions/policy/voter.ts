import type { BodyKind } from '@contract/decision';
import type { ErrorCode } from '@contract/errors';
import { type PersonDocument, type Tie, tiesOnRoll } from '../../../kernel/person';
import type { BallotDocument, MotionDocument, RollEntryDocument } from '../documents';

/** Who asks to cast: a person with the ties that others accepted. */
export interface Voter {
  personId: string;
  ties: readonly Tie[];
}

/** Somebody as they stand on this motion's roll: what they left since the freezing does not take their vote (ROLL-18). */
export function voterIn({ roll }: Pick<MotionDocument, 'roll'>, person: PersonDocument): Voter {
  return { personId: person._id, ties: roll ? tiesOnRoll(person, roll.frozenAt) : person.ties };
}

const owns = ({ relation }: Tie) => relation === 'owner' || relation === 'co-owner';

/** The keys under which the register knows somebody by these ties. */
function keysOf(ties: readonly Tie[]): string[] {
  return ties.flatMap((tie) => [tie.ownerKey, tie.residentKey].filter((key) => key !== null));
}

/** Why somebody with a home of the group is none of those who vote for it. */
function groupStranger(entry: RollEntryDocument, ties: readonly Tie[]): ErrorCode {
  const asOwner = ties.some(owns);
  if (entry.developer && asOwner) return 'NOT_VOTER_UNHANDED';
  if (asOwner) return 'NOT_ON_ROLL';
  return ties.every(({ relation }) => relation === 'tenant') ? 'NOT_VOTER_TENANT' : 'AUTHORISED_CLOSED';
}

/** Owner groups: a co-owner of the frozen roll, and where they named one, that one (ROLL-4, ROLL-7, ROLL-12, BAL-11). */
function ownerRefusal(entry: RollEntryDocument, ties: readonly Tie[]): ErrorCode | null {
  const keys = ties.filter(owns).flatMap(({ ownerKey }) => ownerKey ?? []);
  if (!keys.some((key) => entry.keys.includes(key))) return groupStranger(entry, ties);
  return entry.namedKey === null || keys.includes(entry.namedKey) ? null : 'CO_OWNER_NAMED';
}

/** A home's one ballot: its representative's, or any adult's of the register where none was chosen (ROLL-10). */
function homeRefusal(entry: RollEntryDocument, ties: readonly Tie[]): ErrorCode | null {
  const keys = keysOf(ties);
  if (entry.namedKey !== null) return keys.includes(entry.namedKey) ? null : 'NOT_REPRESENTATIVE';
  if (keys.some((key) => entry.keys.includes(key))) return null;
  return ties.every(({ relation }) => relation === 'tenant') ? 'NOT_VOTER_TENANT' : 'NOT_ON_ROLL';
}

/** Whether this person may cast the ballot of a voter on the frozen roll, or the reason that applies to them (BAL-5). */
export function voterRefusal(voter: Voter, entry: RollEntryDocument): ErrorCode | null {
  if (entry.kind === 'delegates') return entry.keys.includes(voter.personId) ? null : 'NOT_ON_ROLL';
  const ties = voter.ties.filter(({ homeId }) => entry.homeIds.includes(homeId));
  if (ties.length === 0) return 'NOT_ON_ROLL';
  if (entry.kind === 'owner-groups') return ownerRefusal(entry, ties);
  if (entry.kind === 'homes') return homeRefusal(entry, ties);
  return ties.some(({ residentKey }) => residentKey !== null && entry.keys.includes(residentKey))
    ? null
    : 'NOT_ON_ROLL';
}

/** A ballot is whose phone cast it; a paper is for all who may stand for the voter (BAL-13, PAP-7). */
export function isVoters(
  motion: MotionDocument,
  { castBy }: Pick<BallotDocument, 'castBy'>,
  entry: RollEntryDocument,
  person: PersonDocument,
): boolean {
  return castBy === null ? voterRefusal(voterIn(motion, person), entry) === null : castBy === person._id;
}

/**
 * Whether the ballot or an earlier revision of it is theirs: whoever cast one for a voter may look for what is counted in its place,
 * also where a paper and then somebody else of that voter went over it (BAL-26).
 */
export function hasPart(
  motion: MotionDocument,
  ballot: BallotDocument,
  entry: RollEntryDocument,
  person: PersonDocument,
): boolean {
  const casters = [...ballot.history.map(({ castBy = ballot.castBy }) => castBy), ballot.castBy];
  return casters.some((castBy) => isVoters(motion, { castBy }, entry, person));
}

/** What somebody is told whose voter has a ballot of another person (BAL-3, BAL-9). */
export function otherVotedCode(kind: BodyKind): ErrorCode {
  return kind === 'owner-groups' ? 'CO_OWNER_VOTED' : 'VOTER_VOTED';
}

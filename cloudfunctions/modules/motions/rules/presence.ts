/** Who is present at an assembly, by voter key. */
export interface Presence {
  present: number;
  /** Of these, whom only a ballot by phone made present; named in the record (ASM-9). */
  byPhoneOnly: string[];
  /** Voted by phone where that does not make present: their ballots are not counted. */
  notPresent: string[];
}

/** Joins check-ins and ballots by phone; each voter counts once (ASM-9, ASM-13, MEET-4). */
export function presenceOf(
  checkedIn: readonly string[],
  phoneVoters: readonly string[],
  phoneMakesPresent: boolean,
): Presence {
  const inTheYard = new Set(checkedIn);
  const absent = [...new Set(phoneVoters)].filter((voter) => !inTheYard.has(voter)).sort();
  return {
    present: inTheYard.size + (phoneMakesPresent ? absent.length : 0),
    byPhoneOnly: phoneMakesPresent ? absent : [],
    notPresent: phoneMakesPresent ? [] : absent,
  };
}

/**
 * What a result says of those whom only a ballot by phone made present (ASM-9): their number; of a secret vote that it counts so and no
 * number, for that would split the ballots by channel (SECRET-15); null where nobody is counted as present.
 */
export function presentByPhoneShown(motion: {
  ballot?: 'named' | 'secret';
  phonePresence: boolean;
  presentByPhone: number | null;
}): number | 'secret' | null {
  const { ballot, phonePresence, presentByPhone } = motion;
  return ballot === 'secret' && phonePresence && presentByPhone !== null ? 'secret' : presentByPhone;
}

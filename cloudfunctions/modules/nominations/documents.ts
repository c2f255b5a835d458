import type { NominationState } from '@contract/nominations';

/** Collection `nomination_rounds`: written by each check, withdrawal and drafted vote, so that a vote is on the nominees that stand. */
export interface RoundDocument {
  _id: string;
  title: string;
  purpose: string;
  placeId: string;
  placeName: string;
  path: string[];
  closesAt: number;
  seats: number;
  /** Nominations whose nominees everybody sees, in the order in which they were accepted. */
  candidateIds: string[];
  /** The vote that was drafted last; one that was cancelled is none. */
  motionId: string | null;
  revision: number;
  createdAt: number;
}

export interface Reason {
  text: string;
  photos: string[];
  by: string;
  at: number;
}

/** Collection `nominations`; `_id` is made of round, nominator and how many they nominated before. */
export interface NominationDocument {
  _id: string;
  roundId: string;
  path: string[];
  nominatorId: string;
  name: string;
  where: string;
  minor: boolean;
  /** Its own, then those of nominations that were joined to it. */
  reasons: Reason[];
  /** Eight digits that the nominator hands to the nominee. */
  code: string;
  consent: {
    /** Null where it was given on paper. */
    personId: string | null;
    by: string;
    home: string | null;
    guardian: boolean;
    photos: string[];
    at: number;
  } | null;
  state: NominationState;
  /** Whoever agreed has left the app since (NOM-7); missing: nobody. */
  left?: true;
  reason: string;
  at: number;
}

/** What the community's own rules or the local authority fixed; without it the defaults below hold. Source: rules.md, "The lawful path". */
export interface LocalProfile {
  /** The office that confirmed electronic votes, per body, or null: then only 预表决 and 意见征询 (PATH-9). */
  electronicVotes: { owners: string | null; residents: string | null; villagers: string | null };
  /** Length of a window for deciding in writing, in days. */
  windowDays: { min: number; max: number };
  /** Days that a decision stays published, at least 15. */
  publicationDays: number;
  /** Whether a phone ballot makes its voter present (ASM-9). */
  phonePresence: boolean;
  /** Who convenes the owners where there is no owners' committee, by office; null: the residents' committee. */
  ownersConvener: 'owners-committee' | 'residents-committee' | null;
  /** The authority that lets a building or unit decide alone (OWN-9), or null. */
  narrowArea: string | null;
}

export const DEFAULT_PROFILE: LocalProfile = {
  electronicVotes: { owners: null, residents: null, villagers: null },
  windowDays: { min: 5, max: 60 },
  publicationDays: 15,
  phonePresence: false,
  ownersConvener: null,
  narrowArea: null,
};

import type { Body } from './decision';
import type { Office } from './roles';

/** What a locality lays down beyond the statutes, as data; statutes are minima that it cannot undercut. */
export interface LocalProfile {
  id: string;
  /** The office that confirmed the profile, by name; null: nobody, so nothing here makes a vote statutory. */
  confirmedBy: string | null;
  /** Bodies whose votes may be cast by phone (PATH-9). */
  electronicVotes: readonly Body[];
  /** Bodies at which a ballot by phone makes its voter present (ASM-9). */
  phonePresence: readonly Body[];
  /** Longer notice than the statute's, in days. */
  noticeDays: Partial<Record<Body, number>>;
  /** Length of a vote in writing, in days (PATH-5). */
  writtenWindowDays: { min: number; max: number };
  /** Days of publication, where more than the statute's. */
  publicationDays: number;
  /** What lets a narrower area than the whole property management area decide; null: nothing (OWN-9). */
  narrowerAreaAuthority: string | null;
  /** Who may convene the owners where there is no owners' committee (PATH-6). */
  ownersConveners: readonly Office[];
  maxProxies: number;
  /** Whether a meeting may not vote on what its locked agenda lacks; missing: it may not (MOT-4, PATH-19). */
  offAgendaBarred?: boolean;
}

/** Where no local profile is recorded: nothing is statutory, and the strictest of the common figures hold. */
export const DEFAULT_PROFILE: LocalProfile = {
  id: 'none',
  confirmedBy: null,
  electronicVotes: [],
  phonePresence: [],
  noticeDays: {},
  writtenWindowDays: { min: 5, max: 60 },
  publicationDays: 15,
  narrowerAreaAuthority: null,
  ownersConveners: ['residents-committee'],
  maxProxies: 3,
  offAgendaBarred: true,
};

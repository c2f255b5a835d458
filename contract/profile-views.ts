import type { Body } from './decision';
import type { Can, Page } from './envelope';
import type { LocalProfile } from './profile';
import type { Office } from './roles';

/** One body under a local profile: what it allows, and what the statute allows at the least. */
export interface ProfileBodyView {
  body: Body;
  label: string;
  /** Days of notice that the statute gives: the profile may give more, never fewer (PATH-1). */
  leastNoticeDays: number;
  /** '《物业管理条例》第十四条' */
  noticeArticle: string;
  /** Days of notice that hold here. */
  noticeDays: number;
  /** Whether its votes by phone can be statutory here (PATH-9). */
  statutory: boolean;
  /** False of a body that no statute knows: its votes are never statutory. */
  hasStatute: boolean;
  /** Whether a ballot by phone makes its voter present here (ASM-9). */
  phonePresence: boolean;
}

/** What was laid down once, by whom and on what; it is never changed (PATH-22). */
export interface ProfileVersionView {
  /** Counts the place's versions from 1. */
  number: number;
  at: number;
  /** Name and office: '周敏（街道）'. */
  by: string;
  /** The document that it rests on; empty of one that came with the place. */
  basis: string;
  photos: string[];
  /** What it said, a sentence a line; of one that was dropped that the place follows the one above again. */
  lines: string[];
}

/** The local profile that holds at a place, with a page of what this very place laid down, newest first (PATH-22). */
export interface ProfileView extends Page<ProfileVersionView> {
  placeId: string;
  placeName: string;
  profile: LocalProfile;
  /** The place that laid it down: this one or one above; null: nobody did, and the common figures hold. */
  from: { id: string; name: string } | null;
  /** What follows for votes: '业主大会可以在手机上作法定表决' … */
  follows: string[];
  bodies: ProfileBodyView[];
  leastPublicationDays: number;
  /** Offices that may be named to convene the owners where there is no owners' committee. */
  offices: { office: Office; label: string }[];
  revision: number;
  can: Can<'set'>;
}

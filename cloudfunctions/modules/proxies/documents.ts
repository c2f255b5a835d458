import type { ProxyState } from '@contract/proxies';

/** One written proxy of a voter, from its giving to its end. */
export interface Grant {
  /** Counts the voter's proxies from 1. */
  number: number;
  state: ProxyState;
  channel: 'phone' | 'paper';
  /** The vote that it was given for, or given from where it is for the whole meeting. */
  motionId: string;
  /** Set: for all votes of this meeting in which the voter stands on the roll. */
  meetingId: string | null;
  /** Who gave it on the phone; null on paper, which speaks for the voter as a paper ballot does (PAP-7). */
  principalId: string | null;
  principalName: string;
  /** Null until somebody has accepted it. */
  holderId: string | null;
  /** As the principal wrote it; from then on as the holder is called. */
  holderName: string;
  /** Of the code on the slip; null on paper. */
  codeHash: string | null;
  photos: string[];
  enteredBy: string | null;
  enteredByName: string | null;
  givenAt: number;
  acceptedAt: number | null;
  /** Who brought it to its end, and when; null while it stands. */
  endedBy: string | null;
  endedAt: number | null;
  /** Why it was sent back, or what a renewed roll changed (PROXY-13). */
  reason: string | null;
  /** How often the holder has cast under it: each ballot writes here, so that none passes a withdrawal (PROXY-6). */
  casts: number;
}

/**
 * Collection `proxies`; `_id` is made of meeting (or motion, where there is none) and voter: one document holds all proxies of a voter,
 * so that of two that would stand for the same vote one is refused.
 */
export interface ProxyDocument {
  _id: string;
  arenaId: string;
  voterKey: string;
  label: string;
  path: string[];
  /** Of the last one: a holder's list begins with what was given last. */
  givenAt: number;
  /** Oldest first. */
  grants: Grant[];
  /** Holders of those in force, for their list. */
  holderIds: string[];
  /** Of those that wait for their holder or are in force. */
  codeHashes: string[];
  /** Whether one on paper waits for a second officer. */
  waiting: boolean;
  revision: number;
}

/** One of the ballots that somebody holds. */
export interface Held {
  proxyId: string;
  number: number;
  /** Null: every vote of the meeting. */
  motionId: string | null;
}

/** Collection `proxy_holders`; `_id` is made of meeting (or motion) and holder: what the limit is counted by (PROXY-3). */
export interface HolderDocument {
  _id: string;
  held: Held[];
}

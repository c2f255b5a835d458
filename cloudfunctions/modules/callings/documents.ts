import type { Body } from '@contract/decision';
import type { CallingLine } from '@contract/proposals';

/** Collection `callings`; `_id` is made of matter and body: written by each signature, so that reaching is seen by one of them. */
export interface CallingDocument {
  _id: string;
  proposalId: string;
  title: string;
  body: Body;
  /** The place whose body it is, and whose register is counted. */
  placeId: string;
  placeName: string;
  path: string[];
  /** Whether a meeting or vote was announced since follows from those, and is not written here. */
  state: 'collecting' | 'reached' | 'answered';
  /** With the figures of that day (CALL-2). */
  reached: { at: number; lines: CallingLine[] } | null;
  answer: { reason: string; by: string; byId: string; at: number } | null;
  /** Whether signatures have changed since it was last counted. */
  unchecked: boolean;
  /** When it was looked at last: who lives there changes without a signature (CALL-7). Missing in one from before. */
  countedAt?: number;
  revision: number;
  createdAt: number;
}

/** Collection `call_signatures`; `_id` is made of calling and person. */
export interface CallSignatureDocument {
  _id: string;
  callingId: string;
  personId: string;
  personName: string;
  homeIds: string[];
  ownerKeys: string[];
  residentKeys: string[];
  createdAt: number;
}

import type { ProposalKind, ProposalRoute, ProposalStage } from '@contract/proposals';
import type { Office } from '@contract/roles';
import type { Held } from '../../kernel/content-check';

/** Collection `proposals`. Another module moves `stage` on within its own transaction through `proposals.put`. */
export interface ProposalDocument {
  _id: string;
  title: string;
  text: string;
  photos: string[];
  kind: ProposalKind;
  placeId: string;
  placeName: string;
  path: string[];
  /** The author first; after a merge also those of the merged ones. */
  authorIds: string[];
  /** In the order of `authorIds`. */
  authorNames: string[];
  stage: ProposalStage;
  route: ProposalRoute | null;
  routeReason: string | null;
  /** Who holds it now, as an office or a name, and since when. */
  holder: { label: string; since: number };
  /** The office in the place that may report a 公事 or 家事 done, beside the desk; null: the desk alone. */
  holderOffice: Office | null;
  returned: { reason: string; by: string; byId: string; at: number } | null;
  appeal: {
    reason: string;
    at: number;
    decision: 'pending' | 'upheld' | 'refused';
    decidedReason: string | null;
  } | null;
  /** What the office of a 公事 or 家事 reported when it had done it. */
  handled: { text: string; photos: string[]; by: string; holderLabel: string; at: number } | null;
  reopened: { at: number; reason: string }[];
  mergedInto: string | null;
  /** Every proposal that was merged into this one, also by way of others: their supporters and opinions count here (PRO-5). */
  mergedIds: string[];
  meetingId: string | null;
  motionIds: string[];
  resolutionId: string | null;
  held: Held;
  revision: number;
  createdAt: number;
  updatedAt: number;
}

/** Collection `supports`; `_id` is made of proposal and person. Authors have one too, from the day of their proposal. */
export interface SupportDocument {
  _id: string;
  proposalId: string;
  personId: string;
  personName: string;
  /** The homes within the proposal's place through which the person supports. */
  homeIds: string[];
  /** The owner keys of those homes that are the person's own. */
  ownerKeys: string[];
  residentKeys: string[];
  createdAt: number;
}

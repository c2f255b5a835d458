import type { Held } from '../../kernel/content-check';

export const PROPOSAL_STAGES = [
  'collecting', // 征集: open for co-signing, not triaged or triaged as 共事
  'returned', // 退回: with a reason; may be appealed once or written anew
  'handling', // 公事 or 家事: with an office, no vote
  'to-meet', // 待开会: on an agenda
  'voting', // 表决中
  'publishing', // 公示中
  'doing', // 办理中
  'done', // 办结, waiting for the author's confirmation
  'closed', // 已办结
  'rejected', // voted on and not passed
  'merged',
  'withdrawn',
] as const;
export type ProposalStage = (typeof PROPOSAL_STAGES)[number];

/** Collection `proposals`. Another module moves `stage` on within its own transaction through `proposals.put`. */
export interface ProposalDocument {
  _id: string;
  title: string;
  text: string;
  photos: string[];
  kind: string;
  placeId: string;
  placeName: string;
  path: string[];
  /** The author first; after a merge also those of the merged ones. */
  authorIds: string[];
  authorName: string;
  stage: ProposalStage;
  route: 'public' | 'private' | 'shared' | null;
  routeReason: string | null;
  /** Who holds it now, as an office or a name, and since when. */
  holder: { label: string; since: number };
  returned: { reason: string; by: string; at: number } | null;
  appeal: {
    reason: string;
    at: number;
    decision: 'pending' | 'upheld' | 'refused';
    decidedReason: string | null;
  } | null;
  mergedInto: string | null;
  meetingId: string | null;
  motionIds: string[];
  resolutionId: string | null;
  /** Supporters counted when it was last read; the truth is in `supports`. */
  held: Held;
  revision: number;
  createdAt: number;
  updatedAt: number;
}

/** Collection `supports`; `_id` is made of proposal and person. */
export interface SupportDocument {
  _id: string;
  proposalId: string;
  personId: string;
  personName: string;
  /** The homes within the proposal's place through which the person supports. */
  homeIds: string[];
  /** The owner keys of those homes that are the person's own. */
  ownerKeys: string[];
  createdAt: number;
}

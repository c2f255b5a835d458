import type { ProposalDetail, ProposalListItem, SupportView } from '@contract/proposals';
import type { TimelineLine } from '@contract/timeline';
import type { Actor } from '../../kernel/person';
import type { ProposalDocument } from './documents';
import { denials, isAuthor } from './policy';

export const authorName = (proposal: ProposalDocument) => proposal.authorNames.join('、');

type Common = Omit<ProposalListItem, 'photo' | 'supporters' | 'supportedByMe'>;

function commonView(actor: Actor, proposal: ProposalDocument): Common {
  const { _id: id, title, kind, placeId, placeName, stage, route, holder, createdAt, updatedAt } = proposal;
  return {
    id,
    title,
    kind,
    placeId,
    placeName,
    authorName: authorName(proposal),
    stage,
    route,
    holder,
    mine: isAuthor(actor, proposal),
    held: proposal.held !== null,
    appealPending: proposal.appeal?.decision === 'pending',
    createdAt,
    updatedAt,
  };
}

export function listItemView(
  actor: Actor,
  proposal: ProposalDocument,
  supporters: number,
  supportedByMe: boolean,
): ProposalListItem {
  return { ...commonView(actor, proposal), supporters, supportedByMe, photo: proposal.photos[0] ?? null };
}

/** What the screen of one proposal needs besides the document. */
export interface ProposalSurroundings {
  support: SupportView;
  supported: boolean;
  timeline: TimelineLine[];
  mergedInto: ProposalDocument | null;
  mergedFrom: readonly ProposalDocument[];
}

function returnedView(returned: ProposalDocument['returned']): ProposalDetail['returned'] {
  return returned && { reason: returned.reason, by: returned.by, at: returned.at };
}

function handledView(handled: ProposalDocument['handled']): ProposalDetail['handled'] {
  return handled && { text: handled.text, photos: handled.photos, by: handled.by, at: handled.at };
}

/** One proposal as this person sees it; supporters and authors as names, never as ids (SEC-9). */
export function detailView(
  actor: Actor,
  now: number,
  proposal: ProposalDocument,
  around: ProposalSurroundings,
): ProposalDetail {
  const { text, photos, routeReason, appeal, reopened, meetingId, motionIds, resolutionId, revision } =
    proposal;
  return {
    ...commonView(actor, proposal),
    ...{ text, photos, routeReason, appeal, reopened, meetingId, motionIds, resolutionId, revision },
    returned: returnedView(proposal.returned),
    handled: handledView(proposal.handled),
    supportedByMe: around.supported,
    support: around.support,
    timeline: around.timeline,
    mergedInto: around.mergedInto && { id: around.mergedInto._id, title: around.mergedInto.title },
    mergedFrom: around.mergedFrom.map((merged) => ({
      id: merged._id,
      title: merged.title,
      authorName: authorName(merged),
    })),
    can: denials(actor, now, proposal, around.supported),
  };
}

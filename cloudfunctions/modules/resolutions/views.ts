import type { ActionItemView, ResolutionDetail, ResolutionSummary } from '@contract/resolutions';
import type { Actor } from '../../kernel/person';
import { dayOf } from '../motions/rules/days';
import type { ActionItem, ResolutionDocument } from './documents';
import { mayAddItem, mayConfirm, mayReassign, mayReport } from './policy';
import { photosOf } from './rules';

export function summaryView(resolution: ResolutionDocument): ResolutionSummary {
  const { first, last } = photosOf(resolution);
  const { _id: id, title, placeName, verdict, worth, stage, publishedAt, publishedUntilOn } = resolution;
  const outcome = verdict.outcome;
  return {
    id,
    title,
    placeName,
    outcome,
    worth,
    stage,
    publishedAt,
    publishedUntilOn,
    firstPhoto: first,
    lastPhoto: last,
  };
}

function itemView(
  actor: Actor,
  now: number,
  resolution: ResolutionDocument,
  item: ActionItem,
): ActionItemView {
  const { id, title, dueOn, state, progress } = item;
  const { label, personId } = item.responsible;
  return {
    id,
    title,
    responsible: { label, personId },
    dueOn,
    overdue: state === 'open' && dueOn < dayOf(now),
    state,
    progress,
    can: {
      report: mayReport(actor, now, resolution, item),
      reassign: mayReassign(actor, now, resolution, item),
    },
  };
}

export function resolutionView(
  actor: Actor,
  now: number,
  resolution: ResolutionDocument,
  { timeline, unit }: Pick<ResolutionDetail, 'timeline' | 'unit'>,
): ResolutionDetail {
  const confirming = mayConfirm(actor, resolution);
  return {
    ...summaryView(resolution),
    placeId: resolution.placeId,
    text: resolution.text,
    motionId: resolution.motionId,
    proposalId: resolution.proposalId,
    verdict: resolution.verdict,
    unit,
    publicationOver: dayOf(now) > resolution.publishedUntilOn,
    items: resolution.items.map((item) => itemView(actor, now, resolution, item)),
    closed: resolution.closed,
    silentOn: resolution.silentOn,
    reopened: resolution.reopened,
    timeline,
    revision: resolution.revision,
    can: { addItem: mayAddItem(actor, now, resolution), confirm: confirming, reopen: confirming },
  };
}

import type { CallInput } from '@contract/calls';
import type { MatterItem, MattersView } from '@contract/overview';
import type { ProposalListItem } from '@contract/proposals';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { meetings } from '../../meetings/repository';
import { phaseOf } from '../../motions/policy/phase';
import { motions } from '../../motions/repository';
import type { ProposalDocument } from '../../proposals/documents';
import { presentList } from '../../proposals/present';
import { proposals } from '../../proposals/repository';
import { sightIn } from '../../proposals/sight';
import { resolutions } from '../../resolutions/repository';
import { links } from '../links';
import { GROUP_STAGES, groupCounts } from '../rules';

async function meetingOf({ meetingId }: ProposalDocument): Promise<MatterItem['meeting']> {
  const meeting = meetingId ? await meetings.byId(store, meetingId) : null;
  // Its planners' own until the notice is out (MEET-15).
  if (meeting?.stage === 'draft') return null;
  return meeting && { id: meeting._id, title: meeting.title, startsAt: meeting.startsAt };
}

async function voteOf({ motionIds }: ProposalDocument, now: number): Promise<MatterItem['vote']> {
  const last = motionIds.at(-1);
  const motion = last ? await motions.byId(store, last) : null;
  return motion?.roll ? { id: motion._id, phase: phaseOf(motion, now), closesAt: motion.closesAt } : null;
}

async function matterOf(
  now: number,
  proposal: ProposalDocument,
  item: ProposalListItem,
): Promise<MatterItem> {
  const [meeting, vote, resolution] = await Promise.all([
    meetingOf(proposal),
    voteOf(proposal, now),
    proposal.resolutionId ? resolutions.byId(store, proposal.resolutionId) : null,
  ]);
  const publishedUntilOn = resolution?.publishedUntilOn ?? null;
  return { ...item, meeting, vote, publishedUntilOn, link: links.proposal(item.id) };
}

/** 议事: the matters of a place in one group of stages, with what comes next for each. */
export async function readMatters(
  context: Context,
  { placeId, group, cursor }: CallInput<'overview.matters'>,
): Promise<MattersView> {
  const within = await sightIn(context, placeId);
  const [page, byStage] = await Promise.all([
    proposals.inPlace({ placeId, stages: GROUP_STAGES[group], within }, cursor),
    proposals.counts({ placeId, within }),
  ]);
  const items = await presentList(context, page.items);
  const matters = page.items.flatMap((row, n) => {
    const item = items[n];
    return item ? [matterOf(context.now, row, item)] : [];
  });
  return { items: await Promise.all(matters), next: page.next, counts: groupCounts(byStage) };
}

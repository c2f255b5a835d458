import type { ProposalStage } from '@contract/proposals';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import { Refusal } from '../../kernel/refusal';
import type { ProposalDocument } from '../proposals/documents';
import { proposals } from '../proposals/repository';
import type { AgendaItem, MeetingDocument } from './documents';
import { agendaDifference, proposalsOn } from './rules';

/** Matters that no meeting has yet, and those that found no majority or no quorum: they can be put again (MEET-13). */
const SCHEDULABLE: readonly ProposalStage[] = ['collecting', 'rejected'];

function refusalFor(
  proposal: ProposalDocument | null,
  meeting: MeetingDocument,
): 'NOT_FOUND' | 'PROPOSAL_NOT_SHARED' | 'ON_AGENDA' | null {
  // A matter of the estate goes to the estate's meeting, or to one of a building in it or of the community above it.
  const near =
    proposal && (proposal.path.includes(meeting.placeId) || meeting.path.includes(proposal.placeId));
  if (!near) return 'NOT_FOUND';
  if (proposal.meetingId && proposal.meetingId !== meeting._id) return 'ON_AGENDA';
  return proposal.route === 'shared' && SCHEDULABLE.includes(proposal.stage) ? null : 'PROPOSAL_NOT_SHARED';
}

async function takeUp(
  transaction: Transaction,
  context: Context,
  id: string,
  meeting: MeetingDocument,
): Promise<void> {
  const proposal = await proposals.byId(transaction, id);
  const refusal = refusalFor(proposal, meeting);
  if (refusal || !proposal) throw new Refusal(refusal ?? 'NOT_FOUND');
  await proposals.put(transaction, {
    ...proposal,
    stage: 'to-meet',
    meetingId: meeting._id,
    // A draft is the planners' own: its title is shown with the notice (MEET-15).
    holder: { label: '社区', since: context.now },
    revision: proposal.revision + 1,
    updatedAt: context.now,
  });
}

/** With the notice everybody sees which meeting its matters wait for (MEET-15). */
export async function showHolder(
  transaction: Transaction,
  context: Context,
  meeting: MeetingDocument,
): Promise<void> {
  for (const id of proposalsOn(meeting.agenda)) {
    const proposal = await proposals.byId(transaction, id);
    if (proposal?.meetingId !== meeting._id || proposal.stage !== 'to-meet') continue;
    await proposals.put(transaction, {
      ...proposal,
      holder: { label: meeting.title, since: context.now },
      revision: proposal.revision + 1,
      updatedAt: context.now,
    });
  }
}

async function setFree(
  transaction: Transaction,
  context: Context,
  id: string,
  meetingId: string,
): Promise<void> {
  const proposal = await proposals.byId(transaction, id);
  if (!proposal || proposal.meetingId !== meetingId) return;
  // One that is voted on in writing meanwhile goes on with its vote, without the meeting.
  const waited = proposal.stage === 'to-meet';
  await proposals.put(transaction, {
    ...proposal,
    stage: waited ? 'collecting' : proposal.stage,
    meetingId: null,
    holder: waited ? { label: '社区', since: context.now } : proposal.holder,
    revision: proposal.revision + 1,
    updatedAt: context.now,
  });
}

/** Moves the proposals on and off the agenda with the meeting, in its transaction: one coming meeting each (MEET-10). */
export async function followAgenda(
  transaction: Transaction,
  context: Context,
  before: readonly AgendaItem[],
  meeting: MeetingDocument,
): Promise<void> {
  const { added, released } = agendaDifference(before, meeting.agenda);
  for (const id of released) await setFree(transaction, context, id, meeting._id);
  for (const id of added) await takeUp(transaction, context, id, meeting);
}

/** After a meeting took place its matters are free for the next one; one that is voted on goes on with its vote (MEET-12). */
export async function releaseAgenda(
  transaction: Transaction,
  context: Context,
  meeting: MeetingDocument,
): Promise<void> {
  for (const id of proposalsOn(meeting.agenda)) await setFree(transaction, context, id, meeting._id);
}

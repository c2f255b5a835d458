import type { ProposalDetail, ProposalListItem } from '@contract/proposals';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import { maySee } from '../meetings/policy';
import { meetings } from '../meetings/repository';
import type { ProposalDocument } from './documents';
import { proposals, supports } from './repository';
import { supportView } from './support';
import { timelineOf } from './timeline';
import { detailView, listItemView } from './views';

/** The proposal as this person sees it, with its support, its timeline and what can be done. */
export async function presentProposal(context: Context, proposal: ProposalDocument): Promise<ProposalDetail> {
  const { actor, now } = context;
  const given = await supports.of([proposal._id, ...proposal.mergedIds]);
  const [support, timeline, mergedFrom, mergedInto, meeting] = await Promise.all([
    supportView(proposal, given, now),
    timelineOf(proposal, given),
    proposals.byIds(store, proposal.mergedIds),
    proposal.mergedInto === null ? null : proposals.byId(store, proposal.mergedInto),
    proposal.meetingId === null ? null : meetings.byId(store, proposal.meetingId),
  ]);
  // A draft's page is open to its planners alone (MEET-15).
  const meetingId = meeting && maySee(actor, now, meeting) === null ? meeting._id : null;
  return detailView(
    actor,
    now,
    { ...proposal, meetingId },
    {
      support,
      supported: given.some(({ personId }) => personId === actor.personId),
      timeline,
      mergedInto,
      mergedFrom,
    },
  );
}

/** The same after a command, read afresh. */
export async function presentById(context: Context, id: string): Promise<ProposalDetail> {
  return presentProposal(context, found(await proposals.byId(store, id)));
}

async function countOnce(proposal: ProposalDocument): Promise<[id: string, persons: number]> {
  const given = await supports.of([proposal._id, ...proposal.mergedIds]);
  return [proposal._id, new Set(given.map((support) => support.personId)).size];
}

/** A page of proposals with how many support each. */
export async function presentList(
  context: Context,
  rows: readonly ProposalDocument[],
): Promise<ProposalListItem[]> {
  const { actor } = context;
  const all = rows.flatMap((row) => [row._id, ...row.mergedIds]);
  const [counts, joined, mine] = await Promise.all([
    supports.counts(rows.filter((row) => row.mergedIds.length === 0).map((row) => row._id)),
    // Whoever supported two that were merged is one supporter (PRO-5): these few are counted by person.
    Promise.all(rows.filter((row) => row.mergedIds.length > 0).map(countOnce)),
    supports.mine(store, all, actor.personId),
  ]);
  const persons = new Map([...counts, ...joined]);
  const supported = new Set(mine.map((support) => support.proposalId));
  return rows.map((row) => {
    const byMe = [row._id, ...row.mergedIds].some((id) => supported.has(id));
    return listItemView(actor, row, persons.get(row._id) ?? 0, byMe);
  });
}

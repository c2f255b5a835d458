import type { RepairDetail } from '@contract/repairs';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import { lawOf } from '../meetings/notice';
import { persons } from '../members/repository';
import { convenersOf } from '../motions/rules/convening';
import { dayOf } from '../motions/rules/days';
import { earliestPublicationEnd } from '../motions/rules/publication';
import { proposals } from '../proposals/repository';
import type { RepairDocument } from './documents';
import * as policy from './policy';
import { repairs } from './repository';
import { ARTICLE, NO_VOTE_WORDS } from './rules';
import { billView, objectionView, officeLabels, stepsView, summaryView } from './views';

const OBJECTIONS_SHOWN = 100;

/** Who applies for the fund in a place: as the owners are convened there (URG-2, PATH-6). */
export async function applicantsOf(path: readonly string[], now: number) {
  const law = await lawOf(path, now);
  return { law, applicants: convenersOf('owners', law.profile, law.hasOwnersCommittee) };
}

/** Those persons: they hear of a danger and of an objection to the bill. */
export async function applicantsToTell(path: readonly string[], now: number): Promise<string[]> {
  const { applicants } = await applicantsOf(path, now);
  const held = await persons.over(store, path, applicants, now);
  return [...new Set(held.map(({ person }) => person._id))];
}

export async function presentRepair(context: Context, repair: RepairDocument): Promise<RepairDetail> {
  const { actor, now } = context;
  const today = dayOf(now);
  const { placeId, kind, danger, estimate, proposalId, withdrawn, revision } = repair;
  const [{ law, applicants }, proposal] = await Promise.all([
    applicantsOf(repair.path, now),
    proposalId === null ? null : proposals.byId(store, proposalId),
  ]);
  const bills = repair.bills.map(billView);
  const latest = repair.objections.slice(-OBJECTIONS_SHOWN);
  return {
    ...summaryView(repair),
    ...{ placeId, kind, danger, estimate, withdrawn, revision },
    proposal: proposal && { id: proposal._id, title: proposal.title },
    noVoteWords: NO_VOTE_WORDS,
    article: ARTICLE,
    applicants: officeLabels(applicants),
    steps: stepsView(repair, { actor, now, applicants }),
    bill: bills.at(-1) ?? null,
    earlierBills: bills.slice(0, -1),
    objections: latest.map((one) => objectionView(actor, now, repair, one)),
    earliestUntilOn: earliestPublicationEnd(today, law.profile),
    can: {
      apply: policy.mayApply(actor, now, repair, applicants),
      begin: policy.mayBegin(actor, now, repair),
      publish: policy.mayPublish(actor, now, repair),
      object: policy.mayObject(actor, repair, today),
      close: policy.mayClose(actor, now, repair, today),
      withdraw: policy.mayWithdraw(actor, now, repair, applicants),
    },
  };
}

/** The same after a command, read afresh. */
export async function presentById(context: Context, id: string): Promise<RepairDetail> {
  return presentRepair(context, found(await repairs.byId(store, id)));
}

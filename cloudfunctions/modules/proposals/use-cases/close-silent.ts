import { change } from '../../../kernel/change';
import { systemContext } from '../../../kernel/context';
import { inTurn } from '../../../kernel/in-turn';
import { found } from '../../../kernel/refusal';
import { chinaDay } from '../../../kernel/wording';
import { dayOf, daysBetween } from '../../motions/rules/days';
import { REMINDERS_AFTER_DAYS } from '../../resolutions/rules';
import { happened, proposalLink } from '../announcement';
import type { ProposalDocument } from '../documents';
import { proposals } from '../repository';
import { silentOnOf } from '../silence';

const AT_ONCE = 200;

/** The system's own command: its name makes it once for each report, however often the timer comes. */
function jobOf(what: string, { _id, handled }: ProposalDocument, requestId: string) {
  return systemContext(`${what}:${_id}:${handled?.at}`, requestId);
}

async function remind(proposal: ProposalDocument, after: number, requestId: string): Promise<void> {
  const { _id: id, path, title, authorIds } = proposal;
  const until = chinaDay(silentOnOf(proposal) ?? '');
  const body = `${title}：${until}前没有回音，就算您同意。`;
  const message = { kind: 'proposal' as const, title: '还在等您确认', body, link: proposalLink(id) };
  await change(jobOf(`remind-handled-${after}`, proposal, requestId), async () => ({
    subject: { kind: 'proposal', id },
    path,
    messages: [{ audience: { persons: authorIds }, ...message }],
  }));
}

async function closeOne(proposal: ProposalDocument, requestId: string): Promise<void> {
  const context = jobOf('close-handled', proposal, requestId);
  await change(context, async (transaction) => {
    const before = found(await proposals.byId(transaction, proposal._id));
    // Confirmed or reopened a moment ago: then there is nothing to close.
    if (before.stage !== 'done' || before.handled?.at !== proposal.handled?.at) {
      return { subject: { kind: 'proposal', id: before._id }, path: before.path, unchanged: true };
    }
    const closed: ProposalDocument = {
      ...before,
      stage: 'closed',
      holder: { label: '已办结', since: context.now },
      revision: before.revision + 1,
      updatedAt: context.now,
    };
    await proposals.put(transaction, closed);
    const detail = '提醒过后，提议人在公布的期限内没有回音';
    return happened(context, closed, { kind: 'closed', title: '办结', detail });
  });
}

/** Reminds the authors of what an office reported done, and closes it once the announced day of their silence has come (PRO-11). */
export async function closeSilentHandled(now: number, requestId: string): Promise<void> {
  const today = dayOf(now);
  const reported = await proposals.reportedDone(AT_ONCE);
  await inTurn('proposals.close-silent', requestId, reported, async (proposal) => {
    const silentOn = silentOnOf(proposal);
    if (!silentOn || !proposal.handled) return;
    if (today >= silentOn) return closeOne(proposal, requestId);
    const waited = daysBetween(dayOf(proposal.handled.at), today);
    for (const after of REMINDERS_AFTER_DAYS) if (waited >= after) await remind(proposal, after, requestId);
  });
}

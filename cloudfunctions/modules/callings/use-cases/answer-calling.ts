import type { CallInput } from '@contract/calls';
import type { CallingsView } from '@contract/callings';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { enforce, found } from '../../../kernel/refusal';
import { BODY_LABELS } from '../../motions/words';
import { proposalLink } from '../../proposals/announcement';
import { convenersAt } from '../gather';
import { answerDenial } from '../policy';
import { matterOf, presentCallings } from '../present';
import { callings, signatures } from '../repository';

/** The office that convenes says why it does not call the body: every co-signer reads it (CALL-5). */
export async function answerCalling(
  context: Context,
  input: CallInput<'callings.answer'>,
): Promise<CallingsView> {
  const { proposalId, body, reason } = input;
  const { actor, now } = context;
  const proposal = await matterOf(context, proposalId);
  const id = callings.idOf(proposalId, body);
  const conveners = await convenersAt(proposal.path, body, now);
  enforce(answerDenial(actor, now, proposal.path, conveners, { state: 'reached' }));
  await requirePassed(context, [reason]);
  const signers = (await signatures.of(id)).map(({ personId }) => personId);
  await change(context, async (transaction) => {
    const calling = await callings.byId(transaction, id);
    enforce(answerDenial(actor, now, proposal.path, conveners, calling));
    const before = found(calling);
    const { _id: byId, name: by } = personOf(context);
    const answered = { ...before, state: 'answered' as const, answer: { reason, by, byId, at: now } };
    await callings.put(transaction, { ...answered, revision: before.revision + 1 });
    const title = `对联名要求召开${BODY_LABELS[body]}的答复`;
    const timeline = { kind: 'triaged' as const, title, detail: reason, photos: [], link: null };
    const message = { kind: 'proposal' as const, title, body: reason, link: proposalLink(proposalId) };
    return {
      ...{ subject: { kind: 'calling', id }, path: before.path, matterId: proposalId, timeline },
      messages: [{ audience: { persons: signers }, ...message }],
    };
  });
  return presentCallings(context, proposalId);
}

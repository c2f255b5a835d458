import type { CallInput } from '@contract/calls';
import type { ResolutionDetail } from '@contract/resolutions';
import { type Change, change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import type { ResolutionDocument } from '../documents';
import { followProposal } from '../follow';
import { mayConfirm, maySee } from '../policy';
import { presentResolution, resolutionLink } from '../present';
import { resolutions } from '../repository';
import { givenBack } from '../rules';

async function giveBack(
  transaction: Transaction,
  context: Context,
  before: ResolutionDocument,
  reason: string,
): Promise<Change> {
  const returned = before.items.filter((item) => item.state === 'done').map((item) => item.responsible);
  await resolutions.put(transaction, {
    ...before,
    items: givenBack(before.items),
    stage: 'doing',
    askedAt: null,
    silentOn: null,
    reopened: [...before.reopened, { at: context.now, reason }],
    revision: before.revision + 1,
  });
  await followProposal(transaction, context, before, { stage: 'doing', holder: returned[0]?.label });
  const link = resolutionLink(before._id);
  const persons = [...new Set(returned.map((one) => one.personId))];
  return {
    subject: { kind: 'resolution', id: before._id },
    path: before.path,
    matterId: before.proposalId ?? before.motionId,
    timeline: { kind: 'reopened', title: '提出人说还没办好', detail: reason, photos: [], link },
    messages: [
      { audience: { persons }, kind: 'action-item', title: `还没办好：${before.title}`, body: reason, link },
    ],
  };
}

/** The proposer says what is not done yet; it goes back to whoever is responsible, who hears of it (RES-7). */
export async function reopen(
  context: Context,
  input: CallInput<'resolutions.reopen'>,
): Promise<ResolutionDetail> {
  enforce(maySee(context.actor, context.now, found(await resolutions.byId(store, input.id)).path));
  await requirePassed(context, [input.reason]);
  await change(context, async (transaction) => {
    const before = found(await resolutions.byId(transaction, input.id));
    enforce(mayConfirm(context.actor, before));
    requireRevision(before, input.revision);
    return giveBack(transaction, context, before, input.reason);
  });
  return presentResolution(context, input.id);
}

import type { CallInput } from '@contract/calls';
import type { MessageIntent } from '@contract/messages';
import type { ResolutionDetail } from '@contract/resolutions';
import { type Change, change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { chinaDay } from '../../../kernel/wording';
import type { ActionItem, ResolutionDocument } from '../documents';
import { followProposal } from '../follow';
import { mayReassign, maySee } from '../policy';
import { presentResolution, resolutionLink } from '../present';
import { resolutions } from '../repository';
import { responsibleOffice } from '../responsible';

interface Given {
  before: ResolutionDocument;
  item: ActionItem;
  to: ActionItem['responsible'];
}

async function give(
  transaction: Transaction,
  context: Context,
  { before, item, to }: Given,
): Promise<Change> {
  const items = before.items.map((one) => (one.id === item.id ? { ...item, responsible: to } : one));
  await resolutions.put(transaction, { ...before, items, revision: before.revision + 1 });
  await followProposal(transaction, context, before, { stage: 'doing', holder: to.label });
  const link = resolutionLink(before._id);
  const detail = `原来由${item.responsible.label}负责，改由${to.label}负责，${chinaDay(item.dueOn)}前完成`;
  const told = (personId: string, title: string): MessageIntent => {
    return { audience: { persons: [personId] }, kind: 'action-item', title, body: detail, link };
  };
  const former = item.responsible.personId;
  return {
    subject: { kind: 'resolution', id: before._id },
    path: before.path,
    matterId: before.proposalId ?? before.motionId,
    timeline: { kind: 'assigned', title: `改交：${item.title}`, detail, photos: [], link },
    facts: { item: item.id, office: to.office, formerOffice: item.responsible.office },
    messages: [
      told(to.personId, `请您负责：${item.title}`),
      ...(former === to.personId ? [] : [told(former, `改由别人负责：${item.title}`)]),
    ],
  };
}

/** Gives open work to another office, with its day and what was reported so far: the one that had it may be gone (RES-12). */
export async function reassignItem(
  context: Context,
  input: CallInput<'resolutions.reassign'>,
): Promise<ResolutionDetail> {
  const { actor, now } = context;
  const known = found(await resolutions.byId(store, input.id));
  enforce(maySee(actor, now, known.path));
  const to = await responsibleOffice(context, input, known.path);
  await change(context, async (transaction) => {
    const before = found(await resolutions.byId(transaction, input.id));
    const item = found(before.items.find((one) => one.id === input.itemId) ?? null);
    enforce(mayReassign(actor, now, before, item));
    requireRevision(before, input.revision);
    return give(transaction, context, { before, item, to });
  });
  return presentResolution(context, input.id);
}

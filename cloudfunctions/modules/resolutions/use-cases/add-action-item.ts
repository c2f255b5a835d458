import type { CallInput } from '@contract/calls';
import type { ResolutionDetail } from '@contract/resolutions';
import { type Change, change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, newId } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { chinaDay } from '../../../kernel/wording';
import { dayOf } from '../../motions/rules/days';
import type { ActionItem, ResolutionDocument } from '../documents';
import { followProposal } from '../follow';
import { mayAddItem, maySee } from '../policy';
import { presentResolution, resolutionLink } from '../present';
import { resolutions } from '../repository';
import { responsibleOffice } from '../responsible';

type Asked = CallInput<'resolutions.addItem'>;

interface Given {
  before: ResolutionDocument;
  item: ActionItem;
}

/** The resolution with the work given out, and what is told of it. */
async function giveOut(transaction: Transaction, context: Context, { before, item }: Given): Promise<Change> {
  const { responsible, title, dueOn } = item;
  const items = [...before.items, item];
  await resolutions.put(transaction, {
    ...before,
    items,
    stage: 'doing',
    closed: null,
    revision: before.revision + 1,
  });
  await followProposal(transaction, context, before, { stage: 'doing', holder: responsible.label });
  const link = resolutionLink(before._id);
  const body = `${responsible.label}负责，${chinaDay(dueOn)}前完成`;
  const message = { kind: 'action-item' as const, title: `请您负责：${title}`, body, link };
  return {
    subject: { kind: 'resolution', id: before._id },
    path: before.path,
    matterId: before.proposalId ?? before.motionId,
    timeline: { kind: 'assigned', title: `交办：${title}`, detail: body, photos: [], link },
    facts: { item: item.id, dueOn, office: responsible.office },
    messages: [{ audience: { persons: [responsible.personId] }, ...message }],
  };
}

/** Gives out a piece of work with an office that answers for it and a day by which it is due (RES-5). */
export async function addActionItem(context: Context, input: Asked): Promise<ResolutionDetail> {
  const { actor, now } = context;
  const { title, dueOn } = input;
  const known = found(await resolutions.byId(store, input.id));
  enforce(maySee(actor, now, known.path));
  if (dueOn < dayOf(now)) throw new Refusal('TIME_IN_PAST');
  await requirePassed(context, [title]);
  const responsible = await responsibleOffice(context, input, known.path);
  await change(context, async (transaction) => {
    const before = found(await resolutions.byId(transaction, input.id));
    enforce(mayAddItem(actor, now, before));
    requireRevision(before, input.revision);
    const id = newId(context, 'item');
    const item: ActionItem = { id, title, responsible, dueOn, state: 'open', progress: [] };
    return giveOut(transaction, context, { before, item });
  });
  return presentResolution(context, input.id);
}

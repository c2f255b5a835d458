import type { Change } from '../../kernel/change';
import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import type { ResolutionDocument } from './documents';
import { followProposal } from './follow';
import { resolutionLink } from './present';
import { resolutions } from './repository';

const WORDS = {
  confirmed: { kind: 'confirmed', title: '提出人确认办结', detail: '' },
  silent: { kind: 'closed', title: '办结', detail: '提醒过后，提出人在公布的期限内没有回音' },
  'nothing-to-do': { kind: 'closed', title: '办结', detail: '公示期满，没有交办要办的事' },
} as const;

/** Whether another resolution of the same matter is still under way: then the matter goes on with that one. */
async function goesOn(transaction: Transaction, { _id, proposalId }: ResolutionDocument): Promise<boolean> {
  if (proposalId === null) return false;
  const all = await resolutions.ofProposal(transaction, proposalId);
  return all.some((one) => one._id !== _id && one.stage !== 'closed');
}

/**
 * Closes a resolution, and says how: its work was confirmed by the one who raised it, or by their announced silence, or no work
 * was given out while it was published.
 */
export async function closing(
  transaction: Transaction,
  context: Context,
  before: ResolutionDocument,
  how: keyof typeof WORDS,
): Promise<Change> {
  await resolutions.put(transaction, {
    ...before,
    items: before.items.map((item) => ({ ...item, state: 'confirmed' })),
    stage: 'closed',
    closed: { at: context.now, how },
    silentOn: null,
    revision: before.revision + 1,
  });
  if (!(await goesOn(transaction, before))) {
    await followProposal(transaction, context, before, { stage: 'closed', holder: '已办结' });
  }
  const link = resolutionLink(before._id);
  const { kind, title, detail } = WORDS[how];
  const responsible = before.items.map((item) => item.responsible.personId);
  const persons = [...new Set(how === 'nothing-to-do' ? before.authorIds : responsible)];
  const message = {
    audience: { persons },
    kind: 'action-item' as const,
    title: `${title}：${before.title}`,
    body: detail,
    link,
  };
  return {
    subject: { kind: 'resolution', id: before._id },
    path: before.path,
    matterId: before.proposalId ?? before.motionId,
    timeline: { kind, title, detail, photos: [], link },
    facts: { how },
    messages: persons.length === 0 ? [] : [message],
  };
}

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
} as const;

/** Closes finished work, and says how: confirmed by the one who raised it, or by their announced silence. */
export async function closing(
  transaction: Transaction,
  context: Context,
  before: ResolutionDocument,
  how: 'confirmed' | 'silent',
): Promise<Change> {
  await resolutions.put(transaction, {
    ...before,
    items: before.items.map((item) => ({ ...item, state: 'confirmed' })),
    stage: 'closed',
    closed: { at: context.now, how },
    silentOn: null,
    revision: before.revision + 1,
  });
  await followProposal(transaction, context, before, { stage: 'closed', holder: '已办结' });
  const link = resolutionLink(before._id);
  const { kind, title, detail } = WORDS[how];
  const responsible = [...new Set(before.items.map((item) => item.responsible.personId))];
  return {
    subject: { kind: 'resolution', id: before._id },
    path: before.path,
    matterId: before.proposalId ?? before.motionId,
    timeline: { kind, title, detail, photos: [], link },
    facts: { how },
    messages: [
      {
        audience: { persons: responsible },
        kind: 'action-item',
        title: `${title}：${before.title}`,
        body: detail,
        link,
      },
    ],
  };
}

import { type Context, newId } from '../../kernel/context';
import type { MotionDocument } from './documents';
import type { Plan } from './drafting';

/** The motion that this command drafts; sent again it is the same one. */
export function newDraft(context: Context, plan: Plan): MotionDocument {
  return {
    _id: newId(context, 'motion'),
    ...plan,
    closingChanges: [],
    state: 'draft',
    roll: null,
    cancelled: null,
    verdict: null,
    presentByPhone: null,
    countedAt: null,
    resolutionId: null,
    phonePresence: false,
    revision: 1,
    createdBy: context.actor.personId,
    createdAt: context.now,
  };
}

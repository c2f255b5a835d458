import type { CallInput } from '@contract/calls';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';

/** Collection `subscriptions`; `_id` is the person's id: how many messages of each template may still be sent. */
export interface SubscriptionDocument {
  _id: string;
  left: Record<string, number>;
}

/** Remembers that the person accepted one message of each template (one acceptance is one message, platform.md). */
export async function acceptSubscription(
  context: Context,
  input: CallInput<'messages.acceptSubscription'>,
): Promise<{ accepted: number }> {
  const { personId } = context.actor;
  await change(context, async (transaction) => {
    const before = await transaction.get<SubscriptionDocument>('subscriptions', personId);
    const left = { ...before?.left };
    for (const template of input.templates) left[template] = (left[template] ?? 0) + 1;
    await transaction.put('subscriptions', { _id: personId, left });
    return { subject: { kind: 'subscription', id: personId }, path: [] };
  });
  return { accepted: input.templates.length };
}

import type { CallInput } from '@contract/calls';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { subscriptions } from '../repository';
import { templates } from '../templates';

/** Remembers that the person accepted one message of each template (one acceptance is one message, platform.md). */
export async function acceptSubscription(
  context: Context,
  input: CallInput<'messages.acceptSubscription'>,
): Promise<{ accepted: number }> {
  const { personId } = context.actor;
  const known = new Set(Object.values(templates()).map((template) => template.id));
  const accepted = [...new Set(input.templates)].filter((id) => known.has(id));
  await change(context, async (transaction) => {
    const before = await subscriptions.of(transaction, personId);
    const left = { ...before?.left };
    for (const template of accepted) left[template] = (left[template] ?? 0) + 1;
    await subscriptions.put(transaction, { _id: personId, left });
    return { subject: { kind: 'subscription', id: personId }, path: [] };
  });
  return { accepted: accepted.length };
}

import type { SubscriptionChoice } from '@contract/messages';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { subscriptions } from '../repository';
import { templates } from '../templates';

/** The templates that a phone may ask the person to accept, and how many messages of each are left. */
export async function listSubscriptions(context: Context): Promise<{ templates: SubscriptionChoice[] }> {
  const own = await subscriptions.of(store, context.actor.personId);
  const known = Object.entries(templates()) as [SubscriptionChoice['kind'], { id: string }][];
  return { templates: known.map(([kind, { id }]) => ({ kind, id, left: own?.left[id] ?? 0 })) };
}

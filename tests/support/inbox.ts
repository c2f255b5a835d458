import type { InboxMessage } from '@contract/messages';
import type { TestCloud } from './local-cloud';

/**
 * Delivers what is due and reads a person's messages to the last page: those of one instant come in the order of their random
 * ids, and on a clock that stands still the one that a test asks for may lie on any page.
 */
export async function inboxOf(cloud: TestCloud, openid: string): Promise<InboxMessage[]> {
  await cloud.cloud.fireTimer('timer');
  const messages: InboxMessage[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: InboxMessage[]; next: string | null } = await cloud
      .as(openid)
      .call('messages.list', { cursor });
    messages.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return messages;
}

import type { CallInput } from '@contract/calls';
import type { Page } from '@contract/envelope';
import type { InboxMessage } from '@contract/messages';
import type { Context } from '../../../kernel/context';
import { inboxPage } from '../repository';

/** The caller's own messages, newest first. */
export async function listMessages(
  context: Context,
  input: CallInput<'messages.list'>,
): Promise<Page<InboxMessage>> {
  const { items: rows, next } = await inboxPage(context.actor.personId, input.cursor);
  const items = rows.map(({ _id, personId: _owner, ...message }) => ({ id: _id, ...message }));
  return { items, next };
}

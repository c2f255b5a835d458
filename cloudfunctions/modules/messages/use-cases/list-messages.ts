import type { CallInput } from '@contract/calls';
import type { Page } from '@contract/envelope';
import type { InboxMessage } from '@contract/messages';
import type { Context } from '../../../kernel/context';
import { INBOX_PAGE, inboxPage } from '../repository';

/** The caller's own messages, newest first. */
export async function listMessages(
  context: Context,
  input: CallInput<'messages.list'>,
): Promise<Page<InboxMessage>> {
  const before = input.cursor ? Number(input.cursor) : null;
  const rows = await inboxPage(context.actor.personId, Number.isFinite(before) ? before : null);
  const items = rows.map(({ _id, personId: _owner, ...message }) => ({ id: _id, ...message }));
  return { items, next: rows.length === INBOX_PAGE ? String(rows.at(-1)?.createdAt) : null };
}

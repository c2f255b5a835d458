import type { CallInput } from '@contract/calls';
import type { Context } from '../../../kernel/context';
import { countUnreadOf, markOneRead } from '../repository';

export async function countUnread(context: Context): Promise<{ unread: number }> {
  return { unread: await countUnreadOf(context.actor.personId) };
}

/** Marks messages read; one that is somebody else's, or read already, is passed over. */
export async function markRead(
  context: Context,
  input: CallInput<'messages.markRead'>,
): Promise<{ unread: number }> {
  await Promise.all(input.ids.map((id) => markOneRead(id, context.actor.personId, context.now)));
  return countUnread(context);
}

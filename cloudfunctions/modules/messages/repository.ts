import { _ } from '../../kernel/cloud';
import { type Stored, store } from '../../kernel/database';
import type { InboxMessage } from '@contract/messages';

/** Collection `inbox`; `_id` is made of the message's and the person's ids: a second delivery finds it there. */
export interface InboxDocument extends Stored, Omit<InboxMessage, 'id'> {
  personId: string;
}

const PAGE = 20;

/** The newest messages of a person, older than the cursor's instant. */
export async function inboxPage(personId: string, before: number | null): Promise<InboxDocument[]> {
  const where = before === null ? { personId } : { personId, createdAt: _.lt(before) };
  return store.find<InboxDocument>('inbox', where, { order: [['createdAt', 'desc']], limit: PAGE });
}

export function countUnreadOf(personId: string): Promise<number> {
  return store.count('inbox', { personId, readAt: null });
}

/** Marks one message read, if it is this person's and unread. */
export function markOneRead(id: string, personId: string, at: number): Promise<boolean> {
  return store.updateWhere('inbox', { _id: id, personId, readAt: null }, { readAt: at });
}

export { PAGE as INBOX_PAGE };

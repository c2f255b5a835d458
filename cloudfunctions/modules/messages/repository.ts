import type { Page } from '@contract/envelope';
import type { InboxMessage } from '@contract/messages';
import type { OutboxDocument } from '../../kernel/change';
import { _ } from '../../kernel/cloud';
import { type Reader, type Stored, store, type Transaction } from '../../kernel/database';
import { isDuplicateKey } from '../../kernel/failures';
import { pageOf } from '../../kernel/page';

/** Collection `inbox`; `_id` is made of the message's and the person's ids: a second delivery finds it there. */
export interface InboxDocument extends Stored, Omit<InboxMessage, 'id'> {
  personId: string;
}

/** Collection `subscriptions`; `_id` is the person's id: how many messages of each template may still be sent. */
export interface SubscriptionDocument {
  _id: string;
  left: Record<string, number>;
}

const PAGE = 20;

/** A person's messages, the newest first. */
export function inboxPage(personId: string, cursor: string | null | undefined): Promise<Page<InboxDocument>> {
  return pageOf('inbox', { personId }, { by: 'createdAt', direction: 'desc', limit: PAGE }, cursor);
}

export function countUnreadOf(personId: string): Promise<number> {
  return store.count('inbox', { personId, readAt: null });
}

/** Marks one message read, if it is this person's and unread. */
export function markOneRead(id: string, personId: string, at: number): Promise<boolean> {
  return store.updateWhere('inbox', { _id: id, personId, readAt: null }, { readAt: at });
}

/** Puts a message into an inbox; false where it lies there already. */
export async function putIntoInbox(message: InboxDocument): Promise<boolean> {
  try {
    await store.insert('inbox', message);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export const outbox = {
  pending: (limit: number) =>
    store.find<OutboxDocument>('outbox', { state: 'pending' }, { order: [['createdAt', 'asc']], limit }),
  /** How far the delivery to a large audience has come. */
  advance: (_id: string, cursor: string) => store.updateWhere('outbox', { _id }, { cursor }),
  markSent: (_id: string, sentAt: number) => store.updateWhere('outbox', { _id }, { state: 'sent', sentAt }),
};

export const subscriptions = {
  of: (reader: Reader, personId: string) => reader.get<SubscriptionDocument>('subscriptions', personId),
  put: (transaction: Transaction, document: SubscriptionDocument) =>
    transaction.put('subscriptions', document),
  /** Uses one acceptance up, before anything is sent; false where none is left (MSG-3). */
  use: (_id: string, templateId: string) =>
    store.updateWhere(
      'subscriptions',
      { _id, [`left.${templateId}`]: _.gt(0) },
      { [`left.${templateId}`]: _.inc(-1) },
    ),
};

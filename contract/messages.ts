import { z } from 'zod';
import { command, query } from './call';
import { clientId, cursor, id } from './fields';
import type { Page } from './envelope';

/** Who a message is for: named persons, or everybody with a home or office in a place. */
export type Audience = { persons: string[] } | { placeId: string };

/** Written in the transaction of the change that causes it; delivered afterwards, in the app exactly once. */
export interface MessageIntent {
  audience: Audience;
  /** What it is about; also chooses the subscription template. */
  kind:
    | 'claim'
    | 'office'
    | 'proposal'
    | 'meeting'
    | 'motion'
    | 'resolution'
    | 'action-item'
    | 'discussion'
    | 'booking'
    | 'volunteer';
  title: string;
  body: string;
  /** Page of the mini-program: '/packages/…/index?id=…'. */
  link: string;
}

export interface InboxMessage {
  id: string;
  kind: MessageIntent['kind'];
  title: string;
  body: string;
  link: string;
  createdAt: number;
  readAt: number | null;
}

/** A template of subscription messages that the person can accept by a tap. */
export interface SubscriptionChoice {
  kind: MessageIntent['kind'];
  id: string;
  /** Messages that may still be sent. */
  left: number;
}

const own = { roles: ['person'], relation: 'self' } as const;

export const messageCalls = {
  'messages.list': query(own, z.strictObject({ cursor })).returns<Page<InboxMessage>>(),
  'messages.unread': query(own, z.strictObject({})).returns<{ unread: number }>(),
  'messages.markRead': command(own, z.strictObject({ clientId, ids: z.array(id).min(1).max(50) })).returns<{
    unread: number;
  }>(),
  'messages.subscriptions': query(own, z.strictObject({})).returns<{ templates: SubscriptionChoice[] }>(),
  'messages.acceptSubscription': command(
    own,
    z.strictObject({
      clientId,
      templates: z
        .array(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/))
        .min(1)
        .max(3),
    }),
  ).returns<{ accepted: number }>(),
};

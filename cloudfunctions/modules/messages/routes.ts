import type { Routes } from '../../kernel/route';
import { acceptSubscription } from './use-cases/accept-subscription';
import { listMessages } from './use-cases/list-messages';
import { listSubscriptions } from './use-cases/list-subscriptions';
import { countUnread, markRead } from './use-cases/mark-read';

export const messageRoutes: Routes<'messages'> = {
  'messages.list': listMessages,
  'messages.unread': countUnread,
  'messages.markRead': markRead,
  'messages.subscriptions': listSubscriptions,
  'messages.acceptSubscription': acceptSubscription,
};

import type { OutboxDocument } from '../../kernel/change';
import { store } from '../../kernel/database';
import type { Job } from '../../kernel/job';
import { deliver } from './delivery';

const AT_ONCE = 50;

/** Carries what lies in the outbox to the inboxes. */
export const deliverMessages: Job = {
  name: 'messages.deliver',
  async run(now) {
    const order = [['createdAt', 'asc']] as const;
    const pending = await store.find<OutboxDocument>(
      'outbox',
      { state: 'pending' },
      { order, limit: AT_ONCE },
    );
    for (const message of pending) await deliver(message, now);
  },
};

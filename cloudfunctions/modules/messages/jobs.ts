import type { Job } from '../../kernel/job';
import { describe, log } from '../../kernel/log';
import { deliver } from './delivery';
import { outbox } from './repository';

const AT_ONCE = 50;

/** Carries what lies in the outbox to the inboxes; a message that fails waits for the next minute and holds up no other (MSG-1). */
export const deliverMessages: Job = {
  name: 'messages.deliver',
  async run(now) {
    for (const message of await outbox.pending(AT_ONCE)) {
      await deliver(message, now).catch((error: unknown) =>
        log('error', 'message not delivered', { outboxId: message._id, ...describe(error) }),
      );
    }
  },
};

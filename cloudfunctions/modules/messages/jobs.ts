import { inTurn } from '../../kernel/in-turn';
import type { Job } from '../../kernel/job';
import { deliver } from './delivery';
import { outbox } from './repository';

const AT_ONCE = 50;

/** Carries what lies in the outbox to the inboxes; a message that fails waits for the next minute and holds up no other (MSG-1). */
export const deliverMessages: Job = {
  name: 'messages.deliver',
  async run(now, requestId) {
    const pending = await outbox.pending(AT_ONCE);
    await inTurn('messages.deliver', requestId, pending, (message) => deliver(message, now));
  },
};

import { systemContext } from '../../kernel/context';
import { inTurn } from '../../kernel/in-turn';
import type { Job } from '../../kernel/job';
import { bookings } from './repository';
import { settleBooking } from './use-cases/settle-booking';

const AT_ONCE = 50;

/** Requests, offers and waits whose time is over, and bookings that nobody came to; one that fails holds up no other. */
export const settleBookings: Job = {
  name: 'bookings.settle',
  async run(now, requestId) {
    await inTurn('bookings.settle', requestId, await bookings.due(now, AT_ONCE), (due) =>
      settleBooking(systemContext(`bookings.settle:${due._id}:${due.revision}`, requestId), due),
    );
  },
};

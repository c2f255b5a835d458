import type { Routes } from '../../kernel/route';
import { acceptOffer, declineOffer } from './use-cases/answer-offer';
import { bookRoom } from './use-cases/book-room';
import { cancelBooking } from './use-cases/cancel-booking';
import { checkIn, undoNoShow } from './use-cases/check-in';
import { approveBooking, rejectBooking } from './use-cases/decide-request';
import { moveBooking } from './use-cases/move-booking';
import { readAlternatives } from './use-cases/read-alternatives';
import { checkBooking, readBooking, readMine, readQueue } from './use-cases/read-bookings';
import { readWeek } from './use-cases/read-week';
import { stopWaiting, waitForSlot } from './use-cases/wait-for-slot';

export const bookingRoutes: Routes<'bookings'> = {
  'bookings.week': readWeek,
  'bookings.check': checkBooking,
  'bookings.detail': readBooking,
  'bookings.alternatives': readAlternatives,
  'bookings.book': bookRoom,
  'bookings.move': moveBooking,
  'bookings.cancel': cancelBooking,
  'bookings.approve': approveBooking,
  'bookings.reject': rejectBooking,
  'bookings.wait': waitForSlot,
  'bookings.unwait': stopWaiting,
  'bookings.accept': acceptOffer,
  'bookings.decline': declineOffer,
  'bookings.checkIn': checkIn,
  'bookings.undoNoShow': undoNoShow,
  'bookings.mine': readMine,
  'bookings.queue': readQueue,
};

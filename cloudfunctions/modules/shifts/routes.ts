import type { Routes } from '../../kernel/route';
import { cancelShift } from './use-cases/cancel-shift';
import { claimShift } from './use-cases/claim-shift';
import { readOwnShifts, readRoster, readShift } from './use-cases/read-shifts';
import { acceptOffer, declineOffer, withdrawClaim } from './use-cases/withdraw-claim';

export const shiftRoutes: Routes<'shifts'> = {
  'shifts.roster': readRoster,
  'shifts.detail': readShift,
  'shifts.mine': readOwnShifts,
  'shifts.claim': claimShift,
  'shifts.withdraw': withdrawClaim,
  'shifts.accept': acceptOffer,
  'shifts.decline': declineOffer,
  'shifts.cancel': cancelShift,
};

import type { Routes } from '../../kernel/route';
import { closeRoom, previewHours } from './use-cases/close-room';
import { readDoorCode, renewDoorCode } from './use-cases/door-code';
import { keepRoom } from './use-cases/keep-room';
import { keepVenue } from './use-cases/keep-venue';
import { listVenues, readRoom, readVenue } from './use-cases/read-venues';

export const roomRoutes: Routes<'venues'> & Routes<'rooms'> = {
  'venues.list': listVenues,
  'venues.detail': readVenue,
  'venues.keep': keepVenue,
  'rooms.detail': readRoom,
  'rooms.preview': previewHours,
  'rooms.keep': keepRoom,
  'rooms.close': closeRoom,
  'rooms.doorCode': readDoorCode,
  'rooms.renewDoorCode': renewDoorCode,
};

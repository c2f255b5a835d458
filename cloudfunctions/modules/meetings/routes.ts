import type { Routes } from '../../kernel/route';
import { cancelMeeting } from './use-cases/cancel-meeting';
import { checkIn } from './use-cases/check-in';
import { editMeeting } from './use-cases/edit-meeting';
import { giveNotice } from './use-cases/give-notice';
import { moveMeeting } from './use-cases/move-meeting';
import { previewNotice } from './use-cases/preview-notice';
import { listMeetings, readMeeting } from './use-cases/read-meeting';
import { receiveGuest } from './use-cases/receive-guest';
import { recordMinutes } from './use-cases/record-minutes';
import { scheduleMeeting } from './use-cases/schedule-meeting';
import { showCheckIn } from './use-cases/show-check-in';

export const meetingRoutes: Routes<'meetings'> = {
  'meetings.preview': previewNotice,
  'meetings.schedule': scheduleMeeting,
  'meetings.edit': editMeeting,
  'meetings.giveNotice': giveNotice,
  'meetings.move': moveMeeting,
  'meetings.cancel': cancelMeeting,
  'meetings.showCheckIn': showCheckIn,
  'meetings.checkIn': checkIn,
  'meetings.recordMinutes': recordMinutes,
  'meetings.guestArrived': receiveGuest,
  'meetings.list': listMeetings,
  'meetings.detail': readMeeting,
};

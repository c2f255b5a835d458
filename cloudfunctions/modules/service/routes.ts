import type { Routes } from '../../kernel/route';
import { checkIn, checkOut, stateTimes } from './use-cases/check-in';
import { answerDispute, disputeRecord } from './use-cases/dispute-record';
import { readBoard, readOwnHours, readRows, readStatistics } from './use-cases/read-hours';
import { recordNoShow, recordTimes } from './use-cases/record-times';
import { readLog, writeLog } from './use-cases/write-log';

export const serviceRoutes: Routes<'service'> = {
  'service.board': readBoard,
  'service.checkIn': checkIn,
  'service.checkOut': checkOut,
  'service.state': stateTimes,
  'service.record': recordTimes,
  'service.noShow': recordNoShow,
  'service.dispute': disputeRecord,
  'service.answerDispute': answerDispute,
  'service.log': readLog,
  'service.writeLog': writeLog,
  'service.hours': readOwnHours,
  'service.rows': readRows,
  'service.statistics': readStatistics,
};

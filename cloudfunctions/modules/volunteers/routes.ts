import type { Routes } from '../../kernel/route';
import { describeVolunteer } from './use-cases/describe-volunteer';
import { readByCode, readMine } from './use-cases/read-volunteer';
import { correctBornDay, recordConsent } from './use-cases/record-consent';
import { endReport, reportIn } from './use-cases/report-in';

export const volunteerRoutes: Routes<'volunteers'> = {
  'volunteers.mine': readMine,
  'volunteers.describe': describeVolunteer,
  'volunteers.reportIn': reportIn,
  'volunteers.endReport': endReport,
  'volunteers.byCode': readByCode,
  'volunteers.recordConsent': recordConsent,
  'volunteers.correctBornDay': correctBornDay,
};

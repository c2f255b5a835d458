import { runJobs } from '../kernel/job';
import { sealAudit } from '../modules/audit/jobs';
import { deliverMessages } from '../modules/messages/jobs';
import { closeSilentResolutions } from '../modules/resolutions/jobs';

const jobs = [closeSilentResolutions, deliverMessages, sealAudit];

/** The one timer, once a minute: whatever is due. */
export async function main(): Promise<unknown> {
  return runJobs(jobs);
}

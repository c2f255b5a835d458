import { runJobs } from '../kernel/job';
import { deliverMessages } from '../modules/messages/jobs';

const jobs = [deliverMessages];

/** The one timer, once a minute: whatever is due. */
export async function main(): Promise<unknown> {
  return runJobs(jobs);
}

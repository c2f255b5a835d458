import { runJobs } from '../kernel/job';
import { sweepRateLimits } from '../kernel/rate-limit';
import { sealAudit } from '../modules/audit/jobs';
import { settleCallings } from '../modules/callings/jobs';
import { recheckTexts } from '../modules/discussion/jobs';
import { removeOldFiles } from '../modules/documents/jobs';
import { clearLiveMeetings } from '../modules/live/jobs';
import { askNamesAgain, endTerms } from '../modules/members/jobs';
import { applyLeftVersions, dropForgottenImports, removeLeftImports } from '../modules/register/jobs';
import { deliverMessages } from '../modules/messages/jobs';
import { finishMinutes } from '../modules/minutes/jobs';
import { countMotions, extendMotions, forgetSecretChoices, remindOfBoxes } from '../modules/motions/jobs';
import { forgetLeavers } from '../modules/privacy/jobs';
import { closeSilentProposals } from '../modules/proposals/jobs';
import { lapseLeftProxies } from '../modules/proxies/jobs';
import { closeIdleResolutions, closeSilentResolutions } from '../modules/resolutions/jobs';
import { prepareSessions } from '../modules/series/jobs';
import { cancelLeftShifts, passOnUnanswered } from '../modules/shifts/jobs';

const jobs = [
  // First: what closes soon waits for nothing else (EXT-2).
  extendMotions,
  countMotions,
  forgetSecretChoices,
  remindOfBoxes,
  askNamesAgain,
  endTerms,
  applyLeftVersions,
  dropForgottenImports,
  removeLeftImports,
  recheckTexts,
  closeSilentProposals,
  closeSilentResolutions,
  closeIdleResolutions,
  finishMinutes,
  prepareSessions,
  passOnUnanswered,
  cancelLeftShifts,
  deliverMessages,
  sealAudit,
  sweepRateLimits,
  removeOldFiles,
  clearLiveMeetings,
  forgetLeavers,
  settleCallings,
  lapseLeftProxies,
];

/** The one timer, once a minute: whatever is due. */
export async function main(): Promise<unknown> {
  return runJobs(jobs);
}

import { serve } from '../kernel/serve';
import { auditRoutes } from '../modules/audit/routes';
import { charterRoutes } from '../modules/charters/routes';
import { callingRoutes } from '../modules/callings/routes';
import { discussionRoutes } from '../modules/discussion/routes';
import { documentRoutes } from '../modules/documents/routes';
import { formRoutes } from '../modules/forms/routes';
import { liveRoutes } from '../modules/live/routes';
import { meetingRoutes } from '../modules/meetings/routes';
import { memberRoutes } from '../modules/members/routes';
import { messageRoutes } from '../modules/messages/routes';
import { minutesRoutes } from '../modules/minutes/routes';
import { motionRoutes } from '../modules/motions/routes';
import { organisationRoutes } from '../modules/organisations/routes';
import { nominationRoutes } from '../modules/nominations/routes';
import { overviewRoutes } from '../modules/overview/routes';
import { pathRoutes } from '../modules/paths/routes';
import { photoRoutes } from '../modules/photos/routes';
import { proposalRoutes } from '../modules/proposals/routes';
import { repairRoutes } from '../modules/repairs/routes';
import { privacyRoutes } from '../modules/privacy/routes';
import { proxyRoutes } from '../modules/proxies/routes';
import { resolutionRoutes } from '../modules/resolutions/routes';
import { rollRoutes } from '../modules/rolls/routes';
import { seriesRoutes } from '../modules/series/routes';
import { serviceRoutes } from '../modules/service/routes';
import { shiftRoutes } from '../modules/shifts/routes';
import { surgeRoutes } from '../modules/surges/routes';
import { taskRoutes } from '../modules/tasks/routes';
import { teamRoutes } from '../modules/teams/routes';
import { volunteerRoutes } from '../modules/volunteers/routes';

const routes = {
  ...memberRoutes,
  ...proposalRoutes,
  ...overviewRoutes,
  ...discussionRoutes,
  ...meetingRoutes,
  ...formRoutes,
  ...minutesRoutes,
  ...seriesRoutes,
  ...organisationRoutes,
  ...motionRoutes,
  ...proxyRoutes,
  ...privacyRoutes,
  ...callingRoutes,
  ...rollRoutes,
  ...charterRoutes,
  ...nominationRoutes,
  ...resolutionRoutes,
  ...auditRoutes,
  ...messageRoutes,
  ...documentRoutes,
  ...liveRoutes,
  ...pathRoutes,
  ...repairRoutes,
  ...photoRoutes,
  ...teamRoutes,
  ...volunteerRoutes,
  ...taskRoutes,
  ...shiftRoutes,
  ...serviceRoutes,
  ...surgeRoutes,
};

/** The one function that phones call: `{action, input}` in, an envelope out. */
export async function main(event: unknown): Promise<unknown> {
  return serve(routes, event);
}

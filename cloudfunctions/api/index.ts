import { serve } from '../kernel/serve';
import { auditRoutes } from '../modules/audit/routes';
import { discussionRoutes } from '../modules/discussion/routes';
import { documentRoutes } from '../modules/documents/routes';
import { formRoutes } from '../modules/forms/routes';
import { meetingRoutes } from '../modules/meetings/routes';
import { memberRoutes } from '../modules/members/routes';
import { messageRoutes } from '../modules/messages/routes';
import { motionRoutes } from '../modules/motions/routes';
import { organisationRoutes } from '../modules/organisations/routes';
import { overviewRoutes } from '../modules/overview/routes';
import { proposalRoutes } from '../modules/proposals/routes';
import { resolutionRoutes } from '../modules/resolutions/routes';
import { rollRoutes } from '../modules/rolls/routes';
import { seriesRoutes } from '../modules/series/routes';

const routes = {
  ...memberRoutes,
  ...proposalRoutes,
  ...overviewRoutes,
  ...discussionRoutes,
  ...meetingRoutes,
  ...formRoutes,
  ...seriesRoutes,
  ...organisationRoutes,
  ...motionRoutes,
  ...rollRoutes,
  ...resolutionRoutes,
  ...auditRoutes,
  ...messageRoutes,
  ...documentRoutes,
};

/** The one function that phones call: `{action, input}` in, an envelope out. */
export async function main(event: unknown): Promise<unknown> {
  return serve(routes, event);
}

import { serve } from '../kernel/serve';
import { auditRoutes } from '../modules/audit/routes';
import { charterRoutes } from '../modules/charters/routes';
import { discussionRoutes } from '../modules/discussion/routes';
import { documentRoutes } from '../modules/documents/routes';
import { meetingRoutes } from '../modules/meetings/routes';
import { memberRoutes } from '../modules/members/routes';
import { messageRoutes } from '../modules/messages/routes';
import { minutesRoutes } from '../modules/minutes/routes';
import { motionRoutes } from '../modules/motions/routes';
import { nominationRoutes } from '../modules/nominations/routes';
import { overviewRoutes } from '../modules/overview/routes';
import { proposalRoutes } from '../modules/proposals/routes';
import { resolutionRoutes } from '../modules/resolutions/routes';
import { rollRoutes } from '../modules/rolls/routes';

const routes = {
  ...memberRoutes,
  ...proposalRoutes,
  ...overviewRoutes,
  ...discussionRoutes,
  ...meetingRoutes,
  ...minutesRoutes,
  ...motionRoutes,
  ...rollRoutes,
  ...charterRoutes,
  ...nominationRoutes,
  ...resolutionRoutes,
  ...auditRoutes,
  ...messageRoutes,
  ...documentRoutes,
};

/** The one function that phones call: `{action, input}` in, an envelope out. */
export async function main(event: unknown): Promise<unknown> {
  return serve(routes, event);
}

import { systemContext } from '../../kernel/context';
import type { Job } from '../../kernel/job';
import { describe, log } from '../../kernel/log';
import { series } from './repository';
import { prepareSession } from './use-cases/prepare-session';

const AT_ONCE = 20;

/** Prepares the sessions that are due; one that cannot be prepared holds up no other (FORM-8). */
export const prepareSessions: Job = {
  name: 'series.prepare',
  async run(now, requestId) {
    for (const due of await series.due(now, AT_ONCE)) {
      try {
        await prepareSession(systemContext(`series.prepare:${due._id}:${due.next}`, requestId), due);
      } catch (error) {
        log('error', 'session not prepared', { seriesId: due._id, requestId, ...describe(error) });
      }
    }
  },
};

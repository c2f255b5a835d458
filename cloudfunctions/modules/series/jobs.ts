import { systemContext } from '../../kernel/context';
import { inTurn } from '../../kernel/in-turn';
import type { Job } from '../../kernel/job';
import { series } from './repository';
import { prepareSession } from './use-cases/prepare-session';

const AT_ONCE = 20;

/** Prepares the sessions that are due; one that cannot be prepared holds up no other (FORM-8). */
export const prepareSessions: Job = {
  name: 'series.prepare',
  async run(now, requestId) {
    await inTurn('series.prepare', requestId, await series.due(now, AT_ONCE), (due) =>
      prepareSession(systemContext(`series.prepare:${due._id}:${due.next}`, requestId), due),
    );
  },
};

import { systemContext } from '../../kernel/context';
import { inTurn } from '../../kernel/in-turn';
import type { Job } from '../../kernel/job';
import { tasks } from '../tasks/repository';
import { shifts } from './repository';
import { passOnOffers } from './use-cases/pass-on-offers';
import { sweepTask } from './use-cases/sweep-task';

const AT_ONCE = 100;

/** Passes on the offers that nobody answered (SHIFT-6). */
export const passOnUnanswered: Job = {
  name: 'shifts.pass-on-offers',
  async run(now, requestId) {
    await inTurn('shifts.pass-on-offers', requestId, await shifts.due(now, AT_ONCE), (due) =>
      passOnOffers(systemContext(`shifts.pass-on-offers:${due._id}:${due.revision}`, requestId), due),
    );
  },
};

/** Cancels what was still to come of tasks that have ended (TASK-7). */
export const cancelLeftShifts: Job = {
  name: 'shifts.sweep-tasks',
  async run(_now, requestId) {
    await inTurn('shifts.sweep-tasks', requestId, await tasks.sweeping(AT_ONCE), (task) =>
      sweepTask(systemContext(`shifts.sweep-tasks:${task._id}`, requestId), task),
    );
  },
};

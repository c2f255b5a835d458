import type { CallName } from '@contract/calls';
import { type DeniedRow, matters, members, repairs } from './denied-calls';
import { rooms } from './denied-rooms';
import { volunteerRows } from './denied-volunteers';
import { decisions } from './denied-votes';

/** The row of each command; one without a row fails the test (SEC-15). */
export const deniedCalls: Partial<Record<CallName, DeniedRow>> = {
  ...{ ...members, ...matters, ...repairs, ...decisions, ...rooms, ...volunteerRows },
};

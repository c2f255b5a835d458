import type { ConsoleParts } from '../parts';
import { aggregateRows, collectionsOf, queryRows } from './collections';
import type { Answer } from './asked';
import { callOf, callsOf } from './calls';
import { createClockDesk } from './clock';
import { addFault, faultsOf, removeFault, resetFaults } from './faults';
import { filesOf, removeFile } from './files';
import { fireTimer, functionsOf } from './functions';
import { personsOf } from './persons';

const MESSAGES_SHOWN = 200;

/** The API by `METHOD name`: a GET only looks. */
export function createApi(parts: ConsoleParts): ReadonlyMap<string, Answer> {
  const clock = createClockDesk(parts.clock);
  return new Map<string, Answer>([
    ['GET functions', () => functionsOf(parts)],
    ['POST functions/fire', fireTimer(parts)],
    ['GET calls', callsOf(parts)],
    ['GET call', callOf(parts)],
    ['GET collections', () => collectionsOf(parts)],
    ['POST collections/query', queryRows(parts)],
    ['POST collections/aggregate', aggregateRows(parts)],
    ['GET outbox', () => parts.outbox.messages().slice(-MESSAGES_SHOWN).reverse()],
    ['GET files', () => filesOf(parts)],
    ['POST files/remove', removeFile(parts)],
    ['GET clock', () => clock.view()],
    ['POST clock', clock.move],
    ['GET persons', () => personsOf(parts)],
    ['GET faults', () => faultsOf(parts.faults)],
    ['POST faults', addFault(parts.faults)],
    ['POST faults/remove', removeFault(parts.faults)],
    ['POST faults/reset', resetFaults(parts.faults)],
  ]);
}

import type { PersonDocument, Tie } from '../../../kernel/person';
import { withBelongings } from './belonging';

/** Longer than any vote lasts from its roll to its end. */
const KEPT_MS = 400 * 24 * 60 * 60 * 1000;

/**
 * The person without a tie. One that was theirs stays known for the rolls that were frozen before it ended (ROLL-18); one that never
 * was leaves nothing. Instants are epoch ms.
 */
export function withoutTie(person: PersonDocument, tie: Tie, at: number, wasTheirs: boolean): PersonDocument {
  const left = withBelongings(person, { ties: person.ties.filter((one) => one !== tie) });
  const known = (person.formerTies ?? []).filter(
    ({ homeId, untilAt }) => homeId !== tie.homeId && untilAt > at - KEPT_MS,
  );
  return { ...left, formerTies: wasTheirs ? [...known, { ...tie, untilAt: at }] : known };
}

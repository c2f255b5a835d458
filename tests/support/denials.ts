import type { CallName } from '@contract/calls';
import type { TestCloud } from './local-cloud';
import type { PersonKey } from './motions';
import { freshId, type SmallCommunity } from './persons';

/** Everybody with something to do with 幸福里小区: neighbours, and offices below, at and above it. */
const PERSONS = [
  'wang',
  'zhou',
  'zhao',
  'secretary',
  'residentsCommittee',
  'propertyManager',
] as const satisfies PersonKey[];

interface Shown {
  can: Record<string, string | null>;
  revision: number;
}

/** The call behind an ability, with an input that nothing else is wrong with; null where this person could not even word it. */
export type Tries<D> = Record<string, (seen: D) => { action: CallName; input: object } | null>;

export interface Disagreement {
  person: PersonKey;
  what: string;
  shown: string | null;
  answered: string | null;
}

/**
 * Has everybody try what the screen shows them as denied (SEC-15).
 * @returns how many were tried, and those that were answered otherwise or changed something
 */
export async function triedDenials<D extends Shown>(
  { cloud, yard }: { cloud: TestCloud; yard: SmallCommunity },
  detailOf: (person: PersonKey) => Promise<D | null>,
  tries: Tries<D>,
): Promise<{ tried: number; wrong: Disagreement[] }> {
  const wrong: Disagreement[] = [];
  let tried = 0;
  for (const person of PERSONS) {
    const seen = await detailOf(person);
    for (const [what, shown] of Object.entries(seen?.can ?? {})) {
      const call = seen && shown !== null ? tries[what]?.(seen) : null;
      if (!call) continue;
      tried += 1;
      const input =
        call.action === 'meetings.showCheckIn' ? call.input : { clientId: freshId(), ...call.input };
      const answer = await cloud.as(yard.people[person].openid).send(call.action, input);
      const answered = answer.ok ? null : answer.error.code;
      if (answered !== shown) wrong.push({ person, what, shown, answered });
    }
    const after = seen && (await detailOf(person));
    if (after?.revision !== seen?.revision) {
      wrong.push({ person, what: 'changed', shown: null, answered: null });
    }
  }
  return { tried, wrong };
}

import type { PersonDocument } from '../../kernel/person';
import { withdrawLeaver } from '../nominations/leaver';
import { clearVolunteer } from '../shifts/leaver';
import { leavers } from './repository';
import { COUNT_DELAY_MS } from '../motions/rules/clock';

const HOUR_MS = 3_600_000;

/**
 * Removes what is left of somebody who has gone (KEEP-2), takes them out of rounds of nominees (NOM-7) and of shifts and teams (SHIFT-10), and once more an hour later: a claim or message of theirs may have been under
 * way while they left. That they stood on a roll is known until the votes are counted that run in their places: whoever had checked in
 * counts as present (ROLL-18). Done again it changes nothing.
 */
export async function clearAway(person: PersonDocument, now: number, requestId: string): Promise<void> {
  const { _id, forgetAt, leftAt = now, formerTies = [] } = person;
  if (forgetAt === undefined) return;
  await leavers.clear(_id);
  await withdrawLeaver(_id, requestId);
  await clearVolunteer(_id, requestId);
  const placeIds = [...new Set(formerTies.flatMap(({ path }) => path))];
  const [running] = placeIds.length > 0 ? await leavers.uncounted(placeIds) : [];
  const settled = leftAt + HOUR_MS;
  if (running) await leavers.later(_id, forgetAt, Math.max(running.closesAt + COUNT_DELAY_MS, now) + HOUR_MS);
  else if (now < settled) await leavers.later(_id, forgetAt, settled);
  else await leavers.forget(_id, forgetAt);
}

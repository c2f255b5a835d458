import type { CallInput } from '@contract/calls';
import type { Me } from '@contract/members';
import { change } from '../../../kernel/change';
import { type Context, newId } from '../../../kernel/context';
import { found, Refusal } from '../../../kernel/refusal';
import type { PlaceDocument } from '../documents';
import { presentMe } from '../present';
import { firstAdministrator, persons, places } from '../repository';
import { withBelongings } from '../rules/belonging';
import { isAdministratorCode } from '../secrets';

/** The first administrator, too, has a term; by its end there is another one, appointed by this one. */
const TERM_MS = 5 * 365 * 24 * 3600 * 1000;

/** The environment's one-time code makes the city and its first administrator (MEM-7): offices are bound to places, and there is none yet. */
export async function bootstrapAdministrator(
  context: Context,
  input: CallInput<'members.bootstrapAdministrator'>,
): Promise<Me> {
  if (!isAdministratorCode(input.code)) throw new Refusal('CODE_WRONG');
  const { personId } = context.actor;
  await change(context, async (transaction) => {
    if (await firstAdministrator.get(transaction)) throw new Refusal('ADMINISTRATOR_EXISTS');
    const placeId = newId(context, 'place');
    const path = [placeId];
    const root = { parentId: null, path, profile: null, sort: 0, revision: 1 };
    const city: PlaceDocument = { _id: placeId, kind: 'city', name: input.city, ...root };
    const person = found(await persons.here(transaction, personId));
    const held = {
      id: newId(context, 'office'),
      office: 'administrator' as const,
      ...{ placeId, placeName: city.name, path, gender: null },
      fromAt: context.now,
      untilAt: context.now + TERM_MS,
    };
    await firstAdministrator.put(transaction, personId, context.now);
    await places.put(transaction, city);
    await persons.put(transaction, withBelongings(person, { offices: [...person.offices, held] }));
    return { subject: { kind: 'person', id: personId }, path, facts: { office: held.office, placeId } };
  });
  return presentMe(context);
}

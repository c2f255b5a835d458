import type { CallInput } from '@contract/calls';
import type { Roster } from '@contract/offices';
import { change } from '../../../kernel/change';
import { type Context, newId } from '../../../kernel/context';
import type { OfficeHeld } from '../../../kernel/person';
import { enforce, found } from '../../../kernel/refusal';
import type { PlaceDocument } from '../documents';
import { mayAppoint } from '../policy';
import { presentRoster } from '../present';
import { persons, places } from '../repository';
import { withBelongings, withoutOffices } from '../rules/belonging';

function officeOf(context: Context, input: CallInput<'members.appoint'>, place: PlaceDocument): OfficeHeld {
  const { office, placeId, fromAt, untilAt, gender = null } = input;
  const { name: placeName, path } = place;
  return { id: newId(context, 'office'), office, placeId, placeName, path, fromAt, untilAt, gender };
}

/** Gives an office at a place for a term (MEM-6, MEM-8). Terms that are over go from the person; the audit keeps them. */
export async function appoint(context: Context, input: CallInput<'members.appoint'>): Promise<Roster> {
  const { personId, placeId, office, fromAt, untilAt } = input;
  await change(context, async (transaction) => {
    const place = found(await places.byId(transaction, placeId));
    const person = found(await persons.here(transaction, personId));
    enforce(mayAppoint(context.actor, context.now, place, person, { office, fromAt, untilAt }));
    const over = person.offices.filter((held) => held.untilAt <= context.now);
    const current = withoutOffices(person, over, context.now);
    const offices = [...current.offices, officeOf(context, input, place)];
    await persons.put(transaction, withBelongings(current, { offices }));
    return {
      subject: { kind: 'person', id: personId },
      path: place.path,
      facts: { office, placeId, fromAt, untilAt },
      messages: [
        {
          audience: { persons: [personId] },
          kind: 'office' as const,
          title: `您在${place.name}有了新的职务`,
          body: '请打开“我的”查看职务和任期。',
          link: '/pages/mine/index',
        },
      ],
    };
  });
  return presentRoster(context, placeId);
}

import type { Context } from '../../kernel/context';
import { OFFICE_WORDS } from '../../kernel/offices';
import { type OfficeHeld, officesNow } from '../../kernel/person';
import { store } from '../../kernel/reader';
import { found, Refusal } from '../../kernel/refusal';
import { persons } from '../members/repository';
import type { ActionItem } from './documents';

/** The office in its term, over this place or in it; somebody who answers for another place answers for nothing here. */
export async function responsibleOffice(
  context: Context,
  asked: { personId: string; officeId: string },
  path: readonly string[],
): Promise<ActionItem['responsible']> {
  const person = found(await persons.byId(store, asked.personId));
  const offices = officesNow({ openid: '', personId: person._id, person }, context.now);
  const near = (held: OfficeHeld) => path.includes(held.placeId) || held.path.includes(path.at(-1) ?? '');
  const held = offices.find((one) => one.id === asked.officeId && near(one));
  if (!held) throw new Refusal('OFFICE_ENDED');
  return {
    label: `${OFFICE_WORDS[held.office]} ${person.name}`,
    office: held.office,
    placeId: held.placeId,
    personId: person._id,
  };
}

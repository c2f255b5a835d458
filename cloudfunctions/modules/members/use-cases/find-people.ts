import type { CallInput, CallOutput } from '@contract/calls';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { mayFindPeople } from '../policy';
import { persons, places } from '../repository';
import { maskLabel } from '../rules/register';

const PAGE = 20;

/** People of a place whose name begins so, for officers who appoint; only what tells two of the same name apart. */
export async function findPeople(
  { actor, now }: Context,
  input: CallInput<'members.findPeople'>,
): Promise<CallOutput<'members.findPeople'>> {
  const place = found(await places.byId(store, input.placeId));
  enforce(mayFindPeople(actor, now, place.path));
  const rows = await persons.named(place._id, input.name, input.cursor ?? null, PAGE);
  const items = rows.map(({ _id, name, ties }) => ({
    id: _id,
    name,
    homes: ties.filter((tie) => tie.path.includes(place._id)).map((tie) => maskLabel(tie.label)),
  }));
  return { items, next: rows.length === PAGE ? (rows.at(-1)?._id ?? null) : null };
}

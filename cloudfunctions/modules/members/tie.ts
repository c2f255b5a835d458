import type { Context } from '../../kernel/context';
import type { Transaction } from '../../kernel/database';
import type { PersonDocument } from '../../kernel/person';
import { enforce, found, Refusal } from '../../kernel/refusal';
import type { HomeDocument } from './documents';
import { mayTie } from './policy';
import { homes, persons } from './repository';
import { withBelongings } from './rules/belonging';
import type { NewTie } from './rules/tie';

/**
 * Ties a person to a home within the change that accepted them. The home is written too: it is the guard of «one person for
 * each name in its register», so that two who come at once meet there.
 * @throws Refusal HOME_ALREADY_YOURS, REGISTER_TAKEN
 */
export async function tieTo(
  transaction: Transaction,
  context: Context,
  personId: string,
  home: HomeDocument,
  tie: NewTie,
): Promise<PersonDocument> {
  if (home.goneAt) throw new Refusal('HOME_GONE');
  enforce(mayTie(home, personId, tie, await persons.ofHome(transaction, home._id)));
  const person = found(await persons.here(transaction, personId));
  const added = { homeId: home._id, label: home.label, path: home.path, ...tie, since: context.now };
  await homes.put(transaction, { ...home, revision: home.revision + 1 });
  const tied = withBelongings(person, { ties: [...person.ties, added] });
  await persons.put(transaction, tied);
  return tied;
}

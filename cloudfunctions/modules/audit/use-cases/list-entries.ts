import type { AuditLine } from '@contract/audit';
import type { CallInput } from '@contract/calls';
import type { Page } from '@contract/envelope';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { found, Refusal } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { motions } from '../../motions/repository';
import { marksSubject } from '../../motions/rules/secret';
import { readsEntries } from '../policy';
import { audit } from '../repository';
import { wordsOfSubjects } from '../subjects';
import { auditLine } from '../views';

/**
 * What was changed in a place, latest first, for the offices that answer for it. The marks of a ballot box come with the count: until then
 * their lines would add up to a turnout (SECRET-6).
 */
export async function listEntries(
  context: Context,
  input: CallInput<'audit.entries'>,
): Promise<Page<AuditLine>> {
  const place = found(await places.byId(store, input.placeId));
  if (!readsEntries(context.actor, context.now, place.path)) throw new Refusal('NOT_FOUND');
  const hidden = (await motions.withOpenBox(place._id)).map(marksSubject);
  const { items, next } = await audit.inPlace(place._id, hidden, input.cursor);
  const wordsOf = await wordsOfSubjects(items);
  return { items: items.map((entry) => auditLine(entry, wordsOf(entry.subject))), next };
}

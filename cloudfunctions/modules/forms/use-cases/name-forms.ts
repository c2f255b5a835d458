import type { CallInput } from '@contract/calls';
import type { FormsView } from '@contract/meeting-forms';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { mayName } from '../policy';
import { presentForms } from '../present';
import { formNames } from '../repository';
import { nameRefusals } from '../rules/names';

/** Records what a community calls its forms of meeting; what was announced under another name keeps it (FORM-3). */
export async function nameForms(context: Context, input: CallInput<'forms.name'>): Promise<FormsView> {
  const { placeId, revision, named } = input;
  const place = found(await places.byId(store, placeId));
  enforce(mayName(context.actor, context.now, place));
  const wrong = nameRefusals(named);
  if (Object.keys(wrong).length > 0) throw new Refusal('INVALID_INPUT', wrong);
  await requirePassed(
    context,
    named.flatMap(({ name, purpose }) => [name, purpose]),
  );
  await change(context, async (transaction) => {
    const before = await formNames.byId(transaction, placeId);
    if ((before?.revision ?? 0) !== revision) throw new Refusal('STALE');
    await formNames.put(transaction, { _id: placeId, named, revision: revision + 1 });
    const facts = { forms: named.map(({ form }) => form) };
    return { subject: { kind: 'place', id: placeId }, path: place.path, facts };
  });
  return presentForms(context, place);
}

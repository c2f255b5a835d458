import type { CallInput } from '@contract/calls';
import type { FormsView } from '@contract/meeting-forms';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { mayPlan } from '../../meetings/policy';
import { places } from '../../members/repository';
import { presentForms } from '../present';

/** What kinds of meeting can be held in a place, so that the planning screen need know none. */
export async function listForms(context: Context, input: CallInput<'forms.list'>): Promise<FormsView> {
  const place = found(await places.byId(store, input.placeId));
  enforce(mayPlan(context.actor, context.now, place.path));
  return presentForms(context, place);
}

import type { CallInput } from '@contract/calls';
import { requirePassed } from '../../kernel/content-check';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { enforce, found, Refusal } from '../../kernel/refusal';
import { formNameAt } from '../forms/names';
import { formOf, formRefusal } from '../forms/rules/form-book';
import { places } from '../members/repository';
import { convenerRefusal } from '../motions/rules/convening';
import type { MeetingDocument } from './documents';
import { guestsOf } from './guests';
import { lawOf } from './notice';
import { mayPlan } from './policy';
import { timesRefusal } from './rules';

/** What is asked for when a meeting is planned or its plan is changed. */
export type Plan = Omit<CallInput<'meetings.schedule'>, 'clientId'>;

/** Throws what forbids this plan here: place, office, convener (MEET-1), form (FORM-1), times or words; gives the place to write with it. */
export async function checkPlan(
  context: Context,
  plan: Plan,
): Promise<Required<Pick<MeetingDocument, 'placeName' | 'path' | 'form' | 'formName' | 'guests'>>> {
  const place = found(await places.byId(store, plan.placeId));
  enforce(mayPlan(context.actor, context.now, place.path));
  const law = await lawOf(place.path, context.now);
  enforce(convenerRefusal(plan.body, plan.convener, law.profile, law.hasOwnersCommittee));
  const form = formOf(plan);
  const misplaced = formRefusal(form, plan.body, place.kind);
  if (plan.form && misplaced) throw new Refusal('INVALID_INPUT', { form: misplaced });
  enforce(timesRefusal(plan.startsAt, plan.endsAt, context.now));
  await requirePassed(context, [
    plan.title,
    plan.venue,
    ...plan.agenda.flatMap((item) => [item.title, item.note]),
  ]);
  const formName = await formNameAt(store, place.path, form, plan.body);
  const guests = await guestsOf(plan, place.path);
  return { placeName: place.name, path: place.path, form, formName, guests };
}

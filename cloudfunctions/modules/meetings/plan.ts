import type { CallInput } from '@contract/calls';
import { requirePassed } from '../../kernel/content-check';
import type { Context } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { enforce, found } from '../../kernel/refusal';
import { places } from '../members/repository';
import { convenerRefusal } from '../motions/rules/convening';
import { lawOf } from './notice';
import { mayPlan } from './policy';
import { timesRefusal } from './rules';

/** What is asked for when a meeting is planned or its plan is changed. */
export type Plan = Omit<CallInput<'meetings.schedule'>, 'clientId'>;

/** Throws what forbids this plan here: place, office, convener (MEET-1), times or words; gives the place to write with it. */
export async function checkPlan(
  context: Context,
  plan: Plan,
): Promise<{ placeName: string; path: string[] }> {
  const place = found(await places.byId(store, plan.placeId));
  enforce(mayPlan(context.actor, context.now, place.path));
  const law = await lawOf(place.path, context.now);
  enforce(convenerRefusal(plan.body, plan.convener, law.profile, law.hasOwnersCommittee));
  enforce(timesRefusal(plan.startsAt, plan.endsAt, context.now));
  await requirePassed(context, [
    plan.title,
    plan.venue,
    ...plan.agenda.flatMap((item) => [item.title, item.note]),
  ]);
  return { placeName: place.name, path: place.path };
}

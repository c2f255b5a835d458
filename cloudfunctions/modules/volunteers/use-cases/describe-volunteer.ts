import type { CallInput } from '@contract/calls';
import type { VolunteerView } from '@contract/volunteers';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { enforce, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../motions/rules/days';
import { freshVolunteer } from '../fresh';
import { mayDescribe } from '../policy';
import { presentMine } from '../present';
import { volunteers } from '../repository';

/** The day of birth, asked once, and what the person is good at (TASK-4). */
export async function describeVolunteer(
  context: Context,
  { bornOn, skills }: CallInput<'volunteers.describe'>,
): Promise<VolunteerView> {
  const today = dayOf(context.now);
  if (bornOn > today) throw new Refusal('INVALID_INPUT', { bornOn: '出生日期不能晚于今天' });
  await requirePassed(context, skills);
  await change(context, async (transaction) => {
    const before = await volunteers.byId(transaction, context.actor.personId);
    enforce(mayDescribe(before, bornOn, today));
    await volunteers.put(transaction, { ...(before ?? (await freshVolunteer(context))), bornOn, skills });
    return { subject: { kind: 'volunteer', id: context.actor.personId }, path: [] };
  });
  return presentMine(context);
}

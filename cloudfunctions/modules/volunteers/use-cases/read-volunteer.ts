import type { CallInput } from '@contract/calls';
import type { CodedVolunteer, VolunteerView } from '@contract/volunteers';
import type { Context } from '../../../kernel/context';
import { coded } from '../coded';
import { presentCoded, presentMine } from '../present';

export function readMine(context: Context): Promise<VolunteerView> {
  return presentMine(context);
}

/** Whoever was told the code sees who it is: so a guardian's paper is put to the right child (TASK-5). */
export async function readByCode(
  context: Context,
  { code }: CallInput<'volunteers.byCode'>,
): Promise<CodedVolunteer> {
  return presentCoded(context, await coded(context, code));
}

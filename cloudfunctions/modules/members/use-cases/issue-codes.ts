import type { CallInput, CallOutput } from '@contract/calls';
import type { Context } from '../../../kernel/context';
import { giveCodes } from '../codes';

/** New codes for the letterboxes of homes (MEM-2). */
export async function issueCodes(
  context: Context,
  { homeIds }: CallInput<'members.issueCodes'>,
): Promise<CallOutput<'members.issueCodes'>> {
  return giveCodes(context, homeIds);
}

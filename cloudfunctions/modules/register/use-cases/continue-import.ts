import type { CallInput } from '@contract/calls';
import type { ImportView } from '@contract/register-import';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { applyWithin } from '../apply-within';
import { importOf, presentImport } from '../place';

/** Goes on with bringing in a version that a call or a crash left; once it is in, this says so (REG-7). */
export async function continueImport(
  context: Context,
  input: CallInput<'members.continueImport'>,
): Promise<ImportView> {
  const version = await importOf(context, store, input.importId);
  if (version.state === 'applying') await applyWithin(version.placeId, context.requestId);
  return presentImport(context, input.importId);
}

import type { CallInput } from '@contract/calls';
import type { ImportView } from '@contract/register-import';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { enforce } from '../../../kernel/refusal';
import { importOf, presentImport } from '../place';
import { dropRefusal } from '../policy';
import { batches, namesakes, versions } from '../repository';

/** Throws a preview away with what it holds of people; that there was one stays (REG-4). */
export async function dropImport(
  context: Context,
  input: CallInput<'members.dropImport'>,
): Promise<ImportView> {
  let contentId: string | null = null;
  await change(context, async (transaction) => {
    const version = await importOf(context, transaction, input.importId);
    enforce(dropRefusal(version));
    contentId = version.contentId;
    await versions.put(transaction, { ...version, state: 'dropped', revision: version.revision + 1 });
    return { subject: { kind: 'register-import', id: version._id }, path: version.path };
  });
  if (contentId !== null) {
    await batches.removeOf(contentId);
    await namesakes.removeOf(contentId);
  }
  return presentImport(context, input.importId);
}

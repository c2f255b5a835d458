import type { CallInput } from '@contract/calls';
import type { ImportView } from '@contract/register-import';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { markDropped, removeContent } from '../dropping';
import { importOf, presentImport } from '../place';
import { dropRefusal } from '../policy';
import { versions } from '../repository';

/** Throws a preview away with what it holds of people; that there was one stays (REG-4). */
export async function dropImport(
  context: Context,
  input: CallInput<'members.dropImport'>,
): Promise<ImportView> {
  await change(context, async (transaction) => {
    const version = await importOf(context, transaction, input.importId);
    enforce(dropRefusal(version));
    await markDropped(transaction, version, context.now);
    return { subject: { kind: 'register-import', id: version._id }, path: version.path };
  });
  const { contentId } = found(await versions.byId(store, input.importId));
  await removeContent(contentId);
  return presentImport(context, input.importId);
}

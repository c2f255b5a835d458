import type { CallInput } from '@contract/calls';
import type { ResolutionDetail } from '@contract/resolutions';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { closing } from '../closing';
import { mayConfirm, maySee } from '../policy';
import { presentResolution } from '../present';
import { resolutions } from '../repository';

/** The proposer says that it is done: only then, or after announced days of silence, it is closed (RES-7). */
export async function confirmDone(
  context: Context,
  input: CallInput<'resolutions.confirm'>,
): Promise<ResolutionDetail> {
  enforce(maySee(context.actor, context.now, found(await resolutions.byId(store, input.id)).path));
  await change(context, async (transaction) => {
    const before = found(await resolutions.byId(transaction, input.id));
    enforce(mayConfirm(context.actor, before));
    requireRevision(before, input.revision);
    return closing(transaction, context, before, 'confirmed');
  });
  return presentResolution(context, input.id);
}

import type { CallInput } from '@contract/calls';
import type { TallyView } from '@contract/motions';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { maySee } from '../policy/office';
import { presentTally } from '../present-tally';
import { motions } from '../repository';

/** The result as it was fixed at the count (RES-1). */
export async function readTally(context: Context, input: CallInput<'motions.tally'>): Promise<TallyView> {
  const motion = found(await motions.byId(store, input.id));
  enforce(maySee(context.actor, context.now, motion));
  return presentTally(motion, context.now);
}

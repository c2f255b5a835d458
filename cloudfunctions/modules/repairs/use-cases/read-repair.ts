import type { CallInput, CallOutput } from '@contract/calls';
import type { RepairDetail } from '@contract/repairs';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { areaOf } from '../area';
import { mayOpen, maySee } from '../policy';
import { presentRepair } from '../present';
import { repairs } from '../repository';
import { summaryView } from '../views';

export async function readRepair(
  context: Context,
  { id }: CallInput<'repairs.detail'>,
): Promise<RepairDetail> {
  const repair = found(await repairs.byId(store, id));
  enforce(maySee(context.actor, context.now, repair.path));
  return presentRepair(context, repair);
}

/** The cases of a place, of a building those of its estate, latest first, for everybody who belongs there. */
export async function listRepairs(
  { actor, now }: Context,
  { placeId, cursor }: CallInput<'repairs.list'>,
): Promise<CallOutput<'repairs.list'>> {
  const named = found(await places.byId(store, placeId));
  const { path } = named;
  enforce(maySee(actor, now, path));
  const { items, next } = await repairs.inPlace((await areaOf(named))?._id ?? placeId, cursor);
  return { items: items.map(summaryView), next, can: { open: mayOpen(actor, now, path) } };
}

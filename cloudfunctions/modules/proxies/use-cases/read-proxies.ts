import type { CallInput } from '@contract/calls';
import type { MotionProxies } from '@contract/proxies';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { maySee } from '../../motions/policy/office';
import { motions } from '../../motions/repository';
import { presentProxies } from '../present';

/** What the page of a vote shows of proxies. */
export async function readProxies(
  context: Context,
  { motionId }: CallInput<'proxies.ofMotion'>,
): Promise<MotionProxies> {
  const motion = found(await motions.byId(store, motionId));
  enforce(maySee(context.actor, context.now, motion));
  return presentProxies(context, motion);
}

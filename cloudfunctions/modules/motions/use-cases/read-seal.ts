import type { CallInput } from '@contract/calls';
import type { SealView } from '@contract/seals';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { entriesNear } from '../mine';
import { maySee } from '../policy/office';
import { mayReadRecords } from '../policy/records';
import { countSeals, motions } from '../repository';
import { sealView } from '../seal/view';

/** How the count was sealed, for everybody who may see the motion (SEAL-1, SEAL-5); of an older count that it was not. */
export async function readSeal(context: Context, { id }: CallInput<'motions.seal'>): Promise<SealView> {
  const motion = found(await motions.byId(store, id));
  enforce(maySee(context.actor, context.now, motion));
  if (motion.state !== 'counted') throw new Refusal('RESULT_PENDING');
  const [seal, near] = await Promise.all([
    countSeals.byMotion(store, id),
    entriesNear(personOf(context), [motion]),
  ]);
  if (!seal) return { motionId: id, seal: null, can: { public: 'NOT_SEALED', full: 'NOT_SEALED' } };
  const full = mayReadRecords(context.actor, context.now, motion, near);
  return { motionId: id, seal: sealView(seal), can: { public: null, full } };
}

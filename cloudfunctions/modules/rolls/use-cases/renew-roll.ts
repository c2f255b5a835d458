import type { CallInput } from '@contract/calls';
import type { OwnRoll } from '@contract/rolls';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { announced } from '../../motions/announcement';
import type { MotionDocument } from '../../motions/documents';
import { conveningLaw } from '../../motions/drafting';
import { maySee } from '../../motions/policy/office';
import { motions } from '../../motions/repository';
import { freezeRoll } from '../../motions/roll/freeze';
import { requireRollForSecret } from '../../motions/secret/roll';
import { lapseProxies } from '../../proxies/lapse';
import { standOfRegisters } from '../../register/touching';
import { mayRenew } from '../policy';
import { presentOwnRoll } from '../present';

type Roll = NonNullable<MotionDocument['roll']>;

/** A proxy that was being given while the roll changed is written by then (PROXY-13). */
const PROXIES_LOOK_MS = 60_000;

function renewed(before: MotionDocument, roll: Roll, at: number, reason: string): MotionDocument {
  const from = found(before.roll).hash;
  if (roll.hash === from) throw new Refusal('ROLL_UNCHANGED');
  const renewals = [...(before.rollRenewals ?? []), { at, from, to: roll.hash, reason }];
  const proxiesDue = serverNow() + PROXIES_LOOK_MS;
  return { ...before, roll, rollRenewals: renewals, proxiesDue, revision: before.revision + 1 };
}

function renewalOf(motion: MotionDocument, roll: Roll, reason: string) {
  const title = `名册有更正：${motion.title}`;
  const body = `原因：${reason}。现在名册上共 ${roll.heads} 票，请看看您在不在册上。`;
  const facts = { roll: roll.id, rollHash: roll.hash };
  return announced(motion, { kind: 'vote-changed', title, body, facts });
}

/**
 * Makes a motion's roll anew from the register as it is now (ROLL-15). As when it was announced, the version is written before the
 * transaction that makes it current with one write (ROLL-12). Proxies that it leaves without a voter end after it (PROXY-13).
 */
export async function renewRoll(context: Context, input: CallInput<'rolls.renew'>): Promise<OwnRoll> {
  const { actor, now } = context;
  const { motionId, reason } = input;
  await requirePassed(context, [reason]);
  const seen = found(await motions.byId(store, motionId));
  enforce(maySee(actor, now, seen));
  const { conveners } = await conveningLaw(seen, now);
  const waiting = seen.revision === input.revision && mayRenew(actor, now, seen, conveners) === null;
  // As when it was announced: never half of one register and half of another (REG-7).
  const stand = waiting ? await standOfRegisters(store, seen) : '';
  const roll = waiting ? await freezeRoll(seen, now) : null;
  await change(context, async (transaction) => {
    const before = found(await motions.byId(transaction, motionId));
    // Asked at the write, not at the call: the minute before it opens is counted from here.
    enforce(mayRenew(actor, now, before, conveners, serverNow()));
    requireRevision(before, input.revision);
    // What forbade it a moment ago is gone, and no roll was made: the screen is to be read again.
    if (!roll) throw new Refusal('STALE');
    requireRollForSecret(before, roll.heads);
    if (stand !== (await standOfRegisters(transaction, before))) throw new Refusal('BUSY');
    const motion = renewed(before, roll, now, reason);
    await motions.put(transaction, motion);
    return renewalOf(motion, roll, reason);
  });
  await lapseProxies(motionId, context.requestId);
  return presentOwnRoll(context, motionId);
}

import type { CallInput } from '@contract/calls';
import type { Me } from '@contract/members';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { enforce, found } from '../../../kernel/refusal';
import { mayWithdrawClaim } from '../policy';
import { presentMe } from '../present';
import { claims } from '../repository';

/** Takes one's own claim back while it waits. */
export async function withdrawClaim(
  context: Context,
  input: CallInput<'members.withdrawClaim'>,
): Promise<Me> {
  await change(context, async (transaction) => {
    const claim = found(await claims.byId(transaction, input.claimId));
    enforce(mayWithdrawClaim(context.actor, claim));
    const revision = claim.revision + 1;
    await claims.put(transaction, { ...claim, state: 'withdrawn', decidedAt: context.now, revision });
    return { subject: { kind: 'claim', id: claim._id }, path: claim.path, facts: { homeId: claim.homeId } };
  });
  return presentMe(context);
}

import type { CallInput } from '@contract/calls';
import type { ClaimView } from '@contract/claims';
import type { MessageIntent } from '@contract/messages';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { ClaimDocument } from '../documents';
import { mayDecideClaim } from '../policy';
import { claims, homes } from '../repository';
import { tieOf } from '../rules/tie';
import { tieTo } from '../tie';
import { claimView } from '../views';

type Decision = CallInput<'members.decideClaim'>;

async function accept(
  transaction: Transaction,
  context: Context,
  claim: ClaimDocument,
  { ownerKey, residentKey }: Decision,
): Promise<ClaimDocument['relation']> {
  const home = found(await homes.byId(transaction, claim.homeId));
  const tie = tieOf(home, {
    name: claim.registerName,
    asTenant: claim.relation === 'tenant',
    as: claim.relation === 'household-member' ? 'resident' : 'owner',
    ownerKey,
    residentKey,
  });
  if (typeof tie === 'string') throw new Refusal(tie);
  await tieTo(transaction, context, claim.personId, home, tie);
  return tie.relation;
}

function toClaimant(claim: ClaimDocument, reason: string | null): MessageIntent {
  const accepted = claim.state === 'accepted';
  return {
    audience: { persons: [claim.personId] },
    kind: 'claim',
    title: accepted ? `${claim.homeLabel}认领通过` : `${claim.homeLabel}认领没有通过`,
    body: accepted ? '您可以参加这里的议事和表决了。' : `原因：${reason}。补齐材料后可以再申请。`,
    link: '/packages/members/homes/index',
  };
}

/** An officer of the place, never the claimant, accepts a claim or refuses it with the reason (MEM-4, MEM-5). */
export async function decideClaim(context: Context, input: Decision): Promise<ClaimView> {
  const { subjectId } = await change(context, async (transaction) => {
    const claim = found(await claims.byId(transaction, input.claimId));
    enforce(mayDecideClaim(context.actor, context.now, claim));
    if (claim.revision !== input.revision) throw new Refusal('STALE');
    const relation = input.accept ? await accept(transaction, context, claim, input) : claim.relation;
    const reason = input.reason || null;
    const decided: ClaimDocument = {
      ...claim,
      ...{ relation, reason, decidedBy: context.actor.personId, decidedAt: context.now },
      state: input.accept ? 'accepted' : 'refused',
      revision: claim.revision + 1,
    };
    await claims.put(transaction, decided);
    return {
      subject: { kind: 'claim', id: claim._id },
      path: claim.path,
      facts: { homeId: claim.homeId, personId: claim.personId, state: decided.state, relation },
      messages: [toClaimant(decided, reason)],
    };
  });
  const claim = found(await claims.byId(store, subjectId));
  return claimView(context.actor, context.now, claim, await homes.byId(store, claim.homeId));
}

import type { CallInput } from '@contract/calls';
import type { CallingsView } from '@contract/callings';
import type { Body } from '@contract/decision';
import { type Change, change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { ProposalDocument } from '../../proposals/documents';
import { proposals } from '../../proposals/repository';
import type { CallingDocument } from '../documents';
import { type Ground, groundOf, signersOf } from '../gather';
import { collectDenial, unsignDenial } from '../policy';
import { matterOf, presentCallings, signatureOf, signerDenial } from '../present';
import { callings, signatures } from '../repository';
import { settle } from '../settle';

function firstOf(
  { _id, title }: ProposalDocument,
  { place }: Ground,
  body: Body,
  now: number,
): CallingDocument {
  return {
    _id: callings.idOf(_id, body),
    ...{ proposalId: _id, title, body, placeId: place._id, placeName: place.name, path: place.path },
    ...{ state: 'collecting', reached: null, answer: null, unchecked: true, revision: 0, createdAt: now },
    countedAt: now,
  };
}

const written = (calling: CallingDocument): CallingDocument => ({
  ...{ ...calling, unchecked: true, revision: calling.revision + 1 },
});

/** Who signed stands in the signatures; the log has that the demand was signed, under the matter. */
const signed = ({ _id: id, path, proposalId }: CallingDocument): Change => ({
  ...{ subject: { kind: 'calling', id }, path, matterId: proposalId },
});

/** Demands that a body be called about a matter, by name: another thing than supporting it (CALL-1). */
export async function signCalling(
  context: Context,
  input: CallInput<'callings.sign'>,
): Promise<CallingsView> {
  const { proposalId, body } = input;
  const ground = await groundOf(await matterOf(context, proposalId), context.now);
  if (!ground?.bodies.includes(body)) throw new Refusal('NOT_FOUND');
  const id = callings.idOf(proposalId, body);
  const mine = signatureOf(context, { _id: id }, ground);
  enforce(signerDenial(mine, body, await signersOf(id, body, ground, context.now)));
  await change(context, async (transaction) => {
    const proposal = found(await proposals.byId(transaction, proposalId));
    const calling = (await callings.byId(transaction, id)) ?? firstOf(proposal, ground, body, context.now);
    if (await signatures.byId(transaction, mine._id)) return { ...signed(calling), unchanged: true };
    enforce(collectDenial(proposal, calling));
    await signatures.put(transaction, mine);
    await callings.put(transaction, written(calling));
    return signed(calling);
  });
  await settle(id, context.requestId);
  return presentCallings(context, proposalId);
}

/** Takes one's signature back, until the demand is reached (CALL-3). */
export async function unsignCalling(
  context: Context,
  input: CallInput<'callings.unsign'>,
): Promise<CallingsView> {
  const { proposalId, body } = input;
  await matterOf(context, proposalId);
  const id = callings.idOf(proposalId, body);
  await change(context, async (transaction) => {
    const calling = found(await callings.byId(transaction, id));
    const mine = await signatures.byId(transaction, signatures.idOf(id, context.actor.personId));
    enforce(unsignDenial(calling, mine !== null));
    await signatures.remove(transaction, found(mine));
    await callings.put(transaction, written(calling));
    return signed(calling);
  });
  await settle(id, context.requestId);
  return presentCallings(context, proposalId);
}

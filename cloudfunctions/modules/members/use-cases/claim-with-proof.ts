import type { CallInput } from '@contract/calls';
import type { Me } from '@contract/members';
import type { MessageIntent } from '@contract/messages';
import { change } from '../../../kernel/change';
import { checkContent } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { requirePhotos } from '../../../kernel/photos';
import { store } from '../../../kernel/reader';
import { found, Refusal } from '../../../kernel/refusal';
import type { ClaimDocument, HomeDocument } from '../documents';
import { presentMe } from '../present';
import { claims, homes, persons } from '../repository';

function claimOf(
  context: Context,
  { homeId, relation, registerName, note, photos }: CallInput<'members.claimWithProof'>,
  home: HomeDocument,
  before: ClaimDocument | null,
): ClaimDocument {
  const { _id: personId, name: personName } = personOf(context);
  return {
    ...{ _id: claims.idFor(personId, homeId), personId, personName, homeId, homeLabel: home.label },
    ...{
      path: home.path,
      relation,
      registerName,
      note,
      photos,
      state: 'pending',
      decidedBy: null,
      reason: null,
    },
    revision: (before?.revision ?? 0) + 1,
    createdAt: context.now,
    decidedAt: null,
  };
}

/** To whoever may decide; the claimant, should they be an officer, is not one of them (MEM-5). */
async function toDeciders(context: Context, home: HomeDocument): Promise<MessageIntent[]> {
  const holders = await persons.over(store, home.path, ['grid-worker', 'secretary'], context.now);
  const others = [...new Set(holders.map(({ person }) => person._id))].filter(
    (personId) => personId !== context.actor.personId,
  );
  if (others.length === 0) return [];
  const body = '请核对材料后处理。';
  const link = '/packages/desk/claims/index';
  return [{ audience: { persons: others }, kind: 'claim', title: `有人认领${home.label}`, body, link }];
}

/** Asks for a home with a proof, which a grid worker or the secretary looks at (MEM-4); once while it is pending (MEM-13). */
export async function claimWithProof(
  context: Context,
  input: CallInput<'members.claimWithProof'>,
): Promise<Me> {
  const { personId } = context.actor;
  const home = found(await homes.byId(store, input.homeId));
  if (home.goneAt) throw new Refusal('HOME_GONE');
  await requirePhotos(input.photos);
  await checkContent(context, [input.registerName, input.note]);
  const messages = await toDeciders(context, home);
  await change(context, async (transaction) => {
    const before = await claims.byId(transaction, claims.idFor(personId, home._id));
    if (before?.state === 'pending') throw new Refusal('CLAIM_PENDING');
    const person = found(await persons.here(transaction, personId));
    if (person.ties.some((tie) => tie.homeId === home._id)) throw new Refusal('HOME_ALREADY_YOURS');
    const claim = claimOf(context, input, home, before);
    await claims.put(transaction, claim);
    const facts = { homeId: home._id, relation: claim.relation };
    return { subject: { kind: 'claim', id: claim._id }, path: home.path, facts, messages };
  });
  return presentMe(context);
}

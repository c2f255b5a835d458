import type { CallInput, CallOutput } from '@contract/calls';
import type { OrganisationView } from '@contract/organisations';
import { change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, newId } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import type { OrganisationDocument } from '../documents';
import { mayKeep } from '../policy';
import { organisations } from '../repository';
import { telephoneRefusals } from '../rules';
import { organisationView } from '../views';

type Kept = Pick<OrganisationDocument, 'name' | 'kind' | 'offers' | 'contact'>;

async function requireFit(context: Context, { name, offers, contact }: Kept): Promise<void> {
  const wrong = telephoneRefusals({ name, offers, contact });
  if (Object.keys(wrong).length > 0) throw new Refusal('INVALID_INPUT', wrong);
  await requirePassed(context, [name, offers, contact]);
}

/** What is listed and the caller's to keep. */
async function listed(transaction: Transaction, context: Context, id: string): Promise<OrganisationDocument> {
  const one = found(await organisations.byId(transaction, id));
  enforce(mayKeep(context.actor, context.now, one.path));
  if (one.removedAt) throw new Refusal('NOT_FOUND');
  return one;
}

async function shown(context: Context, id: string): Promise<OrganisationView> {
  return organisationView(context.actor, context.now, found(await organisations.byId(store, id)));
}

const noted = (one: OrganisationDocument) => ({
  subject: { kind: 'organisation', id: one._id },
  path: one.path,
});

export async function addOrganisation(
  context: Context,
  input: CallInput<'organisations.add'>,
): Promise<OrganisationView> {
  const { clientId: _once, placeId, ...kept } = input;
  const place = found(await places.byId(store, placeId));
  enforce(mayKeep(context.actor, context.now, place.path));
  await requireFit(context, kept);
  const { subjectId } = await change(context, async (transaction) => {
    const _id = newId(context, 'organisation');
    const where = { placeId, placeName: place.name, path: place.path };
    const one = { _id, ...where, ...kept, removedAt: null, revision: 1, createdAt: context.now };
    await organisations.put(transaction, one);
    return noted(one);
  });
  return shown(context, subjectId);
}

export async function editOrganisation(
  context: Context,
  input: CallInput<'organisations.edit'>,
): Promise<OrganisationView> {
  const { clientId: _once, id, revision, ...kept } = input;
  await requireFit(context, kept);
  await change(context, async (transaction) => {
    const before = await listed(transaction, context, id);
    requireRevision(before, revision);
    await organisations.put(transaction, { ...before, ...kept, revision: revision + 1 });
    return noted(before);
  });
  return shown(context, id);
}

export async function removeOrganisation(
  context: Context,
  input: CallInput<'organisations.remove'>,
): Promise<CallOutput<'organisations.remove'>> {
  const { id, revision } = input;
  await change(context, async (transaction) => {
    const before = await listed(transaction, context, id);
    requireRevision(before, revision);
    await organisations.put(transaction, { ...before, removedAt: context.now, revision: revision + 1 });
    return noted(before);
  });
  return { id };
}

import type { CallInput } from '@contract/calls';
import { ORGANISATION_KINDS, type OrganisationList } from '@contract/organisations';
import type { Context } from '../../../kernel/context';
import { belongsTo } from '../../../kernel/person';
import { store } from '../../../kernel/reader';
import { found, Refusal } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import { mayKeep } from '../policy';
import { organisations } from '../repository';
import { KIND_LABELS } from '../rules';
import { organisationView } from '../views';

/** The organisations of a place: those within it, and those of the places around it (LIST-3). */
export async function listOrganisations(
  context: Context,
  input: CallInput<'organisations.list'>,
): Promise<OrganisationList> {
  const { actor, now } = context;
  const place = found(await places.byId(store, input.placeId));
  if (!belongsTo(actor, now, place.path)) throw new Refusal('NOT_FOUND');
  const { items, next } = await organisations.pageAround(place.path, input.cursor);
  return {
    items: items.map((one) => organisationView(actor, now, one)),
    next,
    kinds: ORGANISATION_KINDS.map((id) => ({ id, label: KIND_LABELS[id] })),
    can: { add: mayKeep(actor, now, place.path) },
  };
}

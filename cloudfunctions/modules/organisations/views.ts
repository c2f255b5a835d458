import type { OrganisationView } from '@contract/organisations';
import type { Actor } from '../../kernel/person';
import type { OrganisationDocument } from './documents';
import { mayKeep } from './policy';
import { KIND_LABELS } from './rules';

export function organisationView(actor: Actor, now: number, one: OrganisationDocument): OrganisationView {
  const { _id: id, name, kind, placeName, offers, contact, revision, path } = one;
  const can = { edit: mayKeep(actor, now, path) };
  return { id, name, kind, kindLabel: KIND_LABELS[kind], placeName, offers, contact, revision, can };
}

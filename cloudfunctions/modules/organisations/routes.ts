import type { Routes } from '../../kernel/route';
import { addOrganisation, editOrganisation, removeOrganisation } from './use-cases/keep-organisation';
import { listOrganisations } from './use-cases/list-organisations';

export const organisationRoutes: Routes<'organisations'> = {
  'organisations.list': listOrganisations,
  'organisations.add': addOrganisation,
  'organisations.edit': editOrganisation,
  'organisations.remove': removeOrganisation,
};

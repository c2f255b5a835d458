import type { Routes } from '../../kernel/route';
import { listForms } from './use-cases/list-forms';
import { nameForms } from './use-cases/name-forms';

export const formRoutes: Routes<'forms'> = {
  'forms.list': listForms,
  'forms.name': nameForms,
};

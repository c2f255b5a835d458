import type { Routes } from '../../kernel/route';
import { readDesk } from './use-cases/read-desk';
import { readHome } from './use-cases/read-home';
import { readMatters } from './use-cases/read-matters';

export const overviewRoutes: Routes<'overview'> = {
  'overview.home': readHome,
  'overview.matters': readMatters,
  'overview.desk': readDesk,
};

import type { Routes } from '../../kernel/route';
import { checkChain } from './use-cases/check-chain';
import { exportChain } from './use-cases/export-chain';
import { listEntries } from './use-cases/list-entries';
import { readLinks } from './use-cases/read-links';

export const auditRoutes: Routes<'audit'> = {
  'audit.entries': listEntries,
  'audit.check': checkChain,
  'audit.links': readLinks,
  'audit.export': exportChain,
};

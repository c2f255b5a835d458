import type { Routes } from '../../kernel/route';
import { checkChain } from './use-cases/check-chain';
import { listEntries } from './use-cases/list-entries';

export const auditRoutes: Routes<'audit'> = {
  'audit.entries': listEntries,
  'audit.check': checkChain,
};

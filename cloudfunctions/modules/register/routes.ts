import type { registerImportCalls } from '@contract/register-import';
import type { Routes } from '../../kernel/route';
import { presentImport } from './place';
import { commitImport } from './use-cases/commit-import';
import { continueImport } from './use-cases/continue-import';
import { decideNamesakes } from './use-cases/decide-namesakes';
import { dropImport } from './use-cases/drop-import';
import { listChanges, listNamesakes } from './use-cases/list-changes';
import { makeTemplate } from './use-cases/make-template';
import { previewImport } from './use-cases/preview-import';
import { printSlips } from './use-cases/print-slips';
import { listSlipHomes, readOverview } from './use-cases/read-overview';
import { repeatImport } from './use-cases/repeat-import';

/** The calls of the register's imports; named after the members that they are about. */
export const registerRoutes: Pick<Routes<'members'>, keyof typeof registerImportCalls> = {
  'members.registerOverview': readOverview,
  'members.previewImport': previewImport,
  'members.repeatImport': repeatImport,
  'members.import': (context, { importId }) => presentImport(context, importId),
  'members.importChanges': listChanges,
  'members.namesakes': listNamesakes,
  'members.decideNamesakes': decideNamesakes,
  'members.commitImport': commitImport,
  'members.continueImport': continueImport,
  'members.dropImport': dropImport,
  'members.registerTemplate': makeTemplate,
  'members.slipHomes': listSlipHomes,
  'members.printSlips': printSlips,
};

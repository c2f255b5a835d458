import type { Routes } from '../../kernel/route';
import { addActionItem } from './use-cases/add-action-item';
import { confirmDone } from './use-cases/confirm-done';
import { publishResolution } from './use-cases/publish-resolution';
import { listResolutions, readResolution } from './use-cases/read-resolution';
import { reassignItem } from './use-cases/reassign-item';
import { reopen } from './use-cases/reopen';
import { reportProgress } from './use-cases/report-progress';

export const resolutionRoutes: Routes<'resolutions'> = {
  'resolutions.publish': publishResolution,
  'resolutions.addItem': addActionItem,
  'resolutions.reassign': reassignItem,
  'resolutions.report': reportProgress,
  'resolutions.confirm': confirmDone,
  'resolutions.reopen': reopen,
  'resolutions.list': listResolutions,
  'resolutions.detail': readResolution,
};

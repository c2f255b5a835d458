import type { Routes } from '../../kernel/route';
import { copyData } from './use-cases/copy-data';
import { leave, readLeaving } from './use-cases/leave';

export const privacyRoutes: Routes<'privacy'> = {
  'privacy.copy': copyData,
  'privacy.leaving': readLeaving,
  'privacy.leave': leave,
};

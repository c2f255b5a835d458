import type { Routes } from '../../kernel/route';
import { answerSurge, askSurge, closeSurge, listSurges, readSurge } from './use-cases/ask-surge';

export const surgeRoutes: Routes<'surges'> = {
  'surges.list': listSurges,
  'surges.detail': readSurge,
  'surges.call': askSurge,
  'surges.answer': answerSurge,
  'surges.close': closeSurge,
};

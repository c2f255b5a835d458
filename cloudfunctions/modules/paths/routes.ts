import type { Routes } from '../../kernel/route';
import { correctStep } from './use-cases/correct-step';
import { readBoard } from './use-cases/read-board';
import { recordStep } from './use-cases/record-step';
import { withdrawStep } from './use-cases/withdraw-step';

export const pathRoutes: Routes<'paths'> = {
  'paths.board': readBoard,
  'paths.record': recordStep,
  'paths.correct': correctStep,
  'paths.withdraw': withdrawStep,
};

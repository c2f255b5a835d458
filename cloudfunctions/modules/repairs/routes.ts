import type { Routes } from '../../kernel/route';
import { applyForFund } from './use-cases/apply-for-fund';
import { beginWork } from './use-cases/begin-work';
import { correctRepairStep } from './use-cases/correct-step';
import { closeRepair, withdrawRepair } from './use-cases/end-repair';
import { answerObjection, objectToBill } from './use-cases/object-to-bill';
import { openRepair } from './use-cases/open-repair';
import { publishBill } from './use-cases/publish-bill';
import { listRepairs, readRepair } from './use-cases/read-repair';

export const repairRoutes: Routes<'repairs'> = {
  'repairs.open': openRepair,
  'repairs.apply': applyForFund,
  'repairs.begin': beginWork,
  'repairs.publish': publishBill,
  'repairs.correct': correctRepairStep,
  'repairs.object': objectToBill,
  'repairs.answer': answerObjection,
  'repairs.close': closeRepair,
  'repairs.withdraw': withdrawRepair,
  'repairs.list': listRepairs,
  'repairs.detail': readRepair,
};

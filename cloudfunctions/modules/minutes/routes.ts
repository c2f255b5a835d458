import type { Routes } from '../../kernel/route';
import { askCorrection } from './use-cases/ask-correction';
import { declineCorrection } from './use-cases/decline-correction';
import { readMinutes, readMinutesVersion } from './use-cases/read-minutes';
import { listCorrections, listSignatures } from './use-cases/list-record';
import { saveMinutesDraft } from './use-cases/save-draft';
import { signMinutes } from './use-cases/sign-minutes';

export const minutesRoutes: Routes<'minutes'> = {
  'minutes.record': readMinutes,
  'minutes.version': readMinutesVersion,
  'minutes.corrections': listCorrections,
  'minutes.signatures': listSignatures,
  'minutes.saveDraft': saveMinutesDraft,
  'minutes.askCorrection': askCorrection,
  'minutes.declineCorrection': declineCorrection,
  'minutes.sign': signMinutes,
};

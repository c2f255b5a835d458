import type { Routes } from '../../kernel/route';
import { answerNomination, recordConsent } from './use-cases/answer-nomination';
import { checkNomination } from './use-cases/check-nomination';
import { draftVote } from './use-cases/draft-vote';
import { nominate } from './use-cases/nominate';
import { openRound } from './use-cases/open-round';
import { listRounds, readInvitation, readRound } from './use-cases/read-rounds';
import { withdrawNomination } from './use-cases/withdraw-nomination';

export const nominationRoutes: Routes<'nominations'> = {
  'nominations.rounds': listRounds,
  'nominations.round': readRound,
  'nominations.open': openRound,
  'nominations.nominate': nominate,
  'nominations.invitation': readInvitation,
  'nominations.answer': answerNomination,
  'nominations.recordConsent': recordConsent,
  'nominations.check': checkNomination,
  'nominations.withdraw': withdrawNomination,
  'nominations.draftVote': draftVote,
};

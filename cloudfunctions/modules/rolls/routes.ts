import type { Routes } from '../../kernel/route';
import { answerChallenge } from './use-cases/answer-challenge';
import { challengeRoll } from './use-cases/challenge-roll';
import { listChallenges } from './use-cases/list-challenges';
import { readOwnRoll } from './use-cases/read-own-roll';
import { renewRoll } from './use-cases/renew-roll';

export const rollRoutes: Routes<'rolls'> = {
  'rolls.mine': readOwnRoll,
  'rolls.challenge': challengeRoll,
  'rolls.challenges': listChallenges,
  'rolls.answer': answerChallenge,
  'rolls.renew': renewRoll,
};

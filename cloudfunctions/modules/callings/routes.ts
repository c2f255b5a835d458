import type { Routes } from '../../kernel/route';
import { presentCallings } from './present';
import { answerCalling } from './use-cases/answer-calling';
import { signCalling, unsignCalling } from './use-cases/sign-calling';

export const callingRoutes: Routes<'callings'> = {
  'callings.ofProposal': (context, { proposalId }) => presentCallings(context, proposalId),
  'callings.sign': signCalling,
  'callings.unsign': unsignCalling,
  'callings.answer': answerCalling,
};

import type { Routes } from '../../kernel/route';
import { appealReturn, decideAppeal } from './use-cases/appeal-return';
import { closeHandled } from './use-cases/close-handled';
import { confirmHandled, reopenHandled } from './use-cases/confirm-handled';
import { mergeProposals } from './use-cases/merge-proposals';
import { listMine, listProposals, readProposal, readTimeline } from './use-cases/read-proposals';
import { reviseProposal } from './use-cases/revise-proposal';
import { submitProposal } from './use-cases/submit-proposal';
import { supportProposal, unsupportProposal } from './use-cases/support-proposal';
import { returnProposal, triageProposal } from './use-cases/triage-proposal';
import { withdrawProposal } from './use-cases/withdraw-proposal';

export const proposalRoutes: Routes<'proposals'> = {
  'proposals.submit': submitProposal,
  'proposals.list': listProposals,
  'proposals.mine': listMine,
  'proposals.detail': readProposal,
  'proposals.timeline': readTimeline,
  'proposals.support': supportProposal,
  'proposals.unsupport': unsupportProposal,
  'proposals.triage': triageProposal,
  'proposals.returnToAuthor': returnProposal,
  'proposals.revise': reviseProposal,
  'proposals.appeal': appealReturn,
  'proposals.decideAppeal': decideAppeal,
  'proposals.merge': mergeProposals,
  'proposals.withdraw': withdrawProposal,
  'proposals.closeHandled': closeHandled,
  'proposals.confirm': confirmHandled,
  'proposals.reopen': reopenHandled,
};

import { CloseStep } from './close-step';
import { DecideAppealStep } from './decide-appeal-step';
import { MergeStep } from './merge-step';
import { AppealStep, ReopenStep, ReturnStep, type StepProps, WithdrawStep } from './reason-steps';
import { TriageStep } from './triage-step';

const STEPS = {
  triage: TriageStep,
  return: ReturnStep,
  merge: MergeStep,
  decide: DecideAppealStep,
  close: CloseStep,
  appeal: AppealStep,
  withdraw: WithdrawStep,
  reopen: ReopenStep,
};

/** What needs more than one tap: each is a sheet over the proposal's page. */
export type Step = keyof typeof STEPS;

export function ProposalStep({ step, ...props }: StepProps & { step: Step }) {
  const Sheet = STEPS[step];
  return <Sheet {...props} />;
}

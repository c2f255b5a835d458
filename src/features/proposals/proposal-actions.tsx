import type { ErrorCode } from '@contract/errors';
import type { ProposalDetail } from '@contract/proposals';
import { Button } from '@/components/button/button';
import { Section } from '@/components/section/section';
import { useCall } from '@/features/calls/use-call';
import { useMe } from '@/features/members/use-me';
import { open } from '@/services/navigate';
import type { Step } from './proposal-steps';

interface ActionsProps {
  proposal: ProposalDetail;
  onStep: (step: Step) => void;
}

/** Whether the caller can call a meeting or a vote there: asked of the server, by whoever holds an office at all. */
function useConvening({ placeId, route, stage }: ProposalDetail): boolean {
  const me = useMe();
  // One that was voted down can be put again (MEET-13).
  const free = route === 'shared' && (stage === 'collecting' || stage === 'rejected');
  const enabled = free && (me.data?.offices.length ?? 0) > 0;
  const choices = useCall('motions.choices', { placeId }, { enabled });
  return choices.data?.bodies.some(({ may }) => may === null) ?? false;
}

const WORDS: readonly [Step, (can: ProposalDetail['can']) => ErrorCode | null, string][] = [
  ['triage', (can) => can.triage, '重新分类'],
  ['close', (can) => can.closeHandled, '报告办好了'],
  ['merge', (can) => can.merge, '并到另一件'],
  ['return', (can) => can.returnToAuthor, '退回给提出人'],
  ['appeal', (can) => can.appeal, '不同意退回，申诉'],
  ['withdraw', (can) => can.withdraw, '撤回这件提议'],
];

/** What its author and the offices can do beside the main thing; nothing is shown to others. */
export function ProposalActions({ proposal, onStep }: ActionsProps) {
  const { id, placeId, title, can, route } = proposal;
  const convening = useConvening(proposal);
  const steps = WORDS.filter(([step, may]) => may(can) === null && !(step === 'triage' && route === null));
  if (steps.length === 0 && !convening) return null;
  const about = { placeId, proposalId: id, title };
  return (
    <Section title="还可以这样办">
      {convening && (
        <>
          <Button kind="plain" icon="calendar" onTap={() => open('/packages/meetings/plan/index', about)}>
            安排会议
          </Button>
          <Button kind="plain" icon="vote" onTap={() => open('/packages/motions/draft/index', about)}>
            书面表决
          </Button>
        </>
      )}
      {steps.map(([step, , words]) => (
        <Button
          key={step}
          kind={step === 'withdraw' || step === 'return' ? 'danger' : 'plain'}
          onTap={() => onStep(step)}
        >
          {words}
        </Button>
      ))}
    </Section>
  );
}

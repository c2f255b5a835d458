import type { ProposalDetail } from '@contract/proposals';
import { useCommand } from '@/features/calls/use-command';
import { ReasonSheet } from '@/features/reasons/reason-sheet';

export interface StepProps {
  proposal: ProposalDetail;
  onClose: () => void;
}

/** An officer gives it back to its author (PRO-6). */
export function ReturnStep({ proposal: { id, revision }, onClose }: StepProps) {
  const command = useCommand('proposals.returnToAuthor');
  return (
    <ReasonSheet
      draft={`return:${id}`}
      title="退回给提出人吗？"
      text="大家都看得到退回的理由。提出人可以改了再提，也可以申诉一次，由另一位工作人员来看。"
      confirm="退回"
      cancel="不退回"
      danger
      error={command.error}
      onSend={(reason) => command.send({ id, revision, reason })}
      onClose={onClose}
    />
  );
}

/** The author does not agree with the return (PRO-7). */
export function AppealStep({ proposal: { id }, onClose }: StepProps) {
  const command = useCommand('proposals.appeal');
  return (
    <ReasonSheet
      draft={`appeal:${id}`}
      title="不同意退回，要申诉吗？"
      text="由另一位工作人员重新看。一件事只能申诉一次。"
      confirm="提出申诉"
      label="申诉的理由"
      error={command.error}
      onSend={(reason) => command.send({ id, reason })}
      onClose={onClose}
    />
  );
}

/** The author takes it back (PRO-8). */
export function WithdrawStep({ proposal: { id, revision }, onClose }: StepProps) {
  const command = useCommand('proposals.withdraw');
  return (
    <ReasonSheet
      draft={`withdraw:${id}`}
      title="撤回这件提议吗？"
      text="撤回以后邻居不能再支持，也不会再有人办。撤回了不能恢复，要提就再提一件。"
      confirm="撤回"
      cancel="不撤回"
      danger
      optional
      error={command.error}
      onSend={(reason) => command.send({ id, revision, reason: reason || undefined })}
      onClose={onClose}
    />
  );
}

/** The author is not satisfied with what was reported done. */
export function ReopenStep({ proposal: { id, revision }, onClose }: StepProps) {
  const command = useCommand('proposals.reopen');
  return (
    <ReasonSheet
      draft={`reopen:${id}`}
      title="哪里还没办好？"
      text="会退回给负责的人接着办，大家都看得到。"
      confirm="退回去接着办"
      label="没办好的地方"
      error={command.error}
      onSend={(reason) => command.send({ id, revision, reason })}
      onClose={onClose}
    />
  );
}

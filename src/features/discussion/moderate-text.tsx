import type { HeldText } from '@contract/discussion';
import { useCommand } from '@/features/calls/use-command';
import { ReasonSheet } from '@/features/reasons/reason-sheet';

interface ModerateTextProps {
  held: HeldText;
  show: boolean;
  onClose: () => void;
}

/** Lets a held text pass or not, with the reason that its author reads (SEC-8). */
export function ModerateText({ held, show, onClose }: ModerateTextProps) {
  const command = useCommand('discussion.moderate');
  const { id, kind } = held;
  const refused =
    kind === 'proposal' ? '提议会退回给提出人，他可以改了再提。' : '这条意见会被隐藏，发的人会收到消息。';
  return (
    <ReasonSheet
      draft={`moderate:${id}`}
      title={show ? '通过，让大家看到吗？' : '不让大家看到吗？'}
      text={show ? '通过以后邻居马上就看得到。' : refused}
      confirm={show ? '通过' : '不通过'}
      danger={!show}
      error={command.error}
      onSend={(reason) => command.send({ subject: { kind, id }, show, reason })}
      onClose={onClose}
    />
  );
}

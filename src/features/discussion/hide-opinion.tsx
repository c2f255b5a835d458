import type { OpinionView } from '@contract/discussion';
import { useCommand } from '@/features/calls/use-command';
import { ReasonSheet } from '@/features/reasons/reason-sheet';

interface TurnProps {
  opinion: OpinionView;
  onClose: () => void;
}

function Hide({ opinion, onClose }: TurnProps) {
  const command = useCommand('discussion.hide');
  return (
    <ReasonSheet
      draft={`hide:${opinion.id}`}
      title="隐藏这条意见吗？"
      text="大家看不到内容了，但看得到它被隐藏和您写的理由。发的人会收到消息。"
      confirm="隐藏"
      cancel="不隐藏"
      danger
      error={command.error}
      onSend={(reason) => command.send({ id: opinion.id, reason })}
      onClose={onClose}
    />
  );
}

function Show({ opinion, onClose }: TurnProps) {
  const command = useCommand('discussion.show');
  return (
    <ReasonSheet
      draft={`show:${opinion.id}`}
      title="恢复显示这条意见吗？"
      text="大家又能看到它，发的人会收到消息。"
      confirm="恢复显示"
      error={command.error}
      onSend={(reason) => command.send({ id: opinion.id, reason })}
      onClose={onClose}
    />
  );
}

/** An officer hides an opinion or shows it again, with the reason that everybody reads (TALK-2, TALK-3). */
export function TurnOpinion({ opinion, onClose }: TurnProps) {
  return opinion.hidden ? (
    <Show opinion={opinion} onClose={onClose} />
  ) : (
    <Hide opinion={opinion} onClose={onClose} />
  );
}

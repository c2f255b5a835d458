import type { MeetingDetail } from '@contract/meetings';
import { useState } from 'react';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';

/** Cancels the meeting with a reason that everybody who was told reads. */
export function CancelMeeting({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand('meetings.cancel');
  const cancel = async () => {
    if (await command.send({ id: meeting.id, revision: meeting.revision, reason })) onClose();
  };
  return (
    <Confirm
      open
      danger
      title="取消这次会议吗？"
      text="收到过通知的人都会收到取消的消息。会上已经公布的表决一起取消，议题可以放到别的会上。"
      confirm="取消会议"
      cancel="不取消"
      reason={reason.trim() ? undefined : '请写明取消的理由'}
      onConfirm={cancel}
      error={command.error}
      onClose={onClose}
    >
      <TextArea label="理由" value={reason} onChange={setReason} max={200} error={command.fields.reason} />
    </Confirm>
  );
}

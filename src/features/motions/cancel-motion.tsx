import type { MotionDetail } from '@contract/motions';
import { useState } from 'react';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';

/** Cancels a vote that has not begun, with a reason. */
export function CancelMotion({ motion, onClose }: { motion: MotionDetail; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand('motions.cancel');
  const cancel = async () => {
    if (await command.send({ id: motion.id, revision: motion.revision, reason })) onClose();
  };
  return (
    <Confirm
      open
      danger
      title="取消这次表决吗？"
      confirm="取消表决"
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

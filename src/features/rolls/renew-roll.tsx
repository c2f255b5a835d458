import type { OwnRoll } from '@contract/rolls';
import { useState } from 'react';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';

/** Makes the roll anew from the register as it is now, with the reason for everybody. */
export function RenewRoll({ roll, onClose }: { roll: OwnRoll; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand('rolls.renew');
  const send = async () => {
    const { motionId, revision } = roll;
    if (await command.send({ motionId, revision, reason })) onClose();
  };
  return (
    <Confirm
      open
      title="按现在的登记重新确定名册吗？"
      text="这个地方的居民都会收到消息，旧名册的核对码留着备查。投票开始前一分钟起就不能再改。"
      confirm="重新确定"
      reason={reason.trim() ? undefined : '请写明理由'}
      onConfirm={send}
      error={command.error}
      onClose={onClose}
    >
      <TextArea label="理由" value={reason} onChange={setReason} max={200} error={command.fields.reason} />
    </Confirm>
  );
}

import type { PathRecordView } from '@contract/paths';
import { useState } from 'react';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';

interface WithdrawProps {
  matterId: string;
  record: PathRecordView;
  onClose: () => void;
}

/** Takes an entry back; it stays to be read with the reason. */
export function WithdrawRecord({ matterId, record, onClose }: WithdrawProps) {
  const [reason, setReason] = useState('');
  const command = useCommand('paths.withdraw');
  const withdraw = async () => {
    if (await command.send({ matterId, recordId: record.id, reason })) onClose();
  };
  return (
    <Confirm
      open
      title="撤回这一步的记录吗？"
      text="撤回以后，这条记录和理由大家还看得到。"
      confirm="撤回"
      danger
      reason={reason.trim() ? undefined : '请写撤回的理由'}
      error={command.error}
      onConfirm={withdraw}
      onClose={onClose}
    >
      <TextArea
        label="为什么撤回"
        value={reason}
        onChange={setReason}
        max={200}
        error={command.fields.reason}
      />
    </Confirm>
  );
}

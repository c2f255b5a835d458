import type { ProxyPaperRow } from '@contract/proxies';
import { useState } from 'react';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';

interface RejectProxyProps {
  row: ProxyPaperRow;
  onClose: () => void;
  onDone?: () => void;
}

/** Sends a proxy on paper back, or takes one's own entry back, with the reason that its voter reads. */
export function RejectProxy({ row, onClose, onDone = onClose }: RejectProxyProps) {
  const [reason, setReason] = useState('');
  const command = useCommand('proxies.rejectPaper');
  const verb = row.mine ? '撤回' : '退回';
  const reject = async () => {
    if (await command.send({ proxyId: row.proxyId, number: row.number, reason })) onDone();
  };
  return (
    <Confirm
      open
      danger
      title={`${verb}${row.label}的委托书吗？`}
      text={`${verb}以后不生效，可以重新登记。委托人看得到理由。`}
      confirm={verb}
      reason={reason.trim() ? undefined : '请写明理由，比如：没有签字'}
      onConfirm={reject}
      error={command.error}
      onClose={onClose}
    >
      <TextArea label="理由" value={reason} onChange={setReason} max={200} error={command.fields.reason} />
    </Confirm>
  );
}

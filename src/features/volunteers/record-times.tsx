import type { Board, BoardRow } from '@contract/service';
import { useState } from 'react';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';
import { ClockInput } from './clock-input';
import { instantWithin, typedClock } from './clock-within';

interface RecordTimesProps {
  row: BoardRow;
  board: Board;
  onClose: () => void;
}

interface Filled {
  inAt: number | null;
  outTyped: string;
  outAt: number | null;
  /** Hours that stood are put right whole, and with a reason. */
  stood: boolean;
  reason: string;
}

function missingOf({ inAt, outTyped, outAt, stood, reason }: Filled): string | undefined {
  if (inAt === null) return '请填几点到的';
  if (outAt === null && (stood || outTyped !== '')) return '请填好几点走的';
  return stood && reason.trim() === '' ? '时长已经记好，更正要写理由' : undefined;
}

/** The leader's list: comes, goes, and puts right with a reason (HOURS-4). */
export function RecordTimes({ row, board, onClose }: RecordTimesProps) {
  const { record, name } = row;
  const stood = record?.state === 'done' || record?.state === 'no-show';
  const [from, setFrom] = useState(typedClock(record?.inAt ?? board.startsAt));
  const [to, setTo] = useState(typedClock(record?.outAt ?? null));
  const [reason, setReason] = useState('');
  const command = useCommand('service.record');
  const inAt = instantWithin(board, from);
  const outAt = instantWithin(board, to);
  const send = async () => {
    if (inAt === null) return;
    const input = { shiftId: board.shiftId, id: row.id, inAt, outAt, reason };
    if (await command.send(input)) onClose();
  };
  return (
    <Confirm
      open
      title={stood ? `更正${name}的时间` : `记${name}的时间`}
      text={stood ? '原来的时间和更正的理由都留着，本人看得到。' : '人还没走，就先不填几点走的。'}
      confirm={record?.state === 'stated' ? '确认' : '记下来'}
      reason={missingOf({ inAt, outTyped: to, outAt, stood, reason })}
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    >
      <ClockInput label="几点到的" value={from} onChange={setFrom} error={command.fields.inAt} />
      <ClockInput label="几点走的" optional value={to} onChange={setTo} error={command.fields.outAt} />
      {stood && (
        <TextArea
          label="更正的理由"
          value={reason}
          onChange={setReason}
          max={200}
          error={command.fields.reason}
        />
      )}
    </Confirm>
  );
}

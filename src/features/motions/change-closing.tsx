import type { MotionDetail } from '@contract/motions';
import { useState } from 'react';
import { DateField } from '@/components/date-field/date-field';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { TimeField } from '@/components/time-field/time-field';
import { useCommand } from '@/features/calls/use-command';
import { clockText, dayOf, instantOf } from '@/services/time';

/** Announces another closing time, earlier or later, with its reason. */
export function ChangeClosing({ motion, onClose }: { motion: MotionDetail; onClose: () => void }) {
  const [on, setOn] = useState(dayOf(motion.closesAt));
  const [time, setTime] = useState(clockText(motion.closesAt).padStart(5, '0'));
  const [reason, setReason] = useState('');
  const command = useCommand('motions.changeClosing');
  const change = async () => {
    const { id, revision } = motion;
    if (await command.send({ id, revision, closesAt: instantOf(on, time), reason })) onClose();
  };
  return (
    <Confirm
      open
      title="改截止时间"
      text={
        motion.phase === 'open'
          ? '投票已经开始，只能提前截止，不能延后。要提前至少一分钟公布，大家都会收到通知。'
          : '新的截止时间要提前至少一分钟公布，大家都会收到通知。'
      }
      confirm="公布新的截止时间"
      cancel="不改了"
      reason={reason.trim() ? undefined : '请写明理由'}
      onConfirm={change}
      error={command.error}
      onClose={onClose}
    >
      <DateField label="哪一天截止" value={on} onChange={setOn} />
      <TimeField label="几点截止" value={time} onChange={setTime} error={command.fields.closesAt} />
      <TextArea label="理由" value={reason} onChange={setReason} max={200} error={command.fields.reason} />
    </Confirm>
  );
}

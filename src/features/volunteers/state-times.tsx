import type { ShiftDetail } from '@contract/shifts';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Confirm } from '@/components/sheet/confirm';
import { useCommand } from '@/features/calls/use-command';
import { instantWithin, typedClock } from './clock-within';
import { ClockInput } from './clock-input';

interface TimesSheetProps {
  shift: ShiftDetail;
  onClose: () => void;
}

function TimesSheet({ shift, onClose }: TimesSheetProps) {
  const [from, setFrom] = useState(typedClock(shift.record?.inAt ?? shift.startsAt));
  const [to, setTo] = useState(typedClock(shift.record?.outAt ?? shift.endsAt));
  const command = useCommand('service.state');
  const inAt = instantWithin(shift, from);
  const outAt = instantWithin(shift, to);
  const send = async () => {
    if (inAt === null || outAt === null) return;
    if (await command.send({ shiftId: shift.id, inAt, outAt })) onClose();
  };
  return (
    <Confirm
      open
      title="补报时间"
      text="没有签到、签退的，报一下几点到、几点走。带队的人确认以后，才算时长。"
      confirm="报上去"
      reason={inAt === null || outAt === null ? '请填好几点到、几点走' : undefined}
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    >
      <ClockInput label="几点到的" value={from} onChange={setFrom} error={command.fields.inAt} />
      <ClockInput label="几点走的" value={to} onChange={setTo} error={command.fields.outAt} />
    </Confirm>
  );
}

/** For whoever was there and found no code. */
export function StateTimes({ shift }: { shift: ShiftDetail }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="plain" onTap={() => setAsking(true)}>
        没有签到码，补报时间
      </Button>
      {asking && <TimesSheet shift={shift} onClose={() => setAsking(false)} />}
    </>
  );
}

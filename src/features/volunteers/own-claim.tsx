import type { ShiftDetail } from '@contract/shifts';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Countdown, useNow } from '@/components/countdown/countdown';
import { ErrorBox } from '@/components/error-box/error-box';
import { Notice } from '@/components/notice/notice';
import { Receipt } from '@/components/receipt/receipt';
import { Confirm } from '@/components/sheet/confirm';
import { useCommand } from '@/features/calls/use-command';
import { ReasonSheet } from '@/features/reasons/reason-sheet';
import { denial } from '@/services/messages';
import { dayTimeText, spokenTime } from '@/services/time';
import { spanText } from './shift-words';

/** Where I stand in this shift. */
export function OwnClaimState({ shift }: { shift: ShiftDetail }) {
  const now = useNow();
  const { mine, withdrawUntil } = shift;
  if (!mine) return null;
  if (mine.state === 'offered' && mine.answerBy !== null) {
    return (
      <Notice tone="brand" icon="bell" title="轮到您了，名额给您留着">
        <Countdown label="答复截止" until={mine.answerBy} over="答复时间过了" />
        <Text>到时间不答复，就给下一位。</Text>
      </Notice>
    );
  }
  if (mine.state === 'waiting') {
    return (
      <Receipt
        title={`您在候补，第 ${mine.place ?? 1} 位`}
        mark="clock"
        lines={[{ label: '班次', value: spanText(shift, now) }]}
        next="有人退出，就按顺序轮到您，会发消息，请在限定的时间里答复。"
      />
    );
  }
  const until = dayTimeText(withdrawUntil, now);
  return (
    <Receipt
      title="您报名了这一班"
      lines={[
        { label: '时间', value: spanText(shift, now) },
        { label: '地点', value: shift.where },
      ]}
      next={
        withdrawUntil > now
          ? `来不了，请在${until}前退出，好让别人补上。`
          : '已经过了随便退出的时间：来不了要写原因，会记一次“临时退出”。'
      }
    />
  );
}

function LateSheet({ shift, onClose }: { shift: ShiftDetail; onClose: () => void }) {
  const command = useCommand('shifts.withdraw');
  return (
    <ReasonSheet
      title="现在退出，要写原因"
      text="已经过了随便退出的时间，会记一次“临时退出”。写了原因，不算没有来。"
      confirm="退出这一班"
      danger
      draft={`withdraw:${shift.id}`}
      label="原因"
      max={100}
      error={command.error}
      onSend={(reason) => command.send({ id: shift.id, reason })}
      onClose={onClose}
    />
  );
}

function FreeSheet({ shift, onClose }: { shift: ShiftDetail; onClose: () => void }) {
  const command = useCommand('shifts.withdraw');
  const now = useNow();
  const withdraw = async () => {
    if (await command.send({ id: shift.id })) onClose();
  };
  const waiting = shift.mine?.state !== 'taken';
  const text = waiting
    ? '以后再排，要从最后一位排起。'
    : `${spokenTime(shift.withdrawUntil, now)}前退出没有影响，名额给候补的邻居。`;
  return (
    <Confirm
      open
      danger
      title={waiting ? '不等了吗？' : '退出这一班吗？'}
      text={text}
      confirm={waiting ? '不等了' : '退出这一班'}
      error={command.error}
      onConfirm={withdraw}
      onClose={onClose}
    />
  );
}

/** Leaving a shift or its queue, with what that means by now. */
export function Withdraw({ shift }: { shift: ShiftDetail }) {
  const [asking, setAsking] = useState(false);
  const now = useNow();
  const { mine, can, withdrawUntil } = shift;
  if (mine === null || mine.state === 'offered') return null;
  const late = mine.state === 'taken' && withdrawUntil <= now;
  const close = () => setAsking(false);
  return (
    <>
      <Button kind="plain" onTap={() => setAsking(true)} reason={denial(can.withdraw)}>
        {mine.state === 'taken' ? '来不了，退出' : '不等了'}
      </Button>
      {asking &&
        (late ? <LateSheet shift={shift} onClose={close} /> : <FreeSheet shift={shift} onClose={close} />)}
    </>
  );
}

/** A place is held for me: take it, or let the next one have it. */
export function AnswerOffer({ shift }: { shift: ShiftDetail }) {
  const accept = useCommand('shifts.accept');
  const decline = useCommand('shifts.decline');
  const error = accept.error ?? decline.error;
  return (
    <>
      {error && <ErrorBox error={error} />}
      <Button onTap={() => accept.send({ id: shift.id })} reason={denial(shift.can.accept)}>
        我来
      </Button>
      <Button kind="quiet" onTap={() => decline.send({ id: shift.id })}>
        来不了，让给下一位
      </Button>
    </>
  );
}

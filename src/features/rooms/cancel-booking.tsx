import type { BookingView } from '@contract/bookings';
import { useState } from 'react';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { useCommand } from '@/features/calls/use-command';
import { ReasonSheet } from '@/features/reasons/reason-sheet';
import { whenText } from './room-words';

const WHICH = [
  { id: 'one', title: '只取消这一次' },
  { id: 'following', title: '这一次和以后的都取消' },
] as const;

/** Gives a slot up: one's own without a reason, somebody else's with one, which they read. */
export function CancelBooking({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const { id, revision, mine, series } = booking;
  const [which, setWhich] = useState<'one' | 'following'>('one');
  const command = useCommand('bookings.cancel');
  const cancel = (reason: string) =>
    command.send({ id, revision, following: series !== null && which === 'following', reason });
  return (
    <ReasonSheet
      draft={`cancel-booking:${id}`}
      title={`取消 ${whenText(booking)} 的预约吗？`}
      text={mine ? '取消以后时段放给别人，次数还给您家。' : '预约的人会收到消息，看得到原因。'}
      confirm="取消预约"
      cancel="先不取消"
      danger
      label="取消的原因"
      max={100}
      optional={mine}
      error={command.error}
      onSend={cancel}
      onClose={onClose}
    >
      {series && <ChoiceList label="取消哪几次" choices={WHICH} value={which} onChange={setWhich} />}
    </ReasonSheet>
  );
}

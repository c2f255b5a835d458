import type { BookingView } from '@contract/bookings';
import type { RoomSummary } from '@contract/rooms';
import { Text } from '@tarojs/components';
import { Confirm } from '@/components/sheet/confirm';
import { Sheet } from '@/components/sheet/sheet';
import { Button } from '@/components/button/button';
import { useCommand } from '@/features/calls/use-command';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';
import { BookingFields, inputOf, missingWords, useBookingWords } from './booking-fields';
import type { Taken } from './room-day';
import { whenText } from './room-words';

interface TakenSheetProps {
  room: RoomSummary;
  on: string;
  taken: Taken;
  onWaiting: (booking: BookingView) => void;
  onClose: () => void;
}

const KIND_WORDS: Record<Taken['kind'], string> = {
  taken: '已经有人订了',
  pending: '有人申请了，等社区同意',
  offered: '空出来了，先留给排队的人',
  meeting: '要开会',
  mine: '您订的',
  'mine-pending': '您申请的，等社区同意',
  'mine-offered': '留给您的，请说要不要',
};

function WaitFields({ room, on, taken, onWaiting, onClose }: TakenSheetProps) {
  const words = useBookingWords(room.id);
  const command = useCommand('bookings.wait');
  const wait = async () => {
    const { from, to } = taken;
    const waiting = await command.send({ roomId: room.id, on, from, to, ...inputOf(words.value) });
    if (!waiting) return;
    words.drop();
    onWaiting(waiting);
  };
  return (
    <Confirm
      open
      title={whenText({ on, ...taken })}
      text={`${KIND_WORDS[taken.kind]}：${taken.label}。排上队以后，空出来先留给排在前面的人，轮到您会发消息。`}
      confirm="排队等这个时段"
      reason={denial(room.can.book) ?? missingWords(words.value, room)}
      error={command.error}
      onConfirm={wait}
      onClose={onClose}
    >
      <BookingFields room={room} value={words.value} change={words.change} fields={command.fields} />
    </Confirm>
  );
}

/** What stands in a slot: open one's own or the meeting, wait for somebody else's. */
export function TakenSheet(props: TakenSheetProps) {
  const { on, taken, onClose } = props;
  const { kind, label, id } = taken;
  const meeting = kind === 'meeting';
  if (id === null && !meeting) return <WaitFields {...props} />;
  const go = (page: string) => () => open(page, { id: id ?? '' });
  return (
    <Sheet
      open
      title={whenText({ on, ...taken })}
      onClose={onClose}
      actions={
        id !== null && (
          <Button onTap={go(meeting ? '/packages/meetings/detail/index' : '/packages/rooms/booking/index')}>
            {meeting ? '看这个会' : '看这个预约'}
          </Button>
        )
      }
    >
      <Text>{`${KIND_WORDS[kind]}：${label}`}</Text>
    </Sheet>
  );
}

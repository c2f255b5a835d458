import type { RoomDay } from '@contract/bookings';
import type { RoomSummary } from '@contract/rooms';
import { Text, View } from '@tarojs/components';
import { Loaded } from '@/components/loaded/loaded';
import { Confirm } from '@/components/sheet/confirm';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { denial } from '@/services/messages';
import { replaceWith } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dayText } from '@/services/time';
import { whenText } from './room-words';
import type { Slot } from './slot';
import { SlotFields } from './slot-fields';

interface MoveSheetProps {
  bookingId: string;
  room: RoomSummary;
  day: RoomDay;
  slot: Slot;
  onSlot: (slot: Slot) => void;
  onClose: () => void;
}

/** Moves a booking: the old time is given up only when the new one is had. */
export function MoveSheet({ bookingId, room, day, slot, onSlot, onClose }: MoveSheetProps) {
  const booking = useCall('bookings.detail', { id: bookingId });
  const command = useCommand('bookings.move');
  const { data } = booking;
  const move = async () => {
    if (!data) return;
    const moved = await command.send({ id: data.id, revision: data.revision, roomId: room.id, ...slot });
    if (moved) replaceWith('/packages/rooms/booking/index', { id: moved.id });
  };
  return (
    <Confirm
      open
      title="改到这个时间吗？"
      confirm="改时间"
      reason={data ? denial(data.can.move) : '正在读取…'}
      error={command.error}
      onConfirm={move}
      onClose={onClose}
    >
      <Loaded of={booking}>{(shown) => <Text>原来：{whenText(shown)}</Text>}</Loaded>
      <View className="room-slot">
        <Text>
          {room.name}，{dayText(slot.on, serverNow())}
        </Text>
      </View>
      <SlotFields day={day} lengths={room.rules} slot={slot} onChange={onSlot} fields={command.fields} />
      <Text>新的时间订上了，才会放掉原来的。</Text>
    </Confirm>
  );
}

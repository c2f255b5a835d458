import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Section } from '@/components/section/section';
import { useCall } from '@/features/calls/use-call';
import { open } from '@/services/navigate';
import { type BookedTime, whenText } from './room-words';

const toRoom = ({ roomId, on, from, to }: BookedTime & { roomId: string }) =>
  open('/packages/rooms/room/index', { id: roomId, on, from: String(from), to: String(to) });

/** Where else a booking could go that was displaced: as far as it is free now. */
export function AlternativesFor({ bookingId }: { bookingId: string }) {
  const found = useCall('bookings.alternatives', { id: bookingId });
  return (
    <Loaded of={found}>
      {({ otherRooms, otherTimes }) => (
        <Section title="还可以订" count={`${otherRooms.length + otherTimes.length} 个`}>
          <List>
            {otherRooms.map((one) => (
              <ListItem
                key={one.roomId}
                icon="building"
                title={`${one.venueName} ${one.roomName}`}
                note={`同一时间空着 · ${whenText(one)}`}
                onTap={() => toRoom(one)}
              />
            ))}
            {otherTimes.map((one) => (
              <ListItem
                key={`${one.on} ${one.from}`}
                icon="calendar"
                title={whenText(one)}
                note="同一间，这个时间空着"
                onTap={() => toRoom(one)}
              />
            ))}
            {otherRooms.length + otherTimes.length === 0 && (
              <ListItem icon="info" title="最近没有合适的空闲时间" note="可以看别的场地，或者联系社区" />
            )}
          </List>
        </Section>
      )}
    </Loaded>
  );
}

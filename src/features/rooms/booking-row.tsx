import type { BookingView } from '@contract/bookings';
import { ListItem } from '@/components/list-item/list-item';
import { Tag, Tags } from '@/components/tag/tag';
import { open } from '@/services/navigate';
import { seriesText, stateTag } from './booking-words';
import { whenText } from './room-words';

/** One booking in a list: when, where, how it stands. */
export function BookingRow({ booking }: { booking: BookingView }) {
  const { id, roomName, venueName, label, mine, who } = booking;
  const { text, tone, icon } = stateTag(booking);
  const parts = [`${venueName} ${roomName}`, label, mine ? null : who.name, seriesText(booking)];
  return (
    <ListItem
      title={whenText(booking)}
      note={parts.filter(Boolean).join(' · ')}
      spoken={text}
      tags={
        <Tags>
          <Tag tone={tone} icon={icon}>
            {text}
          </Tag>
        </Tags>
      }
      onTap={() => open('/packages/rooms/booking/index', { id })}
    />
  );
}

import type { ClosingPreview } from '@contract/rooms';
import { Text } from '@tarojs/components';
import { List, ListItem } from '@/components/list-item/list-item';
import { Notice } from '@/components/notice/notice';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';
import { whenText } from './room-words';

/** Whom a change of hours puts out, before it is done. */
export function DisplacedLines({ preview }: { preview: ClosingPreview }) {
  const { displaced, meetings, refusal } = preview;
  if (displaced.length + meetings.length === 0) {
    return <Notice tone="leaf" icon="check" title="没有预约受影响" />;
  }
  return (
    <>
      <Notice
        tone="clay"
        icon="warn"
        title={
          meetings.length > 0 ? `有 ${meetings.length} 个会议要用` : `有 ${displaced.length} 个预约用不成了`
        }
      >
        <Text>{denial(refusal) ?? '预约的人都会收到消息，看得到原因，还会看到别的空闲时间。'}</Text>
      </Notice>
      <List>
        {meetings.map((one) => (
          <ListItem
            key={one.id}
            icon="talk"
            title={whenText(one)}
            note={one.title}
            onTap={() => open('/packages/meetings/detail/index', { id: one.id })}
          />
        ))}
        {displaced.map((one) => (
          <ListItem
            key={one.bookingId}
            icon="person"
            title={whenText(one)}
            note={`${one.label} · ${one.who}`}
            onTap={() => open('/packages/rooms/booking/index', { id: one.bookingId })}
          />
        ))}
      </List>
    </>
  );
}

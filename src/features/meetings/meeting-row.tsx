import type { MeetingSummary } from '@contract/meetings';
import { ListItem } from '@/components/list-item/list-item';
import { Tag, Tags } from '@/components/tag/tag';
import { open } from '@/services/navigate';
import { stageTag, whenAndWhere } from './meeting-words';

/** One meeting in a list. */
export function MeetingRow({ meeting }: { meeting: MeetingSummary }) {
  const stage = stageTag(meeting);
  return (
    <ListItem
      title={meeting.title}
      note={`${whenAndWhere(meeting)} · ${meeting.placeName}`}
      tags={
        <Tags>
          <Tag tone={stage.tone}>{stage.text}</Tag>
          <Tag>{meeting.formName}</Tag>
        </Tags>
      }
      onTap={() => open('/packages/meetings/detail/index', { id: meeting.id })}
    />
  );
}

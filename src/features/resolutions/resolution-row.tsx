import type { ResolutionSummary } from '@contract/resolutions';
import { ListItem } from '@/components/list-item/list-item';
import { Tag, Tags } from '@/components/tag/tag';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateText } from '@/services/time';
import { tagsOf } from './resolution-words';

/** One resolution in a list. */
export function ResolutionRow({ resolution }: { resolution: ResolutionSummary }) {
  return (
    <ListItem
      title={resolution.title}
      note={`${resolution.placeName} · ${dateText(resolution.publishedAt, serverNow())}公布`}
      tags={
        <Tags>
          {tagsOf(resolution).map(({ text, tone }) => (
            <Tag key={text} tone={tone}>
              {text}
            </Tag>
          ))}
        </Tags>
      }
      onTap={() => open('/packages/resolutions/detail/index', { id: resolution.id })}
    />
  );
}

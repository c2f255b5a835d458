import type { DeskItem } from '@contract/overview';
import { List, ListItem } from '@/components/list-item/list-item';
import { Tag, Tags } from '@/components/tag/tag';
import { openLink } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { durationText } from '@/services/time';

function dueTag({ dueAt, overdue }: DeskItem, now: number): { text: string; tone: 'brand' | 'clay' } | null {
  if (dueAt === null) return null;
  if (overdue) return { text: `超期 ${durationText(now - dueAt)}`, tone: 'brand' };
  return { text: `还有 ${durationText(dueAt - now)}`, tone: 'clay' };
}

function DeskRow({ item, task }: { item: DeskItem; task: string | undefined }) {
  const now = serverNow();
  const tag = dueTag(item, now);
  const side = [item.detail, item.placeName, `等了${durationText(now - item.since)}`];
  return (
    <ListItem
      title={item.title}
      note={side.filter(Boolean).join(' · ')}
      tags={
        (tag || task) && (
          <Tags>
            {task && <Tag tone="sky">{task}</Tag>}
            {tag && <Tag tone={tag.tone}>{tag.text}</Tag>}
          </Tags>
        )
      }
      onTap={() => openLink(item.link)}
    />
  );
}

/** Action items of one resolution share its page, texts of a place theirs: the id tells them apart. */
export const keyOf = ({ link, id }: DeskItem) => `${link} ${id}`;

interface DeskItemsProps {
  items: readonly DeskItem[];
  /** What each is there for, by its key, where they do not stand under it. */
  tasks?: ReadonlyMap<string, string>;
}

/** What waits at the desk, in the server's order of urgency. */
export function DeskItems({ items, tasks }: DeskItemsProps) {
  return (
    <List>
      {items.map((item) => (
        <DeskRow key={keyOf(item)} item={item} task={tasks?.get(keyOf(item))} />
      ))}
    </List>
  );
}

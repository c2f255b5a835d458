import type { ShiftSummary } from '@contract/shifts';
import { ListItem } from '@/components/list-item/list-item';
import { Tag, Tags } from '@/components/tag/tag';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { gapOf, hoursText, mineOf, spanText } from './shift-words';

interface ShiftRowProps {
  shift: ShiftSummary;
  /** The day stands above already. */
  underDay?: boolean;
  /** The task stands above already, with its place and its team. */
  underTask?: boolean;
}

/** A shift in a list: when, what, where, how many are missing, and whether I am in it. */
export function ShiftRow({ shift, underDay = false, underTask = false }: ShiftRowProps) {
  const { id, title, where, placeName, teamName, mine } = shift;
  const when = underDay ? hoursText(shift) : spanText(shift, serverNow());
  const gap = gapOf(shift);
  const own = mine && mineOf(mine);
  const around = [where, teamName ?? placeName];
  return (
    <ListItem
      title={underTask ? when : title}
      note={underTask ? undefined : [when, ...around].join(' · ')}
      spoken={[own?.text, gap.text].filter(Boolean).join('，')}
      tags={
        <Tags>
          {own && (
            <Tag tone={own.tone} icon={own.icon}>
              {own.text}
            </Tag>
          )}
          <Tag tone={gap.tone} icon={gap.icon}>
            {gap.text}
          </Tag>
        </Tags>
      }
      onTap={() => open('/packages/volunteers/shift/index', { id })}
    />
  );
}

import type { MotionSummary } from '@contract/motions';
import { ListItem } from '@/components/list-item/list-item';
import { Tag, Tags } from '@/components/tag/tag';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dayTimeText } from '@/services/time';
import { PHASE_TAGS } from './motion-words';

function whenText({ phase, opensAt, closesAt, resultAt }: MotionSummary): string {
  const now = serverNow();
  if (phase === 'announced') return `${dayTimeText(opensAt, now)} 开始`;
  if (phase === 'counting') return `${dayTimeText(resultAt, now)} 以后公布结果`;
  return `${dayTimeText(closesAt, now)} 截止`;
}

function mineText({ phase, mine: { voters, cast } }: MotionSummary): string {
  if (voters === 0) return '';
  if (cast === voters) return ' · 您已投票';
  return phase === 'open' ? ' · 您还没有投票' : '';
}

/** One vote in a list. */
export function MotionRow({ motion }: { motion: MotionSummary }) {
  const phase = PHASE_TAGS[motion.phase];
  return (
    <ListItem
      title={motion.title}
      note={`${whenText(motion)} · ${motion.placeName}${mineText(motion)}`}
      tags={
        <Tags>
          <Tag tone={phase.tone}>{phase.text}</Tag>
          <Tag>{motion.worth.label}</Tag>
        </Tags>
      }
      onTap={() => open('/packages/motions/detail/index', { id: motion.id })}
    />
  );
}

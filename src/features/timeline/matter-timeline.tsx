import type { TimelineLine } from '@contract/timeline';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { Timeline, type TimelineItem } from '@/components/timeline/timeline';
import { PhotoCheck } from '@/features/photos/photo-check';
import { openLink } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateText } from '@/services/time';

const FAILED: readonly TimelineLine['kind'][] = ['returned', 'withdrawn', 'cancelled', 'reopened'];

/** Of finished work they are the proof of it. */
function Photos({ line: { kind, title, photos } }: { line: TimelineLine }) {
  return (
    <>
      <PhotoGrid photos={photos.map((fileId) => ({ fileId }))} label={title} />
      {kind === 'done' && <PhotoCheck photos={photos} />}
    </>
  );
}

function itemOf(line: TimelineLine, last: boolean, over: boolean): TimelineItem {
  const { id, title, by, at, detail, photos, link } = line;
  const state = FAILED.includes(line.kind) ? 'failed' : last && !over ? 'now' : 'done';
  return {
    id,
    title,
    when: `${by} · ${dateText(at, serverNow())}`,
    note: detail || undefined,
    state,
    content: photos.length > 0 && <Photos line={line} />,
    onTap: link ? () => openLink(link) : undefined,
  };
}

interface MatterTimelineProps {
  lines: readonly TimelineLine[];
  /** Nothing more to come. */
  over: boolean;
  /** What is still to come, in words: 「提出人确认后才算办结」. */
  next?: string;
  /** The page that is open: its own lines lead nowhere. */
  here: string;
}

/** From proposal to finished work, for everybody in the place. */
export function MatterTimeline({ lines, over, next, here }: MatterTimelineProps) {
  const items = lines.map((line, n) => {
    const item = itemOf(line, n === lines.length - 1, over);
    return line.link?.includes(here) ? { ...item, onTap: undefined } : item;
  });
  const coming: TimelineItem[] = next ? [{ id: 'next', title: next, state: 'next' }] : [];
  return <Timeline items={[...items, ...coming]} />;
}

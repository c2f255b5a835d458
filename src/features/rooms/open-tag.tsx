import type { OpenNow } from '@contract/opening-hours';
import { Tag } from '@/components/tag/tag';

/** Open or closed at this moment, in a word and a sign. */
export function OpenTag({ now: { open } }: { now: OpenNow }) {
  return (
    <Tag tone={open ? 'leaf' : 'stone'} icon={open ? 'check' : 'clock'}>
      {open ? '开着' : '没开'}
    </Tag>
  );
}

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty, type EmptyProps } from '@/components/empty/empty';
import { List } from '@/components/list-item/list-item';
import { Loaded, type Loadable } from '@/components/loaded/loaded';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { usePages } from '@/features/calls/use-pages';
import { MeetingRow } from '@/features/meetings/meeting-row';
import { MotionRow } from '@/features/motions/motion-row';
import { ResolutionRow } from '@/features/resolutions/resolution-row';

interface RowsProps<T> {
  of: Loadable<T[]> & { more: (() => unknown) | null };
  empty: EmptyProps;
  row: (item: T) => ReactNode;
}

function Rows<T>({ of, empty, row }: RowsProps<T>) {
  return (
    <>
      <Loaded of={of} skeleton={<Skeleton kind="list" count={4} />}>
        {(items) => (items.length === 0 ? <Empty {...empty} /> : <List>{items.map(row)}</List>)}
      </Loaded>
      {of.more && (
        <Button kind="plain" onTap={of.more} busyText="正在读取…">
          看更多
        </Button>
      )}
    </>
  );
}

const WHEN = [
  { id: 'coming', text: '要开的会' },
  { id: 'past', text: '开过的会' },
] as const;

const NO_MEETINGS = {
  coming: { icon: 'calendar', title: '最近没有要开的会', text: '定了时间会发通知，也会排在这里。' },
  past: { icon: 'calendar', title: '还没有开过会' },
} as const;

/** Meetings of the place by date. */
export function MeetingList({ placeId }: { placeId: string }) {
  const [when, setWhen] = useState<'coming' | 'past'>('coming');
  const meetings = usePages('meetings.list', { placeId, when });
  return (
    <>
      <Segments inner label="时间" segments={WHEN} value={when} onChange={setWhen} />
      <Rows
        of={meetings}
        empty={NO_MEETINGS[when]}
        row={(meeting) => <MeetingRow key={meeting.id} meeting={meeting} />}
      />
    </>
  );
}

/** Votes of the place, the latest closing first. */
export function MotionList({ placeId }: { placeId: string }) {
  const motions = usePages('motions.list', { placeId });
  return (
    <Rows
      of={motions}
      empty={{ icon: 'vote', title: '还没有表决', text: '大家商量好的事会在这里表决。' }}
      row={(motion) => <MotionRow key={motion.id} motion={motion} />}
    />
  );
}

/** What was decided in the place, with what became of it. */
export function ResolutionList({ placeId }: { placeId: string }) {
  const resolutions = usePages('resolutions.list', { placeId });
  return (
    <Rows
      of={resolutions}
      empty={{ icon: 'document', title: '还没有决议', text: '表决的结果公示以后，办得怎么样在这里看。' }}
      row={(resolution) => <ResolutionRow key={resolution.id} resolution={resolution} />}
    />
  );
}

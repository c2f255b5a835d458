import type { MatterGroup, MatterItem } from '@contract/overview';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { Loaded } from '@/components/loaded/loaded';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { usePages } from '@/features/calls/use-pages';
import { ProposalRow } from '@/features/proposals/proposal-row';
import { serverNow } from '@/services/server-clock';
import { dayText, durationText, spokenTime } from '@/services/time';
import { chooseMatterGroup, useMatterGroup } from './chosen';

interface GroupWords {
  text: string;
  empty: string;
}

const GROUPS: Record<MatterGroup, GroupWords> = {
  collecting: { text: '征集', empty: '现在没有正在征集的提议' },
  'to-meet': { text: '待开会', empty: '现在没有等着开会的事' },
  voting: { text: '表决中', empty: '现在没有正在表决的事' },
  publishing: { text: '公示中', empty: '现在没有正在公示的事' },
  doing: { text: '办理中', empty: '现在没有正在办的事' },
  closed: { text: '已办结', empty: '还没有办结的事' },
};
const IDS = Object.keys(GROUPS) as MatterGroup[];

/** What comes next for it: the meeting, the end of the vote or of the publication. */
function nextText({ stage, meeting, vote, publishedUntilOn }: MatterItem): string | undefined {
  const now = serverNow();
  if (stage === 'to-meet' && meeting) return `${spokenTime(meeting.startsAt, now)}开会`;
  if (stage === 'voting' && vote?.phase === 'open') {
    return `还有 ${durationText(vote.closesAt - now)}，${spokenTime(vote.closesAt, now)}截止`;
  }
  if (stage === 'publishing' && publishedUntilOn) return `公示到 ${dayText(publishedUntilOn, now)}`;
  return undefined;
}

function useMatters(placeId: string) {
  const group = useMatterGroup();
  const pages = usePages('overview.matters', { placeId, group });
  const [counts, setCounts] = useState<Record<MatterGroup, number> | null>(null);
  const { first } = pages;
  useEffect(() => {
    // They stay in sight while another stage is read.
    if (first) setCounts(first.counts);
  }, [first]);
  return { group, pages, counts };
}

/** The place's matters by stage. */
export function MatterList({ placeId }: { placeId: string }) {
  const { group, pages, counts } = useMatters(placeId);
  return (
    <>
      <Segments
        inner
        label="阶段"
        segments={IDS.map((id) => ({ id, text: GROUPS[id].text, count: counts?.[id] }))}
        value={group}
        onChange={chooseMatterGroup}
      />
      <Loaded of={pages} skeleton={<Skeleton count={3} />}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={GROUPS[group].empty} text="邻居提的事会按阶段排在这里。" />
          ) : (
            items.map((item) => <ProposalRow key={item.id} proposal={item} next={nextText(item)} />)
          )
        }
      </Loaded>
      {pages.more && (
        <Button kind="plain" onTap={pages.more} busyText="正在读取…">
          看更多
        </Button>
      )}
    </>
  );
}

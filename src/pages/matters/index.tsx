import { useState } from 'react';
import { Empty } from '@/components/empty/empty';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useMe } from '@/features/members/use-me';

const STAGES = [
  { id: 'open', text: '征集' },
  { id: 'scheduled', text: '待开会' },
  { id: 'voting', text: '表决中' },
  { id: 'published', text: '公示中' },
  { id: 'working', text: '办理中' },
  { id: 'done', text: '已办结' },
] as const;
type Stage = (typeof STAGES)[number]['id'];

/** 议事: the community's matters by stage. */
export default function MattersPage() {
  const [stage, setStage] = useState<Stage>('open');
  const me = useMe();
  return (
    <Page title="议事" tab="matters">
      <Segments label="阶段" segments={STAGES} value={stage} onChange={setStage} />
      <Loaded of={me} skeleton={<Skeleton count={3} />}>
        {() => <Empty title="这个阶段还没有事项" text="邻居提的事会按阶段排在这里。" />}
      </Loaded>
    </Page>
  );
}

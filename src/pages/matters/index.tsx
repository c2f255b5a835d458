import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { MeetingList, MotionList, ResolutionList } from '@/features/overview/decision-lists';
import { JoinFirst } from '@/features/overview/join-first';
import { MatterList } from '@/features/overview/matter-list';
import { usePlaceSwitch } from '@/features/overview/place-switch';
import { useHome } from '@/features/overview/use-home';
import { open } from '@/services/navigate';

const LISTS = {
  matters: MatterList,
  meetings: MeetingList,
  motions: MotionList,
  resolutions: ResolutionList,
};
type ListId = keyof typeof LISTS;

const VIEWS = [
  { id: 'matters', text: '事项' },
  { id: 'meetings', text: '会议' },
  { id: 'motions', text: '表决' },
  { id: 'resolutions', text: '决议' },
] as const satisfies readonly { id: ListId; text: string }[];

/** 议事: the place's matters by stage, its meetings by date, its votes and what was decided. */
export default function MattersPage() {
  const [view, setView] = useState<ListId>('matters');
  const home = useHome();
  const { head, sheet } = usePlaceSwitch(home.data);
  const Shown = LISTS[view];
  const propose = home.data?.place && view === 'matters' && (
    <Button onTap={() => open('/packages/proposals/new/index')}>我要提议</Button>
  );
  return (
    <Page title="议事" tab="matters" head={head} bottom={propose}>
      {sheet}
      <Loaded of={home} skeleton={<Skeleton count={3} />}>
        {({ place, signedIn }) =>
          place ? (
            <>
              <Segments label="看什么" segments={VIEWS} value={view} onChange={setView} />
              <Shown placeId={place.id} />
            </>
          ) : (
            <JoinFirst signedIn={signedIn} />
          )
        }
      </Loaded>
    </Page>
  );
}

import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Empty } from '@/components/empty/empty';
import { List } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Segments } from '@/components/segments/segments';
import { useCall } from '@/features/calls/use-call';
import { Hours } from '@/features/volunteers/hours';
import { ShiftRow } from '@/features/volunteers/shift-row';
import { openLink } from '@/services/navigate';

const VIEWS = [
  { id: 'shifts', text: '我的班' },
  { id: 'hours', text: '我的时长' },
] as const;
type View = (typeof VIEWS)[number]['id'];

function Shifts() {
  const mine = useCall('shifts.mine', {});
  return (
    <Loaded of={mine}>
      {({ upcoming }) =>
        upcoming.length === 0 ? (
          <Empty
            icon="heart"
            title="您现在没有报名的班"
            text="看看哪里要人，挑一个有空的时间。"
            action={{ text: '去看看', onTap: () => openLink('/packages/volunteers/list/index') }}
          />
        ) : (
          <List>
            {upcoming.map((shift) => (
              <ShiftRow key={shift.id} shift={shift} />
            ))}
          </List>
        )
      }
    </Loaded>
  );
}

/** My shifts to come, and what I did. */
export default function MyServicePage() {
  const { view: opened } = useRouter().params;
  const [view, setView] = useState<View>(opened === 'hours' ? 'hours' : 'shifts');
  return (
    <Page title="我的志愿服务">
      <Segments label="看什么" segments={VIEWS} value={view} onChange={setView} />
      {view === 'shifts' ? <Shifts /> : <Hours />}
    </Page>
  );
}

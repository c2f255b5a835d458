import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { useCall } from '@/features/calls/use-call';
import { ShiftRow } from '@/features/volunteers/shift-row';
import { open } from '@/services/navigate';

const go = (page: string) => () => open(`/packages/volunteers/${page}/index`);

/** My shifts to come. */
export default function MyShiftsPage() {
  const mine = useCall('shifts.mine', {});
  return (
    <Page title="我的班">
      <Loaded of={mine}>
        {({ upcoming }) =>
          upcoming.length === 0 ? (
            <Empty
              icon="heart"
              title="您现在没有报名的班"
              text="看看哪里要人，挑一个有空的时间。"
              action={{ text: '去看看', onTap: go('list') }}
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
      <List>
        <ListItem icon="receipt" title="我的时长" note="做过的班、一共多少小时" onTap={go('hours')} />
        <ListItem
          icon="person"
          title="我的志愿档案"
          note="出生日期、特长、报到的地方"
          onTap={go('profile')}
        />
      </List>
    </Page>
  );
}

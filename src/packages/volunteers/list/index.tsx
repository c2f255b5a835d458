import type { ShiftSummary } from '@contract/shifts';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useCall } from '@/features/calls/use-call';
import { usePages } from '@/features/calls/use-pages';
import { OpenSurges } from '@/features/volunteers/open-surges';
import { PlaceOfService } from '@/features/volunteers/place-of-service';
import { RosterDays } from '@/features/volunteers/roster-days';
import { ShiftRow } from '@/features/volunteers/shift-row';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';

const VIEWS = [
  { id: 'today', text: '今天', days: 1 },
  { id: 'week', text: '这七天', days: 7 },
  { id: 'gaps', text: '还缺人', days: 31 },
] as const;
type View = (typeof VIEWS)[number]['id'];

const NOTHING: Record<View, string> = {
  today: '今天没有要人的班',
  week: '这七天没有要人的班',
  gaps: '一个月里的班都有人了',
};
/** More stand behind 全部. */
const OWN_SHOWN = 3;

const go =
  (page: string, parameters: Record<string, string> = {}) =>
  () =>
    open(`/packages/volunteers/${page}/index`, parameters);

/** What waits for an answer stands first, then the next shift. */
function Own() {
  const mine = useCall('shifts.mine', {});
  const upcoming = mine.data?.upcoming ?? [];
  if (upcoming.length === 0) return null;
  const offered = ({ mine: own }: ShiftSummary) => Number(own?.state !== 'offered');
  const sorted = [...upcoming].sort((a, b) => offered(a) - offered(b) || a.startsAt - b.startsAt);
  return (
    <Section title="我的班" more={{ text: `全部 ${upcoming.length} 班`, onTap: go('mine') }}>
      <List>
        {sorted.slice(0, OWN_SHOWN).map((shift) => (
          <ShiftRow key={shift.id} shift={shift} />
        ))}
      </List>
    </Section>
  );
}

function Shifts({ placeId }: { placeId: string }) {
  const [view, setView] = useState<View>('week');
  const days = VIEWS.find(({ id }) => id === view)?.days ?? 7;
  const roster = useCall('shifts.roster', { placeId, firstOn: dayOf(serverNow()), days });
  return (
    <Section title="哪里要人" more={{ text: '排班表', onTap: go('roster', { placeId }) }}>
      <Segments label="看哪几天" segments={VIEWS} value={view} onChange={setView} />
      <Loaded of={roster} skeleton={<Skeleton kind="list" count={3} />}>
        {(shown) => (
          <RosterDays
            roster={shown}
            gapsOnly={view === 'gaps'}
            empty={<Empty icon="heart" title={NOTHING[view]} text="换一个时间看看，或者看看下面的任务。" />}
          />
        )}
      </Loaded>
    </Section>
  );
}

function Tasks({ placeId }: { placeId: string }) {
  const tasks = usePages('tasks.list', { placeId });
  const maker = tasks.first && (tasks.first.can.make === null || tasks.first.teams.length > 0);
  return (
    <Section title="任务">
      <Loaded of={tasks} skeleton={<Skeleton kind="list" count={2} />}>
        {(items) => (
          <>
            {items.length === 0 && (
              <Card>
                <Text>这里还没有志愿任务。社区或队长发布以后，都在这里。</Text>
              </Card>
            )}
            <List>
              {items.map(({ id, title, where, placeName, teamName }) => (
                <ListItem
                  key={id}
                  icon="heart"
                  title={title}
                  note={[where, teamName ?? placeName].join(' · ')}
                  onTap={go('task', { id })}
                />
              ))}
            </List>
          </>
        )}
      </Loaded>
      {tasks.more && (
        <Button kind="quiet" onTap={tasks.more}>
          看更多任务
        </Button>
      )}
      {maker && (
        <>
          <Button kind="plain" icon="plus" onTap={go('make', { placeId })}>
            发布一个任务
          </Button>
          <Button kind="quiet" onTap={go('consent')}>
            登记监护人同意
          </Button>
        </>
      )}
    </Section>
  );
}

function Ways({ placeId }: { placeId: string }) {
  return (
    <List>
      <ListItem icon="people" title="志愿队伍" note="看有哪些队，加入一支" onTap={go('teams', { placeId })} />
      <ListItem icon="receipt" title="我的时长" note="做过的班、一共多少小时" onTap={go('hours')} />
      <ListItem icon="person" title="我的志愿档案" note="出生日期、特长、报到的地方" onTap={go('profile')} />
      <ListItem icon="bell" title="紧急召集" note="谁几小时内能来" onTap={go('surges', { placeId })} />
      <ListItem
        icon="document"
        title="服务统计"
        note="各队每月做了多少小时"
        onTap={go('statistics', { placeId })}
      />
    </List>
  );
}

/** 志愿服务: what waits for me, where people are missing, and the ways to the rest. */
export default function VolunteersPage() {
  const { placeId } = useRouter().params;
  return (
    <Page title="志愿服务">
      <PlaceOfService placeId={placeId}>
        {(here) => (
          <>
            <OpenSurges placeId={here} />
            <Own />
            <Shifts placeId={here} />
            <Tasks placeId={here} />
            <Ways placeId={here} />
          </>
        )}
      </PlaceOfService>
    </Page>
  );
}

import type { OwnHours } from '@contract/service';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Section } from '@/components/section/section';
import { usePages } from '@/features/calls/use-pages';
import { open } from '@/services/navigate';
import { monthText } from './record-words';
import { ServiceRecord } from './service-record';
import './volunteers.scss';

function Total({ hours: { total } }: { hours: OwnHours }) {
  return (
    <Card tone="leaf">
      <View className="volunteer-middle">
        <View className="volunteer-title">
          <Text>{total.words}</Text>
        </View>
        <View className="volunteer-side">
          <Text>一共服务 {total.shifts} 班，都由签到、签退或带队的人确认过</Text>
        </View>
      </View>
    </Card>
  );
}

function Parts({
  title,
  parts,
}: {
  title: string;
  parts: { name: string; words: string; shifts: number }[];
}) {
  if (parts.length === 0) return null;
  return (
    <Section title={title}>
      <List>
        {parts.map(({ name, words, shifts }) => (
          <ListItem key={name} title={name} note={`${shifts} 班`} right={<Text>{words}</Text>} />
        ))}
      </List>
    </Section>
  );
}

/** My hours: the total in words, by month and team, and each shift behind them. */
export function Hours() {
  const hours = usePages('service.hours', {});
  const { first } = hours;
  return (
    <Loaded of={hours}>
      {(records) => (
        <>
          {first && first.total.shifts > 0 && <Total hours={first} />}
          <Parts
            title="按月"
            parts={(first?.byMonth ?? []).map(({ month, ...part }) => ({ name: monthText(month), ...part }))}
          />
          <Parts
            title="按队伍"
            parts={(first?.byTeam ?? []).map(({ team, ...part }) => ({ name: team, ...part }))}
          />
          <Section title="每一班">
            {records.length === 0 && (
              <Empty
                icon="clock"
                title="还没有服务记录"
                text="报名一班，到现场签到、签退，时长就记在这里。"
                action={{ text: '看哪里要人', onTap: () => open('/packages/volunteers/list/index') }}
              />
            )}
            {records.map((record) => (
              <ServiceRecord key={record.id} record={record} />
            ))}
          </Section>
          {hours.more && (
            <Button kind="quiet" onTap={hours.more}>
              看更早的
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}

import type { ServiceStatistics } from '@contract/service';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { PickField } from '@/components/pick-field/pick-field';
import { Section } from '@/components/section/section';
import { ThresholdBar } from '@/components/threshold-bar/threshold-bar';
import { useCall } from '@/features/calls/use-call';
import { usePages } from '@/features/calls/use-pages';
import { useMe } from '@/features/members/use-me';
import { PlaceOfService } from '@/features/volunteers/place-of-service';
import { monthText, RECORD_STATES, timesText } from '@/features/volunteers/record-words';
import { spanText } from '@/features/volunteers/shift-words';
import { monthsBefore } from '@/features/volunteers/week';
import '@/features/volunteers/volunteers.scss';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText, dayOf } from '@/services/time';

type Row = ServiceStatistics['rows'][number];

/** How many places were taken and how many came, drawn and in words. */
function Team({ row }: { row: Row }) {
  const { team, shifts, places, claimed, came, noShows, missing, minutesWords } = row;
  // A month has shifts that are still to come: nobody stayed away from those.
  const recorded = came + noShows;
  const turnout = recorded > 0 ? `没有来 ${noShows} 人次` : '还没有到场的记录';
  return (
    <Card>
      <View className="volunteer-head">
        <Text>{team}</Text>
      </View>
      <Text>{`这个月排了 ${shifts} 班，已经服务 ${minutesWords}`}</Text>
      <ThresholdBar label="报了名" value={claimed} total={places} unit="人次" />
      {recorded > 0 && <ThresholdBar label="来了" value={came} total={recorded} unit="人次" />}
      <View className="volunteer-side">
        <Text>{`空着 ${missing} 个名额，${turnout}`}</Text>
      </View>
    </Card>
  );
}

function Figures({ placeId, month }: { placeId: string; month: string }) {
  const statistics = useCall('service.statistics', { placeId, month });
  return (
    <Loaded of={statistics}>
      {({ rows, asOf }) => (
        <>
          {rows.length === 0 && <Empty icon="document" title={`${monthText(month)}没有志愿服务`} />}
          {rows.map((row) => (
            <Team key={row.team} row={row} />
          ))}
          <View className="volunteer-side">
            <Text>{`${dateTimeText(asOf, serverNow())}算出来的，只有数字，没有名字。`}</Text>
          </View>
        </>
      )}
    </Loaded>
  );
}

/** With names, for offices of the place. */
function Names({ placeId, month }: { placeId: string; month: string }) {
  const rows = usePages('service.rows', { placeId, month });
  if (rows.error?.code === 'NOT_ALLOWED') return null;
  return (
    <Section title="每一条记录（工作人员才看得到）">
      <Loaded of={rows}>
        {(items) => (
          <List>
            {items.map((record) => (
              <ListItem
                key={record.id}
                icon={RECORD_STATES[record.state].icon}
                title={`${record.personName}，${record.title}`}
                note={[spanText(record, serverNow()), timesText(record), record.minutesWords].join(' · ')}
                onTap={() => open('/packages/volunteers/board/index', { id: record.shiftId })}
              />
            ))}
          </List>
        )}
      </Loaded>
      {rows.more && (
        <Button kind="quiet" onTap={rows.more}>
          看更多
        </Button>
      )}
    </Section>
  );
}

function Statistics({ placeId }: { placeId: string }) {
  const months = monthsBefore(dayOf(serverNow()), 12);
  const [month, setMonth] = useState(months[0] ?? '');
  const officer = (useMe().data?.offices.length ?? 0) > 0;
  return (
    <>
      <PickField
        label="哪个月"
        choices={months.map((id) => ({ id, title: monthText(id) }))}
        value={month}
        onChange={setMonth}
      />
      <Figures placeId={placeId} month={month} />
      {officer && <Names placeId={placeId} month={month} />}
    </>
  );
}

/** Hours, turnout and gaps of a place by month and team. */
export default function StatisticsPage() {
  const { placeId } = useRouter().params;
  return (
    <Page title="服务统计">
      <PlaceOfService placeId={placeId}>{(here) => <Statistics placeId={here} />}</PlaceOfService>
    </Page>
  );
}

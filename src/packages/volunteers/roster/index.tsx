import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Icon } from '@/components/icon/icon';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Tap } from '@/components/tap/tap';
import { useCall } from '@/features/calls/use-call';
import { PlaceOfService } from '@/features/volunteers/place-of-service';
import { RosterDays } from '@/features/volunteers/roster-days';
import { dayAfter, weekFrom } from '@/features/volunteers/week';
import { WeekStrip } from '@/features/volunteers/week-strip';
import { serverNow } from '@/services/server-clock';
import { dayOf, dayText } from '@/services/time';
import './index.scss';

function Turn({ firstOn, onTurn }: { firstOn: string; onTurn: (firstOn: string) => void }) {
  const now = serverNow();
  const shown = (on: string) => dayText(on, now).split(' ')[0] ?? '';
  return (
    <View className="roster-turn">
      <Tap className="roster-way" label="前一周" onTap={() => onTurn(dayAfter(firstOn, -7))}>
        <Icon name="back" />
      </Tap>
      <Text className="roster-week">{`${shown(firstOn)} — ${shown(dayAfter(firstOn, 6))}`}</Text>
      <Tap className="roster-way" label="后一周" onTap={() => onTurn(dayAfter(firstOn, 7))}>
        <Icon name="forward" />
      </Tap>
    </View>
  );
}

function Week({ placeId }: { placeId: string }) {
  const today = dayOf(serverNow());
  const [firstOn, setFirstOn] = useState(weekFrom(today));
  const roster = useCall('shifts.roster', { placeId, firstOn, days: 7 });
  const days = Array.from({ length: 7 }, (_, n) => dayAfter(firstOn, n));
  return (
    <>
      <Turn firstOn={firstOn} onTurn={setFirstOn} />
      <Loaded of={roster}>
        {(shown) => (
          <>
            <Card>
              <WeekStrip days={days} roster={shown.days} today={today} />
            </Card>
            {shown.missing > 0 && (
              <Notice tone="clay" icon="people" title={`这一周还缺 ${shown.missing} 人`}>
                <Text>点开缺人的班，就可以报名。</Text>
              </Notice>
            )}
            <RosterDays
              roster={shown}
              empty={<Empty icon="calendar" title="这一周没有班" text="可以翻到后一周看看。" />}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

/** The roster of a week, with its gaps drawn and in words. */
export default function RosterPage() {
  const { placeId } = useRouter().params;
  return (
    <Page title="排班表">
      <PlaceOfService placeId={placeId}>{(here) => <Week placeId={here} />}</PlaceOfService>
    </Page>
  );
}

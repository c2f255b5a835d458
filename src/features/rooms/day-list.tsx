import type { RoomDay } from '@contract/bookings';
import { Text } from '@tarojs/components';
import { Card } from '@/components/card/card';
import type { IconName } from '@/components/icon/icon';
import { List, ListItem } from '@/components/list-item/list-item';
import { Segments } from '@/components/segments/segments';
import { Tag, Tags } from '@/components/tag/tag';
import { WEEKDAYS, spanText, weekdayOf } from '@/services/day';
import { serverNow } from '@/services/server-clock';
import { dayOf, dayText } from '@/services/time';
import { type DayPart, type Lengths, partsOf } from './room-day';

type Tone = 'leaf' | 'clay' | 'stone' | 'sky';
const KINDS: Record<DayPart['kind'], { text: string; tone: Tone; icon: IconName }> = {
  free: { text: '可约', tone: 'leaf', icon: 'circle' },
  taken: { text: '已订', tone: 'stone', icon: 'cross' },
  pending: { text: '有人申请了', tone: 'clay', icon: 'clock' },
  offered: { text: '留给排队的人', tone: 'stone', icon: 'clock' },
  meeting: { text: '要开会', tone: 'stone', icon: 'talk' },
  mine: { text: '我的', tone: 'leaf', icon: 'check' },
  'mine-pending': { text: '我的，等同意', tone: 'clay', icon: 'clock' },
  'mine-offered': { text: '留给您的', tone: 'sky', icon: 'bell' },
};

interface DayListProps {
  days: readonly RoomDay[];
  lengths: Lengths;
  /** The day that is read. */
  on: string;
  onDay: (on: string) => void;
  onTap: (day: RoomDay, part: DayPart) => void;
}

/** The same week for large print: one day after the other, read from morning to evening. */
export function DayList({ days, lengths, on, onDay, onTap }: DayListProps) {
  const now = serverNow();
  const day = days.find((one) => one.on === on) ?? days[0];
  if (!day) return null;
  const parts = partsOf(day, lengths);
  const words = (one: RoomDay) => (one.on === dayOf(now) ? '今天' : WEEKDAYS[weekdayOf(one.on)]);
  return (
    <>
      <Segments
        label="看哪一天"
        inner
        segments={days.map((one) => ({ id: one.on, text: `${words(one)} ${Number(one.on.slice(8))}日` }))}
        value={day.on}
        onChange={onDay}
      />
      {parts.length === 0 && (
        <Card>
          <Text>{`${dayText(day.on, now)}没有可以约的时间${day.why ? `：${day.why}` : '。'}`}</Text>
        </Card>
      )}
      <List>
        {parts.map((part) => (
          <ListItem
            key={`${part.from} ${part.kind}`}
            title={spanText(part.from, part.to)}
            note={part.kind === 'free' ? undefined : part.label}
            spoken={KINDS[part.kind].text}
            tags={
              <Tags>
                <Tag tone={KINDS[part.kind].tone} icon={KINDS[part.kind].icon}>
                  {KINDS[part.kind].text}
                </Tag>
              </Tags>
            }
            onTap={() => onTap(day, part)}
          />
        ))}
      </List>
    </>
  );
}

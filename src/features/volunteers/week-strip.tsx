import type { RosterDay } from '@contract/shifts';
import { Text, View } from '@tarojs/components';
import { aria } from '@/services/aria';
import { serverNow } from '@/services/server-clock';
import { dayText } from '@/services/time';
import './volunteers.scss';

interface WeekStripProps {
  /** 'YYYY-MM-DD', seven of them. */
  days: readonly string[];
  roster: readonly RosterDay[];
  today: string;
}

/** How much of a day is filled, in percent, drawn as a column. */
function filled({ shifts }: RosterDay): number {
  const places = shifts.reduce((sum, shift) => sum + shift.places, 0);
  const taken = shifts.reduce((sum, shift) => sum + Math.min(shift.taken, shift.places), 0);
  return places === 0 ? 0 : Math.round((100 * taken) / places);
}

function words(day: RosterDay | undefined): { text: string; kind: 'gap' | 'full' | 'none' } {
  const coming = day?.shifts.filter(({ state }) => state === 'open' || state === 'running') ?? [];
  if (!day || day.shifts.every(({ state }) => state === 'cancelled')) return { text: '没班', kind: 'none' };
  // Nobody is missing of what is over; that does not say that all had come.
  if (coming.length === 0) return { text: '过了', kind: 'none' };
  return day.missing > 0 ? { text: `缺${day.missing}`, kind: 'gap' } : { text: '✓ 齐', kind: 'full' };
}

/** Seven days side by side: the column is how many have come forward, the word below how many are missing. */
export function WeekStrip({ days, roster, today }: WeekStripProps) {
  return (
    <View className="week">
      {days.map((on) => {
        const day = roster.find((one) => one.on === on);
        const { text, kind } = words(day);
        const [date = '', weekday = ''] = dayText(on, serverNow()).split(' ');
        return (
          <View
            key={on}
            className={on === today ? 'week-day week-day-current' : 'week-day'}
            {...aria({ role: 'img', label: `${date}${weekday}，${text}` })}
          >
            <Text>{weekday}</Text>
            <Text>{Number(on.slice(-2))}日</Text>
            <View className="week-track">
              {day && <View className="week-fill" style={{ height: `${filled(day)}%` }} />}
            </View>
            <Text className={`week-${kind}`}>{text}</Text>
          </View>
        );
      })}
    </View>
  );
}

import type { Period } from '@contract/opening-hours';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { MinuteField } from './minute-field';
import './rooms.scss';

const STEP = 30;
const FIRST = 6 * 60;
const DAY = 24 * 60;
const MOST = 3;

const between = (from: number, to: number) =>
  Array.from({ length: Math.max(0, Math.floor((to - from) / STEP) + 1) }, (_, n) => from + n * STEP);

/** The next stretch after the last one: an afternoon after a morning. */
function nextPeriod(periods: readonly Period[]): Period | null {
  const last = periods.at(-1)?.to;
  if (last === undefined) return { from: 9 * 60, to: 18 * 60 };
  return last + 2 * STEP > DAY ? null : { from: last + STEP, to: Math.min(DAY, last + STEP + 3 * 60) };
}

interface PeriodFieldsProps {
  /** 「周一到周五」: whose hours these are. */
  name: string;
  periods: readonly Period[];
  onChange: (periods: Period[]) => void;
  /** What no stretch at all means. */
  none?: string;
}

/** Up to three stretches of a day, each by half hours; the second one cannot begin before the first one ends. */
export function PeriodFields({ name, periods, onChange, none = '休息' }: PeriodFieldsProps) {
  const set = (index: number, period: Period) =>
    onChange(periods.map((one, n) => (n === index ? period : one)));
  const next = periods.length < MOST ? nextPeriod(periods) : null;
  return (
    <View className="room-group">
      <Text className="room-name">{name}</Text>
      {periods.length === 0 && <Text>{none}</Text>}
      {periods.map((period, n) => (
        <View key={n === 0 ? 'first' : n === 1 ? 'second' : 'third'} className="room-group">
          <View className="room-period">
            <MinuteField
              label={n === 0 ? '几点开门' : '又几点开门'}
              value={period.from}
              offered={between(periods[n - 1]?.to ?? FIRST, DAY - STEP)}
              onChange={(from) => set(n, { from, to: Math.max(period.to, from + STEP) })}
            />
            <MinuteField
              label="几点关门"
              value={period.to}
              offered={between(period.from + STEP, periods[n + 1]?.from ?? DAY)}
              onChange={(to) => set(n, { ...period, to })}
            />
          </View>
          <Button kind="quiet" size="small" onTap={() => onChange(periods.filter((_, at) => at !== n))}>
            {periods.length === 1 ? `${name}不开` : '去掉这一段'}
          </Button>
        </View>
      ))}
      {next && (
        <Button kind="plain" size="small" icon="plus" onTap={() => onChange([...periods, next])}>
          {periods.length === 0 ? `${name}开门` : '加一段时间'}
        </Button>
      )}
    </View>
  );
}

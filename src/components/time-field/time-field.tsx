import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Field, type FieldProps } from '../field/field';
import { PickBox } from '../pick-field/pick-field';
import { Sheet } from '../sheet/sheet';
import { Tap } from '../tap/tap';
import './time-field.scss';

const PARTS = [
  { name: '上午', from: 7, to: 12 },
  { name: '下午', from: 12, to: 18 },
  { name: '晚上', from: 18, to: 22 },
];

/** For whoever keeps watch at night. */
const WHOLE_DAY = [
  { name: '凌晨', from: 0, to: 6 },
  { name: '上午', from: 6, to: 12 },
  { name: '下午', from: 12, to: 18 },
  { name: '晚上', from: 18, to: 24 },
];

const two = (value: number) => String(value).padStart(2, '0');

/** 'HH:mm' every half hour of a part of the day. */
function times({ from, to }: { from: number; to: number }, after: string): string[] {
  return Array.from(
    { length: (to - from) * 2 },
    (_, half) => `${two(from + Math.floor(half / 2))}:${half % 2 ? '30' : '00'}`,
  ).filter((time) => time > after);
}

export interface TimeFieldProps extends Omit<FieldProps, 'children' | 'counter'> {
  /** 'HH:mm' in +08:00 */
  value: string | null;
  /** 'HH:mm' that what is offered comes after. */
  after?: string | null;
  /** Also at night. */
  allDay?: boolean;
  onChange: (time: string) => void;
}

/** A time of day by half hours, from seven to half past nine: when neighbours meet. */
export function TimeField({ value, after, allDay = false, onChange, ...field }: TimeFieldProps) {
  const [open, setOpen] = useState(false);
  const parts = (allDay ? WHOLE_DAY : PARTS)
    .map((part) => ({ name: part.name, offered: times(part, after ?? '') }))
    .filter(({ offered }) => offered.length > 0);
  const pick = (time: string) => {
    onChange(time);
    setOpen(false);
  };
  return (
    <Field {...field}>
      <PickBox
        label={field.label}
        text={value}
        placeholder="请选时间"
        icon="clock"
        onTap={() => setOpen(true)}
      />
      <Sheet open={open} title={field.label} onClose={() => setOpen(false)}>
        {parts.length === 0 && <Text>没有更晚的时间了，请把开始的时间改早一些。</Text>}
        {parts.map(({ name, offered }) => (
          <View key={name}>
            <Text className="time-part">{name}</Text>
            <View className="time-grid">
              {offered.map((time) => (
                <Tap
                  key={time}
                  className={time === value ? 'time time-picked' : 'time'}
                  selected={time === value}
                  label={time}
                  onTap={() => pick(time)}
                >
                  <Text>{time}</Text>
                </Tap>
              ))}
            </View>
          </View>
        ))}
      </Sheet>
    </Field>
  );
}

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

const two = (value: number) => String(value).padStart(2, '0');

/** 'HH:mm' every half hour of a part of the day. */
function times({ from, to }: { from: number; to: number }): string[] {
  return Array.from(
    { length: (to - from) * 2 },
    (_, half) => `${two(from + Math.floor(half / 2))}:${half % 2 ? '30' : '00'}`,
  );
}

export interface TimeFieldProps extends Omit<FieldProps, 'children' | 'counter'> {
  /** 'HH:mm' in +08:00 */
  value: string | null;
  onChange: (time: string) => void;
}

/** A time of day by half hours, from seven to half past nine: when neighbours meet. */
export function TimeField({ value, onChange, ...field }: TimeFieldProps) {
  const [open, setOpen] = useState(false);
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
        {PARTS.map((part) => (
          <View key={part.name}>
            <Text className="time-part">{part.name}</Text>
            <View className="time-grid">
              {times(part).map((time) => (
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

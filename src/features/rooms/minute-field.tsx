import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Field, type FieldProps } from '@/components/field/field';
import { PickBox } from '@/components/pick-field/pick-field';
import { Sheet } from '@/components/sheet/sheet';
import { Tap } from '@/components/tap/tap';
import '@/components/time-field/time-field.scss';
import { minutesText } from '@/services/day';

interface MinuteFieldProps extends Omit<FieldProps, 'children' | 'counter'> {
  /** Minutes from midnight */
  value: number | null;
  /** What can be picked, in order. */
  offered: readonly number[];
  /** What is said where nothing can be picked. */
  none?: string;
  onChange: (minute: number) => void;
}

/** A time of day out of those that are possible. */
export function MinuteField({ value, offered, none, onChange, ...field }: MinuteFieldProps) {
  const [open, setOpen] = useState(false);
  const pick = (minute: number) => {
    onChange(minute);
    setOpen(false);
  };
  return (
    <Field {...field}>
      <PickBox
        label={field.label}
        text={value === null ? null : minutesText(value)}
        placeholder="请选时间"
        icon="clock"
        onTap={() => setOpen(true)}
      />
      <Sheet open={open} title={field.label} onClose={() => setOpen(false)}>
        {offered.length === 0 && <Text>{none ?? '没有可以选的时间，请换一天。'}</Text>}
        <View className="time-grid">
          {offered.map((minute) => (
            <Tap
              key={minute}
              className={minute === value ? 'time time-picked' : 'time'}
              selected={minute === value}
              label={minutesText(minute)}
              onTap={() => pick(minute)}
            >
              <Text>{minutesText(minute)}</Text>
            </Tap>
          ))}
        </View>
      </Sheet>
    </Field>
  );
}

import { Text, View } from '@tarojs/components';
import { Field, type FieldProps } from '../field/field';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import './stepper.scss';

export interface StepperProps extends Omit<FieldProps, 'children' | 'counter'> {
  value: number;
  min: number;
  max: number;
  unit?: string;
  onChange: (value: number) => void;
}

/** A small whole number, changed by one. */
export function Stepper({ value, min, max, unit = '', onChange, ...field }: StepperProps) {
  return (
    <Field {...field}>
      <View className="stepper">
        <Tap className="stepper-step" label="减一" disabled={value <= min} onTap={() => onChange(value - 1)}>
          <Icon name="minus" />
        </Tap>
        <Text className="stepper-value">{`${value} ${unit}`}</Text>
        <Tap className="stepper-step" label="加一" disabled={value >= max} onTap={() => onChange(value + 1)}>
          <Icon name="plus" />
        </Tap>
      </View>
    </Field>
  );
}

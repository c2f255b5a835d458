import { Text, View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { aria } from '@/services/aria';
import { bringFaultIntoSight } from '@/services/scroll';
import { Icon } from '../icon/icon';

export interface FieldProps {
  label: string;
  /** What to write, in a short sentence below the label. */
  hint?: string;
  /** The server's sentence for this field, or the page's own; stands in place of nothing else. */
  error?: string;
  optional?: boolean;
  /** Letters used and allowed; shown once half are used. */
  counter?: { used: number; max: number };
  children: ReactNode;
}

/** Label, input, error and counter of one thing to fill in. */
export function Field({ label, hint, error, optional, counter, children }: FieldProps) {
  const counted = counter && counter.used * 2 >= counter.max;
  const over = counter !== undefined && counter.used > counter.max;
  // Whoever pressed the button at the bottom of a long form does not see what is wrong at its top.
  useEffect(() => {
    if (error) bringFaultIntoSight();
  }, [error]);
  return (
    <View className={`field ${error ? 'field-wrong' : ''}`}>
      <View className="field-label">
        <Text>{label}</Text>
        {optional && <Text className="field-optional">（可以不填）</Text>}
      </View>
      {hint && (
        <View className="field-hint">
          <Text>{hint}</Text>
        </View>
      )}
      {children}
      {counted && (
        <View className={over ? 'field-counter field-over' : 'field-counter'}>
          <Text>{over ? `多了 ${counter.used - counter.max} 个字` : `${counter.used} / ${counter.max}`}</Text>
        </View>
      )}
      {error && (
        <View className="field-error" {...aria({ role: 'alert' })}>
          <Icon name="warn" />
          <Text>{error}</Text>
        </View>
      )}
    </View>
  );
}

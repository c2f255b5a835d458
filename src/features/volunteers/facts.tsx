import { Text, View } from '@tarojs/components';
import './volunteers.scss';

export interface Fact {
  label: string;
  value: string;
}

/** One word, one value: what somebody has to know of a task or shift. What is empty is left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <View className="volunteer-lines">
      {facts
        .filter(({ value }) => value !== '')
        .map(({ label, value }) => (
          <View key={label} className="volunteer-line">
            <Text className="volunteer-label">{label}</Text>
            <Text className="volunteer-value">{value}</Text>
          </View>
        ))}
    </View>
  );
}

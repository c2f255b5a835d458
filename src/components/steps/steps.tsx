import { Text, View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import './steps.scss';

export interface Step {
  id: string;
  title: string;
  /** What is missing or when it was done. */
  note?: string;
  state: 'done' | 'now' | 'later' | 'blocked';
}

/** Steps in a fixed order, as of the lawful path: the one that is missing stops the next one, and says so. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <View className="steps">
      {steps.map(({ id, title, note, state }, index) => (
        <View key={id} className={`step step-${state}`}>
          <View className="step-mark">
            {state === 'done' ? (
              <Icon name="check" />
            ) : state === 'blocked' ? (
              <Icon name="lock" />
            ) : (
              <Text>{index + 1}</Text>
            )}
          </View>
          <View className="step-words">
            <Text className="step-title">{title}</Text>
            {note && (
              <View className="step-note">
                <Text>{note}</Text>
              </View>
            )}
          </View>
        </View>
      ))}
    </View>
  );
}

import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from '@/services/aria';
import { Icon } from '../icon/icon';
import './steps.scss';

export interface Step {
  id: string;
  title: string;
  /** What is missing or when it was done. */
  note?: string;
  /** missing: it should be there by now, and stops what comes next. */
  state: 'done' | 'now' | 'later' | 'blocked' | 'missing';
  /** Proof, photos, what can be done. */
  content?: ReactNode;
}

const SPOKEN = {
  done: '已完成',
  now: '现在这一步',
  later: '还没有到',
  blocked: '被前面的步骤挡住',
  missing: '缺这一步',
} as const;

function Mark({ state }: Pick<Step, 'state'>) {
  if (state === 'done') return <Icon name="check" />;
  if (state === 'blocked') return <Icon name="lock" />;
  if (state === 'missing') return <Text>!</Text>;
  return <Text>{state === 'now' ? '●' : '○'}</Text>;
}

/** Steps in a fixed order, as of the lawful path: the one that is missing stops the next one, and says so. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <View className="steps">
      {steps.map(({ id, title, note, state, content }, index) => (
        <View key={id} className={`step step-${state}`}>
          <View className="step-mark" {...aria({ role: 'img', label: SPOKEN[state] })}>
            <Mark state={state} />
          </View>
          <View className="step-words">
            <Text className="step-title">
              {index + 1}. {title}
            </Text>
            {note && (
              <View className="step-note">
                <Text>{note}</Text>
              </View>
            )}
            {content}
          </View>
        </View>
      ))}
    </View>
  );
}

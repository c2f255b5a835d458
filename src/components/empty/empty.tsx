import { Text, View } from '@tarojs/components';
import { Button } from '../button/button';
import { Icon, type IconName } from '../icon/icon';
import './empty.scss';

export interface EmptyProps {
  /** Honest: 「还没有人提议」, not 「暂无数据」. */
  title: string;
  text?: string;
  icon?: IconName;
  /** The one thing to do. */
  action?: { text: string; onTap: () => unknown };
}

export function Empty({ title, text, icon = 'talk', action }: EmptyProps) {
  return (
    <View className="empty">
      <Icon name={icon} className="empty-icon" />
      <View className="empty-title">
        <Text>{title}</Text>
      </View>
      {text && (
        <View className="empty-text">
          <Text>{text}</Text>
        </View>
      )}
      {action && (
        <Button kind="plain" size="small" onTap={action.onTap}>
          {action.text}
        </Button>
      )}
    </View>
  );
}

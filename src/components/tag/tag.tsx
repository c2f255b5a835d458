import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon';
import './tag.scss';

export interface TagProps {
  children: ReactNode;
  /** brand: current stage; leaf: done, agreed; clay: waiting; stone: a kind, a side word; sky: a place or time. */
  tone?: 'brand' | 'leaf' | 'clay' | 'stone' | 'sky';
  /** A sign beside the word, where the colour alone would tell it. */
  icon?: IconName;
}

export function Tag({ children, tone = 'stone', icon }: TagProps) {
  return (
    <View className={`tag tag-${tone}`}>
      {icon && <Icon name={icon} className="tag-icon" />}
      <Text>{children}</Text>
    </View>
  );
}

/** Tags side by side, wrapping. */
export function Tags({ children }: { children: ReactNode }) {
  return <View className="tags">{children}</View>;
}

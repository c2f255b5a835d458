import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './tag.scss';

export interface TagProps {
  children: ReactNode;
  /** brand: current stage; leaf: done, agreed; clay: waiting; stone: a kind, a side word; sky: a place or time. */
  tone?: 'brand' | 'leaf' | 'clay' | 'stone' | 'sky';
}

export function Tag({ children, tone = 'stone' }: TagProps) {
  return (
    <View className={`tag tag-${tone}`}>
      <Text>{children}</Text>
    </View>
  );
}

/** Tags side by side, wrapping. */
export function Tags({ children }: { children: ReactNode }) {
  return <View className="tags">{children}</View>;
}

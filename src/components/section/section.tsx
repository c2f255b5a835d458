import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from '@/services/aria';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import './section.scss';

export interface SectionProps {
  title: string;
  /** 「3 件」 */
  count?: string;
  more?: { text: string; onTap: () => void };
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, count, more, children }: SectionProps) {
  return (
    <View className="section">
      <View className="section-head">
        <View className="section-title" {...aria({ role: 'heading' })}>
          <Text>{title}</Text>
        </View>
        {count && <Text className="section-count">{count}</Text>}
        {more && (
          <Tap className="section-more" onTap={more.onTap} label={`${title}：${more.text}`}>
            <Text>{more.text}</Text>
            <Icon name="forward" className="section-forward" />
          </Tap>
        )}
      </View>
      {children}
    </View>
  );
}

import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from '@/services/aria';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import './timeline.scss';

export interface TimelineItem {
  id: string;
  title: string;
  /** 「社区 陈书记 · 9月10日」 */
  when?: string;
  note?: string;
  /** done; now: where it stands; next: still to come; failed: did not pass, returned. */
  state: 'done' | 'now' | 'next' | 'failed';
  /** Photos, figures. */
  content?: ReactNode;
  onTap?: () => void;
}

const SPOKEN = { done: '已完成', now: '正在进行', next: '还没有', failed: '没有通过' } as const;

function Words({ item }: { item: TimelineItem }) {
  return (
    <>
      <View className="timeline-line">
        <Text className="timeline-title">{item.title}</Text>
        {item.when && <Text className="timeline-when">{item.when}</Text>}
      </View>
      {item.note && (
        <View className="timeline-note">
          <Text>{item.note}</Text>
        </View>
      )}
    </>
  );
}

/** One matter from the first word to the photo of the finished work. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <View className="timeline">
      {items.map((item) => (
        <View key={item.id} className={`timeline-item timeline-${item.state}`}>
          <View className="timeline-dot" {...aria({ role: 'img', label: SPOKEN[item.state] })} />
          <View className="timeline-body">
            {item.onTap ? (
              <Tap
                className="timeline-tap"
                role="link"
                label={`${item.title}${item.when ?? ''}`}
                onTap={item.onTap}
              >
                <View className="timeline-words">
                  <Words item={item} />
                </View>
                <Icon name="forward" className="timeline-forward" />
              </Tap>
            ) : (
              <Words item={item} />
            )}
            {item.content && <View className="timeline-content">{item.content}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}

import { View } from '@tarojs/components';
import { aria } from '@/services/aria';
import './skeleton.scss';

export interface SkeletonProps {
  /** The shape of what is coming, so that nothing jumps when it is there. */
  kind?: 'card' | 'list' | 'lines';
  count?: number;
}

const SHAPES = { card: ['tag', 'title', 'line'], list: ['title', 'line'], lines: ['line'] } as const;

/** Grey shapes while loading; still, because nothing on our screens flashes. */
export function Skeleton({ kind = 'card', count = 2 }: SkeletonProps) {
  return (
    <View className="skeleton" {...aria({ role: 'status', label: '正在读取' })}>
      {Array.from({ length: count }, (_, row) => (
        <View key={row} className={`skeleton-${kind}`}>
          {SHAPES[kind].map((shape) => (
            <View key={shape} className={`skeleton-shape skeleton-${shape}`} />
          ))}
        </View>
      ))}
    </View>
  );
}

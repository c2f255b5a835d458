import { Text, View } from '@tarojs/components';
import { aria } from '@/services/aria';
import { Icon, type IconName } from '../icon/icon';
import { Tap } from '../tap/tap';
import './segments.scss';

export interface Segment<Id extends string> {
  id: Id;
  text: string;
  /** How many stand behind it. */
  count?: number;
  icon?: IconName;
}

export interface SegmentsProps<Id extends string> {
  label: string;
  segments: readonly Segment<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  /** What is counted, for screen readers. */
  unit?: string;
  /** Below other segments, which they divide further. */
  inner?: boolean;
}

/** Views of one list, one at a time. They wrap rather than hide behind a swipe. */
export function Segments<Id extends string>({
  label,
  segments,
  value,
  onChange,
  unit = '件',
  inner = false,
}: SegmentsProps<Id>) {
  return (
    <View className={inner ? 'segments segments-inner' : 'segments'} {...aria({ role: 'tablist', label })}>
      {segments.map(({ id, text, count, icon }) => (
        <Tap
          key={id}
          className={id === value ? 'segment segment-current' : 'segment'}
          role="tab"
          selected={id === value}
          label={count === undefined ? text : `${text}，${count} ${unit}`}
          onTap={() => onChange(id)}
        >
          {icon && <Icon name={icon} className="segment-icon" />}
          <Text>{text}</Text>
          {count !== undefined && <Text className="segment-count">{count}</Text>}
        </Tap>
      ))}
    </View>
  );
}

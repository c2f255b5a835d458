import { Text, View } from '@tarojs/components';
import { aria } from '@/services/aria';
import './stat.scss';

export interface StatProps {
  value: string;
  unit?: string;
  label: string;
  /** A second line below the words. */
  note?: string;
  tone?: 'ink' | 'leaf' | 'clay' | 'brand';
}

/** One figure that people look at, with its words below. */
export function Stat({ value, unit, label, note, tone = 'ink' }: StatProps) {
  return (
    <View
      className={`stat stat-${tone}`}
      {...aria({ role: 'img', label: `${label}：${value}${unit ?? ''}${note ? `，${note}` : ''}` })}
    >
      <View className="stat-figure">
        <Text className="stat-value">{value}</Text>
        {unit && <Text className="stat-unit">{unit}</Text>}
      </View>
      <View className="stat-label">
        <Text>{label}</Text>
      </View>
      {note && (
        <View className="stat-label">
          <Text>{note}</Text>
        </View>
      )}
    </View>
  );
}

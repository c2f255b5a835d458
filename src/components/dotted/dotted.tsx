import { Text, View } from '@tarojs/components';
import './dotted.scss';

export interface DottedProps {
  parts: readonly string[];
}

/** 「3栋2单元 · 等了8天」: a dot stands between two parts of one line only, never at its beginning or its end. */
export function Dotted({ parts }: DottedProps) {
  return (
    <View className="dotted">
      <View className="dotted-parts">
        {parts.map((part, n) => (
          <View key={`${n} ${part}`} className="dotted-part">
            {n > 0 && <Text className="dotted-dot">·</Text>}
            <Text>{part}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}

import { Text, View } from '@tarojs/components';
import './records.scss';

/** What an entry said before: it is not hidden, and it says why it does not stand any more. */
export function Earlier({ words }: { words: string }) {
  return (
    <View className="record-earlier">
      <Text>{words}</Text>
    </View>
  );
}

import type { MinutesRecord, MinutesWords } from '@contract/minutes';
import { Text, View } from '@tarojs/components';
import './minutes.scss';

/** What a version says: the whole, then each item. */
export function MinutesText({ words, agenda }: { words: MinutesWords; agenda: MinutesRecord['agenda'] }) {
  return (
    <>
      <Text className="minutes-words">{words.text}</Text>
      {words.items.map((item) => (
        <View key={item.itemId} className="minutes-item">
          <View className="minutes-label">
            <Text>{agenda.find(({ id }) => id === item.itemId)?.title}</Text>
          </View>
          <Text>{item.text}</Text>
        </View>
      ))}
    </>
  );
}
